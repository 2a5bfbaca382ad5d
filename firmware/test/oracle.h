#ifndef ORACLE_H
#define ORACLE_H

/** What a line is to be answered, worked out by regular expressions rather than as the core does. */
typedef struct {
  char verdict[40]; /* its first line; of State and Stop what they start with */
  long target;      /* centidegrees, or -1 where the line moves nothing */
  long speed;       /* centidegrees a second */
} expectation;

/**
 * @param text The line, without its end
 * @param broken Whether it lost bytes
 */
expectation expect_of_line(const char *text, int broken);

#endif
