#ifndef TT_INBOX_H
#define TT_INBOX_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Capacity in bytes plus one; a power of two. At 115,200 baud the inbox fills in 11 ms. */
#define TT_INBOX_SIZE 128

/** Received bytes, put by an interrupt and taken by the program. All zero is an empty inbox. */
typedef struct {
  volatile uint8_t bytes[TT_INBOX_SIZE];
  volatile uint8_t head, tail;
  uint8_t lost; /* bytes were lost, and no TT_LOST_BYTES marks the loss yet */
} tt_inbox;

/**
 * Puts a byte. If it is broken or there is no room, puts a TT_LOST_BYTES instead, as soon as there is room.
 *
 * @param broken Not 0 if this byte or one before it was lost
 */
void tt_inbox_put(tt_inbox *inbox, uint8_t byte, uint8_t broken);

uint8_t tt_inbox_empty(const tt_inbox *inbox);

/** Takes the oldest byte. The inbox must not be empty. */
uint8_t tt_inbox_take(tt_inbox *inbox);

#ifdef __cplusplus
}
#endif
#endif
