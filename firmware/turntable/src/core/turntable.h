#ifndef TT_TURNTABLE_H
#define TT_TURNTABLE_H

#include <stdint.h>
#include "line.h"
#include "motion.h"
#include "settings.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The assumed position of a table that has never saved one, in centidegrees: nothing measures the real one. */
#define TT_BOOT_POSITION 9000u

/**
 * Sends a whole reply without waiting, or nothing.
 *
 * @returns 1, or 0 if there is no room now
 */
typedef uint8_t (*tt_send)(const char *text, uint8_t length);

/** @returns the bytes that can be sent now */
typedef uint8_t (*tt_room)(void);

/** State of the last announced move. */
enum tt_end { TT_GOES_ON, TT_DONE, TT_CUT };

/** A turntable. It receives lines byte by byte, and replies by `send`. */
typedef struct {
  tt_line line;
  tt_motion motion;
  tt_settings settings;
  tt_send send;
  tt_room room;
  uint8_t moved_by;       /* TT_ANGLE or TT_MOVE: kind of the last move */
  uint16_t id;            /* id of the last obeyed M line */
  uint8_t announced;      /* TT_ANGLE or TT_MOVE if the end of a move is still to be reported, else TT_NOTHING */
  uint8_t end;            /* a tt_end: state of the announced move */
  uint16_t announced_id;
  uint16_t end_position;  /* position at the end of the announced move */
  uint16_t lost;          /* replies without room, and lines that lost bytes; stays at 65535 */
} tt_turntable;

/**
 * Initializes a turntable at rest, and sends its protocol's version.
 *
 * @param position Where the table is, in centidegrees
 */
void tt_boot(tt_turntable *turntable, tt_send send, tt_room room, uint16_t position, const tt_settings *settings);

/**
 * Receives a byte. If it completes a line, obeys and answers the line.
 *
 * @param byte TT_LOST_BYTES if bytes were lost: their line is refused, not merged with the next
 * @param now Low 16 bits of the time in ms
 */
void tt_receive(tt_turntable *turntable, uint8_t byte, uint16_t now);

/** @returns the length of the servo's pulse in half microseconds */
uint16_t tt_pulse(const tt_turntable *turntable);

/** Moves the table up to a time, and reports the end of a move. Call it every few ms, and at least every 30 s. */
void tt_advance(tt_turntable *turntable, uint16_t now);

#ifdef __cplusplus
}
#endif
#endif
