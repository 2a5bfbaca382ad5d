#ifndef TT_OUTBOX_H
#define TT_OUTBOX_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Bytes that it has room for, and one. Indexes of a byte wrap here by themselves. */
#define TT_OUTBOX_SIZE 256

/** Bytes that wait to be sent: put by the program, taken by an interrupt. All zero is an empty one. */
typedef struct {
  volatile uint8_t bytes[TT_OUTBOX_SIZE];
  volatile uint8_t head, tail;
} tt_outbox;

/**
 * Puts a reply as a whole, or not at all.
 *
 * @returns 1, or 0 where there is no room for all of it
 */
uint8_t tt_outbox_put(tt_outbox *outbox, const char *text, uint8_t length);

/** @returns whether there is nothing to take */
uint8_t tt_outbox_empty(const tt_outbox *outbox);

/** Takes the oldest byte; not to be called where there is none. */
uint8_t tt_outbox_take(tt_outbox *outbox);

#ifdef __cplusplus
}
#endif
#endif
