#include "command.h"

#include "settings.h"

/** The unread rest of a line. */
typedef struct {
  const char *next, *end;
} rest;

static uint8_t skip(rest *line, char wanted) {
  if (line->next == line->end || *line->next != wanted) return 0;
  line->next++;
  return 1;
}

/**
 * Reads digits. A value beyond every limit stays beyond it, so it can't overflow.
 *
 * @returns the number of digits
 */
static uint8_t read_digits(rest *line, uint32_t *value) {
  uint8_t count = 0;
  *value = 0;
  for (; line->next < line->end && *line->next >= '0' && *line->next <= '9'; line->next++, count++) {
    if (*value < 100000) *value = *value * 10 + (uint32_t)(*line->next - '0');
  }
  return count;
}

/** Reads degrees with up to two decimals into centidegrees. Returns 0 on a syntax error. */
static uint8_t read_degrees(rest *line, uint32_t *value) {
  uint32_t decimals;
  if (!read_digits(line, value)) return 0;
  *value *= 100;
  if (!skip(line, '.')) return 1;
  switch (read_digits(line, &decimals)) {
    case 1: *value += decimals * 10; return 1;
    case 2: *value += decimals; return 1;
    default: return 0;
  }
}

/** M<id>:<degrees>[@<degrees a second>] */
static uint8_t parse_move(rest line, tt_command *command) {
  uint32_t id, angle, speed = TT_SPEED_DEFAULT;
  if (!skip(&line, 'M') || !read_digits(&line, &id) || id > UINT16_MAX) return TT_BAD_INPUT;
  if (!skip(&line, ':') || !read_degrees(&line, &angle)) return TT_BAD_INPUT;
  if (skip(&line, '@') && !read_degrees(&line, &speed)) return TT_BAD_INPUT;
  if (line.next != line.end) return TT_BAD_INPUT;
  if (angle > TT_ANGLE_MAX) return TT_BAD_ANGLE;
  if (speed < TT_SPEED_MIN || speed > TT_SPEED_MAX) return TT_BAD_SPEED;
  command->id = (uint16_t)id;
  command->angle = (uint16_t)angle;
  command->speed = (uint16_t)speed;
  return TT_MOVE;
}

/** L<low>:<high> */
static uint8_t parse_limits(rest line, tt_command *command) {
  uint32_t low, high;
  if (!skip(&line, 'L') || !read_degrees(&line, &low) || !skip(&line, ':') || !read_degrees(&line, &high)) return TT_BAD_LIMITS;
  if (line.next != line.end || low >= high || high > TT_ANGLE_MAX) return TT_BAD_LIMITS;
  command->low = (uint16_t)low;
  command->high = (uint16_t)high;
  return TT_LIMITS;
}

/** A<degrees a second squared> */
static uint8_t parse_acceleration(rest line, tt_command *command) {
  uint32_t acceleration;
  if (!skip(&line, 'A') || !read_digits(&line, &acceleration)) return TT_BAD_ACCELERATION;
  if (line.next != line.end || acceleration > TT_ACCELERATION_MAX) return TT_BAD_ACCELERATION;
  command->acceleration = (uint16_t)acceleration;
  return TT_ACCELERATION;
}

/** R0 or R1 */
static uint8_t parse_reverse(rest line, tt_command *command) {
  uint32_t reverse;
  if (!skip(&line, 'R') || read_digits(&line, &reverse) != 1) return TT_BAD_REVERSE;
  if (line.next != line.end || reverse > 1) return TT_BAD_REVERSE;
  command->reverse = (uint8_t)reverse;
  return TT_REVERSE;
}

/** One to three digits, with the errors of 2011. */
static uint8_t parse_angle(rest line, tt_command *command) {
  uint32_t degrees;
  if (line.end - line.next > 3) return TT_TOO_LONG;
  if (!read_digits(&line, &degrees) || line.next != line.end) return TT_BAD_INPUT;
  if (degrees * 100 > TT_ANGLE_MAX) return TT_BAD_ANGLE;
  command->angle = (uint16_t)(degrees * 100);
  return TT_ANGLE;
}

static uint8_t parse(const tt_line *line, tt_command *command) {
  uint8_t too_long = line->length > TT_LINE_MAX;
  rest all = {line->text, line->text + (too_long ? TT_LINE_MAX : line->length)};
  char first = line->length ? line->text[0] : '\0';
  if (line->broken) return TT_BAD_INPUT;
  if (first == 'M') return too_long ? TT_BAD_INPUT : parse_move(all, command);
  if (first == 'L') return too_long ? TT_BAD_LIMITS : parse_limits(all, command);
  if (first == 'A') return too_long ? TT_BAD_ACCELERATION : parse_acceleration(all, command);
  if (first == 'R') return too_long ? TT_BAD_REVERSE : parse_reverse(all, command);
  if (line->length == 1 && first == '!') return TT_STOP;
  if (line->length == 1 && first == '?') return TT_STATE;
  if (line->length == 1 && first == 'V') return TT_VERSION;
  if (line->length == 1 && first == 'S') return TT_SETTINGS;
  return parse_angle(all, command);
}

void tt_parse(const tt_line *line, tt_command *command) { command->kind = parse(line, command); }
