/*
 * Feeds bytes to a turntable, and checks it against the protocol. Every line gets the right verdict or counts as lost;
 * replies are whole; an announced move ends once; the table turns no faster than ordered, and arrives.
 *
 * Bytes from 0xf0 to 0xf5 are no input: they let time pass, or set the room for replies.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../turntable/src/core/command.h"
#include "../turntable/src/core/turntable.h"
#include "oracle.h"

#define HOLD(condition) \
  do { \
    if (!(condition)) fail(#condition, __LINE__); \
  } while (0)

static tt_turntable table;
static uint16_t now, room;
static char line[512];
static size_t line_length;
static int line_broken, after_cr;
static int awaited;           /* 1 while the verdict of a line is missing */
static expectation expected;  /* for the last line */
static long target, speed;    /* ordered position and speed */
static char announced[16];    /* the announced move: "a" for an angle, or "m" and an id; empty if there is none */
static long announced_target;
static unsigned long lost;

static void fail(const char *condition, int at) {
  fprintf(stderr, "fuzz.c:%d: expected %s after the line \"%s\", awaited \"%s\", announced \"%s\", at %u of %u, lost %u\n", at,
          condition, line, awaited ? expected.verdict : "", announced, table.motion.position, table.motion.target, table.lost);
  abort();
}

static void check_state(const char *text) {
  char state[80];
  const tt_motion *motion = &table.motion;
  int moving = !motion->moving ? 0 : table.moved_by == TT_ANGLE ? 1 : 2;
  snprintf(state, sizeof state, "State: pos=%u.%02u target=%u.%02u moving=%d id=%u lost=%u", motion->position / 100u,
           motion->position % 100u, motion->target / 100u, motion->target % 100u, moving, table.id, table.lost);
  HOLD(!strcmp(text, state));
}

static void check_verdict(const char *text) {
  size_t length = strlen(expected.verdict);
  HOLD(awaited);
  awaited = 0;
  if (expected.verdict[length - 1] != ' ') HOLD(!strcmp(text, expected.verdict));
  HOLD(!strncmp(text, expected.verdict, length));
  if (!strncmp(text, "State: ", 7)) check_state(text);
  if (!strncmp(text, "Stop: ", 6)) HOLD(strtod(text + 6, NULL) * 100 - table.motion.position < 0.5);
}

static void announce(const char *mark, const char *id) {
  HOLD(!*announced);
  snprintf(announced, sizeof announced, "%s%s", mark, id);
  announced_target = target;
}

static void check_ending(const char *text) {
  char mark[16] = "a";
  unsigned id, degrees, decimals;
  char word[5], rest;
  if (strcmp(text, "OK: Good to go")) {
    HOLD(sscanf(text, "%4[^:]: %u %u.%2u%c", word, &id, &degrees, &decimals, &rest) == 4);
    HOLD(!strcmp(word, "Done") || !strcmp(word, "Cut"));
    HOLD(degrees * 100 + decimals <= 18000);
    if (!strcmp(word, "Done")) HOLD(degrees * 100 + decimals == (unsigned long)announced_target);
    snprintf(mark, sizeof mark, "m%u", id);
  }
  HOLD(!strcmp(announced, mark));
  *announced = '\0';
}

/** Checks one line of a reply. @param after_error Not 0 if the line before it in the reply was an error */
static int check_reply_line(const char *text, int after_error) {
  if (after_error) {
    HOLD(!strcmp(text, "OK: Good to go"));
  } else if (!strncmp(text, "OK", 2) || !strncmp(text, "Done", 4) || !strncmp(text, "Cut", 3)) {
    check_ending(text);
  } else {
    check_verdict(text);
    if (!strncmp(text, "Ack: ", 5)) announce("m", text + 5);
    if (!strncmp(text, "Input", 5)) announce("a", "");
    return !strncmp(text, "Error", 5);
  }
  return 0;
}

static uint8_t send(const char *text, uint8_t length) {
  const char *end = text + length;
  int after_error = 0;
  HOLD(length > 2 && length <= 62);
  if (length > room) return 0;
  while (text < end) {
    char one[64] = "";
    const char *stop = memchr(text, '\r', (size_t)(end - text));
    HOLD(stop && stop + 1 < end && stop[1] == '\n');
    memcpy(one, text, (size_t)(stop - text));
    after_error = check_reply_line(one, after_error);
    text = stop + 2;
  }
  HOLD(!after_error);
  return 1;
}

static void check_position(uint16_t before, unsigned milliseconds) {
  long turned = labs((long)table.motion.position - before);
  HOLD(table.motion.position <= 18000 && table.motion.target == target);
  HOLD(labs(target - before) == turned + labs(target - table.motion.position)); /* no turning back, no overshooting */
  HOLD(turned * 1000 <= speed * (long)(milliseconds + 30) + 1000);
  HOLD(table.lost == (lost < 65535 ? lost : 65535));
}

static void wait(unsigned milliseconds) {
  uint16_t before = table.motion.position;
  now = (uint16_t)(now + milliseconds);
  tt_advance(&table, now);
  check_position(before, milliseconds);
}

static void end_line(uint8_t byte) {
  line[line_length] = '\0';
  expected = expect_of_line(line, line_broken);
  awaited = 1;
  lost += line_broken != 0;
  if (expected.target >= 0) {
    target = expected.target;
    speed = expected.speed;
  }
  if (!strcmp(expected.verdict, "Stop: ")) target = table.motion.position;
  tt_receive(&table, byte, now);
  lost += awaited != 0;
  awaited = 0;
  check_position(table.motion.position, 0);
  line_length = 0;
  line_broken = 0;
}

static void type(uint8_t byte) {
  int second = byte == '\n' && after_cr;
  after_cr = byte == '\r';
  if (!second && (byte == '\r' || byte == '\n')) {
    end_line(byte);
    return;
  }
  tt_receive(&table, byte, now);
  if (second) return;
  if (!byte) line_broken = 1;
  if (byte && line_length < sizeof line - 1) line[line_length++] = (char)byte;
}

static void start(void) {
  now = 65000; /* the 16-bit clock overflows during the test */
  room = 255;
  line_length = 0;
  line_broken = after_cr = 0;
  *announced = '\0';
  lost = 0;
  target = 9000;
  speed = 0;
  expected = expect_of_line("V", 0);
  awaited = 1;
  tt_boot(&table, send, TT_BOOT_POSITION);
}

static void finish(void) {
  int i;
  room = 255;
  for (i = 0; i < 181; i++) wait(1000); /* the slowest move takes 180 s */
  HOLD(!table.motion.moving && table.motion.position == target && !*announced);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  size_t i;
  start();
  for (i = 0; i < length; i++) {
    switch (bytes[i]) {
      case 0xf0: wait(1); break;
      case 0xf1: wait(7); break;
      case 0xf2: wait(500); break;
      case 0xf3: room = 0; break;
      case 0xf4: room = 25; break;
      case 0xf5: room = 255; break;
      default: type(bytes[i]); break;
    }
  }
  finish();
  return 0;
}
