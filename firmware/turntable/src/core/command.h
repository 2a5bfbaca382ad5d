#ifndef TT_COMMAND_H
#define TT_COMMAND_H

#include <stdint.h>
#include "line.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Centidegrees of the whole range. */
#define TT_ANGLE_MAX 18000u
/** Centidegrees a second. */
#define TT_SPEED_MIN 100u
#define TT_SPEED_MAX 36000u
/** Default speed of a move, in centidegrees a second: a degree every 30 ms, as for angle lines since 2011. */
#define TT_SPEED_DEFAULT 3333u

/** The command of a line, or the error that refuses it. */
enum tt_kind {
  TT_NOTHING,
  TT_ANGLE,
  TT_MOVE,
  TT_STOP,
  TT_STATE,
  TT_VERSION,
  TT_SETTINGS,
  TT_LIMITS,
  TT_ACCELERATION,
  TT_REVERSE,
  TT_BAD_INPUT,
  TT_BAD_ANGLE,
  TT_BAD_SPEED,
  TT_BAD_LIMITS,
  TT_BAD_ACCELERATION,
  TT_BAD_REVERSE,
  TT_TOO_LONG
};

/** A parsed line. */
typedef struct {
  uint8_t kind;    /* a tt_kind */
  uint16_t id;     /* TT_MOVE: repeated in its replies */
  uint16_t angle;  /* TT_ANGLE, TT_MOVE: centidegrees */
  uint16_t speed;  /* TT_MOVE: centidegrees a second */
  uint16_t low, high;     /* TT_LIMITS: centidegrees */
  uint16_t acceleration;  /* TT_ACCELERATION: degrees a second squared */
  uint8_t reverse;        /* TT_REVERSE: 0 or 1 */
} tt_command;

/**
 * Parses a complete line by the grammar of the README.
 *
 * @param command Receives the result: the kind, and the fields of this kind
 */
void tt_parse(const tt_line *line, tt_command *command);

#ifdef __cplusplus
}
#endif
#endif
