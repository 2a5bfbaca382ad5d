#include "check.h"

#include <stdio.h>
#include <string.h>

static const char *current = "";
static unsigned behaviours, checks, failures;

void it(const char *behaviour) {
  current = behaviour;
  behaviours++;
}

static void fail(const char *file, int line) {
  failures++;
  fprintf(stderr, "%s:%d: %s: ", file, line, current);
}

void check(int holds, const char *condition, const char *file, int line) {
  checks++;
  if (holds) return;
  fail(file, line);
  fprintf(stderr, "expected %s\n", condition);
}

void check_number(long actual, long expected, const char *file, int line) {
  checks++;
  if (actual == expected) return;
  fail(file, line);
  fprintf(stderr, "expected %ld, got %ld\n", expected, actual);
}

void check_text(const char *actual, const char *expected, const char *file, int line) {
  checks++;
  if (strcmp(actual, expected) == 0) return;
  fail(file, line);
  fprintf(stderr, "expected\n%s\ngot\n%s\n", expected, actual);
}

int report(void) {
  printf("%u behaviours, %u checks, %u failed\n", behaviours, checks, failures);
  return failures != 0;
}
