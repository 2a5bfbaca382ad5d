#ifndef CHECK_H
#define CHECK_H

/** Names the behaviour that the next checks are about. */
void it(const char *behaviour);

/** Checks of the behaviour; each says where it failed, and the rest goes on. */
#define CHECK(condition) check((condition) != 0, #condition, __FILE__, __LINE__)
#define CHECK_NUMBER(actual, expected) check_number((long)(actual), (long)(expected), __FILE__, __LINE__)
#define CHECK_TEXT(actual, expected) check_text(actual, expected, __FILE__, __LINE__)

void check(int holds, const char *condition, const char *file, int line);
void check_number(long actual, long expected, const char *file, int line);
void check_text(const char *actual, const char *expected, const char *file, int line);

/** @returns the exit status: 0 where all checks held */
int report(void);

#endif
