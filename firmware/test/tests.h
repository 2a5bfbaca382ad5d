#ifndef TESTS_H
#define TESTS_H

void test_2011(void);
void test_moves(void);
void test_losses(void);
void test_motion(void);
void test_memory(void);
void test_settings(void);

#endif
