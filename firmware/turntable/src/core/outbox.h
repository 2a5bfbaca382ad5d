#ifndef TT_OUTBOX_H
#define TT_OUTBOX_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Capacity in bytes plus one. With 256, indexes of type uint8_t wrap around by themselves. */
#define TT_OUTBOX_SIZE 256

/** Bytes to send, put by the program and taken by an interrupt. All zero is an empty outbox. */
typedef struct {
  volatile uint8_t bytes[TT_OUTBOX_SIZE];
  volatile uint8_t head, tail;
} tt_outbox;

/** @returns the bytes that fit into the outbox now */
uint8_t tt_outbox_room(const tt_outbox *outbox);

/**
 * Puts a whole reply, or nothing.
 *
 * @returns 1, or 0 if there is no room for the whole reply
 */
uint8_t tt_outbox_put(tt_outbox *outbox, const char *text, uint8_t length);

uint8_t tt_outbox_empty(const tt_outbox *outbox);

/** Takes the oldest byte. The outbox must not be empty. */
uint8_t tt_outbox_take(tt_outbox *outbox);

#ifdef __cplusplus
}
#endif
#endif
