#ifndef TT_COMMAND_H
#define TT_COMMAND_H

#include <stdint.h>
#include "line.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Centidegrees from one end to the other. */
#define TT_ANGLE_MAX 18000u
/** Centidegrees a second. */
#define TT_SPEED_MIN 100u
#define TT_SPEED_MAX 36000u
/** The speed of a move that names none: a degree every 30 ms, as angle lines have had since 2011. */
#define TT_SPEED_DEFAULT 3333u

/** What a line asks for, or why it is refused. */
enum tt_kind {
  TT_NOTHING,
  TT_ANGLE,
  TT_MOVE,
  TT_STOP,
  TT_STATE,
  TT_VERSION,
  TT_BAD_INPUT,
  TT_BAD_ANGLE,
  TT_BAD_SPEED,
  TT_TOO_LONG
};

/** A line as it was understood. */
typedef struct {
  uint8_t kind;    /* of tt_kind */
  uint16_t id;     /* TT_MOVE: what its replies are to be known by */
  uint16_t angle;  /* TT_ANGLE, TT_MOVE: centidegrees */
  uint16_t speed;  /* TT_MOVE: centidegrees a second */
} tt_command;

/**
 * Reads a complete line by the grammar of the README.
 *
 * @param command Is filled in; only what its kind has
 */
void tt_parse(const tt_line *line, tt_command *command);

#ifdef __cplusplus
}
#endif
#endif
