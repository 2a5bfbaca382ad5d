/*
 * Feeds bytes to a turntable, and checks it against the protocol. Every line gets the right verdict or counts as lost;
 * replies are whole; an announced move ends once; the table turns no faster than ordered, keeps its ramps, and arrives.
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
static expected_settings settings;
static long target, speed;    /* ordered position, and the highest speed since the table rested */
static long velocity;         /* of the last step, in hundredths of a centidegree */
static int ramped;            /* 1 if the next step must keep the ramp */
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

static void check_settings(const char *text) {
  char expected_text[80];
  snprintf(expected_text, sizeof expected_text, "Settings: low=%.2f high=%.2f acceleration=%ld reverse=%ld", settings.low / 100.,
           settings.high / 100., settings.acceleration, settings.reverse);
  HOLD(!strcmp(text, expected_text));
}

static void check_verdict(const char *text) {
  size_t length = strlen(expected.verdict);
  HOLD(awaited);
  awaited = 0;
  if (expected.verdict[length - 1] != ' ') HOLD(!strcmp(text, expected.verdict));
  HOLD(!strncmp(text, expected.verdict, length));
  if (!strncmp(text, "State: ", 7)) check_state(text);
  if (!strncmp(text, "Settings: ", 10)) check_settings(text);
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
  HOLD(length > 2 && length <= 73);
  if (length > room) return 0;
  while (text < end) {
    char one[80] = "";
    const char *stop = memchr(text, '\r', (size_t)(end - text));
    HOLD(stop && stop + 1 < end && stop[1] == '\n');
    memcpy(one, text, (size_t)(stop - text));
    after_error = check_reply_line(one, after_error);
    text = stop + 2;
  }
  HOLD(!after_error);
  return 1;
}

static void check_position(void) {
  HOLD(table.motion.position <= 18000 && table.motion.target == target);
  HOLD(table.lost == (lost < 65535 ? lost : 65535));
  HOLD(table.settings.low == settings.low && table.settings.high == settings.high);
  HOLD(table.settings.acceleration == settings.acceleration && table.settings.reverse == settings.reverse);
}

/** Checks a step: the table turns no faster than ordered, and a move's velocity changes by its ramp. */
static void check_step(long before) {
  long step = (long)table.motion.place - before, ramp = settings.acceleration, limit = ramp + ramp / 8 + 1;
  HOLD(labs(step) <= (table.moved_by == TT_ANGLE ? 10000 : speed));
  if (ramped && ramp && table.moved_by == TT_MOVE) HOLD(labs(step - velocity) <= limit);
  velocity = step;
  ramped = 1;
}

static void wait(unsigned milliseconds) {
  while (milliseconds--) {
    long before = table.motion.place;
    uint16_t due = table.motion.due;
    int moved = table.motion.moving;
    tt_advance(&table, ++now);
    if (moved && due == now) check_step(before);
    if (!table.motion.moving) speed = 0;
    check_position();
  }
}

static void end_line(uint8_t byte) {
  line[line_length] = '\0';
  expected = expect_of_line(line, line_broken, &settings, table.motion.moving);
  awaited = 1;
  lost += line_broken != 0;
  if (!strcmp(expected.verdict, "Settings: ") && !table.motion.moving && expect_settings(line, &settings)) target = 18000 - target;
  if (expected.target >= 0) {
    target = expected.target;
    /* A slower move may brake from the speed of the one before. */
    if (expected.speed > speed) speed = expected.speed;
    /* An angle line, and the line that cuts it, don't brake. */
    if (line[0] != 'M' || table.moved_by == TT_ANGLE) ramped = 0;
  }
  if (!strcmp(expected.verdict, "Stop: ")) {
    target = table.motion.position;
    ramped = 0;
  }
  if (!table.motion.moving) {
    velocity = 0;
    ramped = 1;
  }
  tt_receive(&table, byte, now);
  lost += awaited != 0;
  awaited = 0;
  check_position();
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

static uint8_t room_left(void) { return (uint8_t)room; }

static void start(void) {
  tt_settings board = tt_settings_default();
  now = 65000; /* the 16-bit clock overflows during the test */
  room = 255;
  line_length = 0;
  line_broken = after_cr = 0;
  *announced = '\0';
  lost = 0;
  target = 9000;
  speed = 0;
  velocity = 0;
  ramped = 1;
  settings.low = 0;
  settings.high = 18000;
  settings.acceleration = 180;
  settings.reverse = 0;
  expected = expect_of_line("V", 0, &settings, 0);
  awaited = 1;
  tt_boot(&table, send, room_left, TT_BOOT_POSITION, &board);
}

static void finish(void) {
  int i;
  room = 255;
  for (i = 0; i < 360 && (table.motion.moving || *announced); i++) wait(1000); /* the slowest move takes 180 s */
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
