#include "inbox.h"

#include "line.h"

#define NEXT(index) ((uint8_t)(((index) + 1) & (TT_INBOX_SIZE - 1)))

static uint8_t put(tt_inbox *inbox, uint8_t byte) {
  uint8_t head = inbox->head;
  if (NEXT(head) == inbox->tail) return 0;
  inbox->bytes[head] = byte;
  inbox->head = NEXT(head);
  return 1;
}

void tt_inbox_put(tt_inbox *inbox, uint8_t byte, uint8_t broken) {
  if (broken) inbox->lost = 1;
  if (inbox->lost && put(inbox, TT_LOST_BYTES)) inbox->lost = 0;
  if (!broken && (inbox->lost || !put(inbox, byte))) inbox->lost = 1;
}

uint8_t tt_inbox_empty(const tt_inbox *inbox) { return inbox->head == inbox->tail; }

uint8_t tt_inbox_take(tt_inbox *inbox) {
  uint8_t byte = inbox->bytes[inbox->tail];
  inbox->tail = NEXT(inbox->tail);
  return byte;
}
