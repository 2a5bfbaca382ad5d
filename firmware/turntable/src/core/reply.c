#include "reply.h"

/* Drops bytes past the end. No reply is this long; the tests check it. */
static void put(tt_reply *reply, char byte) {
  if (reply->length < TT_REPLY_MAX) reply->text[reply->length++] = byte;
}

void tt_write(tt_reply *reply, const char *text) {
  while (*text) put(reply, *text++);
}

/* Writes the leading digit, and subtracts it from the number. Subtraction is faster than division on this processor. */
static void put_digit(tt_reply *reply, uint16_t *number, uint16_t power) {
  char digit = '0';
  for (; *number >= power; digit++) *number = (uint16_t)(*number - power);
  put(reply, digit);
}

void tt_write_number(tt_reply *reply, uint16_t number) {
  uint16_t whole = number;
  if (whole >= 10000) put_digit(reply, &number, 10000);
  if (whole >= 1000) put_digit(reply, &number, 1000);
  if (whole >= 100) put_digit(reply, &number, 100);
  if (whole >= 10) put_digit(reply, &number, 10);
  put_digit(reply, &number, 1);
}

void tt_write_degrees(tt_reply *reply, uint16_t centidegrees) {
  uint16_t whole = centidegrees;
  if (whole >= 10000) put_digit(reply, &centidegrees, 10000);
  if (whole >= 1000) put_digit(reply, &centidegrees, 1000);
  put_digit(reply, &centidegrees, 100);
  put(reply, '.');
  put_digit(reply, &centidegrees, 10);
  put_digit(reply, &centidegrees, 1);
}
