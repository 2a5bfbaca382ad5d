#ifndef TT_TURNTABLE_H
#define TT_TURNTABLE_H

#include <stdint.h>
#include "line.h"
#include "motion.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Where the table is taken to be at boot, in centidegrees: nothing measures it. */
#define TT_BOOT_POSITION 9000u

/**
 * Sends a reply, whole or not at all, without waiting.
 *
 * @returns 1, or 0 where there is no room for it now
 */
typedef uint8_t (*tt_send)(const char *text, uint8_t length);

/** How the move that was announced last has gone on. */
enum tt_end { TT_GOES_ON, TT_DONE, TT_CUT };

/** A turntable: lines come in by bytes, replies go out by `send`, the position is in `motion`. */
typedef struct {
  tt_line line;
  tt_motion motion;
  tt_send send;
  uint8_t moved_by;       /* TT_ANGLE or TT_MOVE: the line that moves the table */
  uint16_t id;            /* of the last M line that was obeyed */
  uint8_t announced;      /* TT_ANGLE or TT_MOVE: its end is still to be said; TT_NOTHING where none is */
  uint8_t end;            /* of tt_end: how the announced line ended */
  uint16_t announced_id;
  uint16_t end_position;  /* where it ended */
  uint16_t lost;          /* replies that found no room, and lines that lost bytes; stays at 65535 */
} tt_turntable;

/** Makes a turntable that rests at 90°, and says which protocol it speaks. */
void tt_boot(tt_turntable *turntable, tt_send send);

/**
 * Takes a byte of the line; obeys and answers where it completes one.
 *
 * @param byte TT_LOST_BYTES where bytes were lost: their line is refused rather than merged with the next
 * @param now Low 16 bits of the time in ms
 */
void tt_receive(tt_turntable *turntable, uint8_t byte, uint16_t now);

/** Moves on to a time, and says how a move ended. To be called every few ms, and at least every 30 s. */
void tt_advance(tt_turntable *turntable, uint16_t now);

#ifdef __cplusplus
}
#endif
#endif
