#include "oracle.h"

#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOVE "^M([0-9]+):([0-9]+(\\.[0-9]{1,2})?)(@([0-9]+(\\.[0-9]{1,2})?))?$"

static expectation answer(const char *verdict, long target, long speed) {
  expectation expected = {"", 0, 0};
  snprintf(expected.verdict, sizeof expected.verdict, "%s", verdict);
  expected.target = target;
  expected.speed = speed;
  return expected;
}

static long hundredths(const char *number) { return (long)(strtod(number, NULL) * 100 + 0.5); }

static expectation expect_of_move(const char *text) {
  static regex_t form;
  static int compiled;
  regmatch_t part[6];
  char ack[40];
  long angle, speed;
  double id;
  if (!compiled) compiled = !regcomp(&form, MOVE, REG_EXTENDED);
  if (strlen(text) > 24 || regexec(&form, text, 6, part, 0)) return answer("Error: Bad input", -1, 0);
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

expectation expect_of_line(const char *text, int broken) {
  if (broken) return answer("Error: Bad input", -1, 0);
  if (text[0] == 'M') return expect_of_move(text);
  if (!strcmp(text, "?")) return answer("State: ", -1, 0);
  if (!strcmp(text, "!")) return answer("Stop: ", -1, 0);
  if (!strcmp(text, "V")) return answer("Turntable: 2", -1, 0);
  return expect_of_angle(text);
}
