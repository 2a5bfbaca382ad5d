#include "reply.h"

/* What would not fit is left out rather than written past the end; the tests hold that nothing is. */
static void put(tt_reply *reply, char byte) {
  if (reply->length < TT_REPLY_MAX) reply->text[reply->length++] = byte;
}

void tt_write(tt_reply *reply, const char *text) {
  while (*text) put(reply, *text++);
}

void tt_write_number(tt_reply *reply, uint16_t number) {
  char digits[5];
  uint8_t count = 0;
  do {
    digits[count++] = (char)('0' + number % 10);
    number /= 10;
  } while (number);
  while (count) put(reply, digits[--count]);
}

void tt_write_degrees(tt_reply *reply, uint16_t centidegrees) {
  tt_write_number(reply, centidegrees / 100);
  put(reply, '.');
  put(reply, (char)('0' + centidegrees / 10 % 10));
  put(reply, (char)('0' + centidegrees % 10));
}

void tt_write_end(tt_reply *reply) { tt_write(reply, "\r\n"); }
