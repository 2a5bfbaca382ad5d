#include "oracle.h"

#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOVE "^M([0-9]+):([0-9]+(\\.[0-9]{1,2})?)(@([0-9]+(\\.[0-9]{1,2})?))?$"

#define LIMITS "^L([0-9]+(\\.[0-9]{1,2})?):([0-9]+(\\.[0-9]{1,2})?)$"

static expectation answer(const char *verdict, long target, long speed) {
  expectation expected = {"", 0, 0};
  snprintf(expected.verdict, sizeof expected.verdict, "%s", verdict);
  expected.target = target;
  expected.speed = speed;
  return expected;
}

/** Matches a text with a regular expression of five groups. */
static int matches(const char *pattern, const char *text, regmatch_t part[6]) {
  static struct {
    const char *pattern;
    regex_t form;
  } known[2];
  int i = 0;
  while (known[i].pattern && known[i].pattern != pattern) i++;
  if (!known[i].pattern && regcomp(&known[i].form, known[i].pattern = pattern, REG_EXTENDED)) abort();
  return regexec(&known[i].form, text, 6, part, 0) == 0;
}

static long hundredths(const char *number) { return (long)(strtod(number, NULL) * 100 + 0.5); }

static expectation expect_of_move(const char *text) {
  regmatch_t part[6];
  char ack[40];
  long angle, speed;
  double id;
  if (strlen(text) > 24 || !matches(MOVE, text, part)) return answer("Error: Bad input", -1, 0);
  id = strtod(text + part[1].rm_so, NULL);
  angle = hundredths(text + part[2].rm_so);
  speed = part[5].rm_so < 0 ? 3333 : hundredths(text + part[5].rm_so);
  if (id > 65535) return answer("Error: Bad input", -1, 0);
  if (angle > 18000) return answer("Error: Bad angle", -1, 0);
  if (speed < 100 || speed > 36000) return answer("Error: Bad speed", -1, 0);
  snprintf(ack, sizeof ack, "Ack: %.0f", id);
  return answer(ack, angle, speed);
}

static expectation expect_of_angle(const char *text) {
  char announcement[40];
  int degrees = atoi(text);
  if (strlen(text) > 3) return answer("Error: Angle more than 3 bytes", -1, 0);
  if (!*text || strspn(text, "0123456789") != strlen(text)) return answer("Error: Bad input", -1, 0);
  if (degrees > 180) return answer("Error: Bad angle", -1, 0);
  snprintf(announcement, sizeof announcement, "Input angle: %d", degrees);
  return answer(announcement, degrees * 100, 3334);
}

static expectation expect_of_setting(const char *text, int moving) {
  long low, high;
  const char *valid = moving ? "Error: The table moves, stop it with !" : "Settings: ";
  regmatch_t part[6];
  size_t digits = strspn(text + 1, "0123456789");
  switch (text[0]) {
    case 'L':
      if (strlen(text) <= 24 && matches(LIMITS, text, part)) {
        low = hundredths(text + part[1].rm_so);
        high = hundredths(text + part[3].rm_so);
        if (low < high && high <= 18000) return answer(valid, -1, 0);
      }
      return answer("Error: Bad limits, expected L0:180 with the lower first", -1, 0);
    case 'A':
      if (strlen(text) <= 24 && digits && !text[digits + 1] && strtod(text + 1, NULL) <= 1000) return answer(valid, -1, 0);
      return answer("Error: Bad acceleration, expected A0 to A1000", -1, 0);
    default:
      if (!strcmp(text, "R0") || !strcmp(text, "R1")) return answer(valid, -1, 0);
      return answer("Error: Bad direction, expected R0 or R1", -1, 0);
  }
}

int expect_settings(const char *text, expected_settings *settings) {
  regmatch_t part[6];
  long low = settings->low;
  if (!text[0] || !strchr("LAR", text[0]) || strncmp(expect_of_setting(text, 0).verdict, "Settings", 8)) return 0;
  if (text[0] == 'A') settings->acceleration = atol(text + 1);
  if (text[0] == 'L' && matches(LIMITS, text, part)) {
    settings->low = hundredths(text + part[1].rm_so);
    settings->high = hundredths(text + part[3].rm_so);
  }
  if (text[0] != 'R' || text[1] - '0' == settings->reverse) return 0;
  settings->reverse = !settings->reverse;
  settings->low = 18000 - settings->high;
  settings->high = 18000 - low;
  return 1;
}

static expectation within(const expected_settings *settings, expectation expected) {
  char refusal[80];
  if (expected.target < 0 || (expected.target >= settings->low && expected.target <= settings->high)) return expected;
  snprintf(refusal, sizeof refusal, "Error: Outside the limits %.2f-%.2f", settings->low / 100., settings->high / 100.);
  return answer(refusal, -1, 0);
}

expectation expect_of_line(const char *text, int broken, const expected_settings *settings, int moving) {
  if (broken) return answer("Error: Bad input", -1, 0);
  if (text[0] == 'M') return within(settings, expect_of_move(text));
  if (text[0] && strchr("LAR", text[0])) return expect_of_setting(text, moving);
  if (!strcmp(text, "S")) return answer("Settings: ", -1, 0);
  if (!strcmp(text, "?")) return answer("State: ", -1, 0);
  if (!strcmp(text, "!")) return answer("Stop: ", -1, 0);
  if (!strcmp(text, "V")) return answer("Turntable: 3", -1, 0);
  return within(settings, expect_of_angle(text));
}
