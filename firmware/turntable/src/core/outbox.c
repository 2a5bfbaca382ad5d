#include "outbox.h"

uint8_t tt_outbox_room(const tt_outbox *outbox) { return (uint8_t)(outbox->tail - outbox->head - 1); }

uint8_t tt_outbox_put(tt_outbox *outbox, const char *text, uint8_t length) {
  uint8_t head = outbox->head;
  if (length > tt_outbox_room(outbox)) return 0;
  while (length--) outbox->bytes[head++] = (uint8_t)*text++;
  outbox->head = head; /* publishes the whole reply at once */
  return 1;
}

uint8_t tt_outbox_empty(const tt_outbox *outbox) { return outbox->head == outbox->tail; }

uint8_t tt_outbox_take(tt_outbox *outbox) {
  uint8_t byte = outbox->bytes[outbox->tail];
  outbox->tail++;
  return byte;
}
