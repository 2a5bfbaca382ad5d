#ifndef ORACLE_H
#define ORACLE_H

/** The expected answer to a line, found by regular expressions, independently of the core. */
typedef struct {
  char verdict[40]; /* first line of the answer; only its beginning for State and Stop */
  long target;      /* centidegrees, or -1 if the line moves nothing */
  long speed;       /* centidegrees a second */
} expectation;

/**
 * @param text The line without its end
 * @param broken Not 0 if the line lost bytes
 */
expectation expect_of_line(const char *text, int broken);

#endif
