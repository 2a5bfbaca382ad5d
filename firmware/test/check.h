#ifndef CHECK_H
#define CHECK_H

/** Names the behaviour tested by the next checks. */
void it(const char *behaviour);

/** Checks of the behaviour. A failure prints its line, and the test continues. */
#define CHECK(condition) check((condition) != 0, #condition, __FILE__, __LINE__)
#define CHECK_NUMBER(actual, expected) check_number((long)(actual), (long)(expected), __FILE__, __LINE__)
#define CHECK_TEXT(actual, expected) check_text(actual, expected, __FILE__, __LINE__)

void check(int holds, const char *condition, const char *file, int line);
void check_number(long actual, long expected, const char *file, int line);
void check_text(const char *actual, const char *expected, const char *file, int line);

/** Prints the totals. @returns the exit status: 0 if all checks held */
int report(void);

#endif
