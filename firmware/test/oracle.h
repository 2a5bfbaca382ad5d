#ifndef ORACLE_H
#define ORACLE_H

/** The expected answer to a line, found by regular expressions, independently of the core. */
typedef struct {
  char verdict[80]; /* first line of the answer; only its beginning for State, Stop and Settings */
  long target;      /* centidegrees, or -1 if the line moves nothing */
  long speed;       /* centidegrees a second */
} expectation;

/** The settings of the table, as its lines have set them. */
typedef struct {
  long low, high, acceleration, reverse;
} expected_settings;

/**
 * Changes the settings if the line is valid. Call it only for a table at rest.
 *
 * @returns 1 if they changed the direction
 */
int expect_settings(const char *text, expected_settings *settings);

/**
 * @param text The line without its end
 * @param broken Not 0 if the line lost bytes
 * @param moving Not 0 if the table moves, and keeps its settings
 */
expectation expect_of_line(const char *text, int broken, const expected_settings *settings, int moving);

#endif
