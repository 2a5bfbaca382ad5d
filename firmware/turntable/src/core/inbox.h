#ifndef TT_INBOX_H
#define TT_INBOX_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Bytes that it has room for, and one; a power of two. At 115,200 baud it fills in 11 ms. */
#define TT_INBOX_SIZE 128

/** Bytes that came in and wait to be read: put by an interrupt, taken by the program. All zero is an empty one. */
typedef struct {
  volatile uint8_t bytes[TT_INBOX_SIZE];
  volatile uint8_t head, tail;
  uint8_t lost; /* bytes were lost that no TT_LOST_BYTES stands for yet */
} tt_inbox;

/**
 * Puts a byte. Where it is broken or there is no room, a TT_LOST_BYTES takes its place, once there is room.
 *
 * @param broken Whether bytes were lost: this one, or one before it
 */
void tt_inbox_put(tt_inbox *inbox, uint8_t byte, uint8_t broken);

/** @returns whether there is nothing to take */
uint8_t tt_inbox_empty(const tt_inbox *inbox);

/** Takes the oldest byte; not to be called where there is none. */
uint8_t tt_inbox_take(tt_inbox *inbox);

#ifdef __cplusplus
}
#endif
#endif
