#ifndef TT_REPLY_H
#define TT_REPLY_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Bytes of the longest reply. A refusal of limits has 73. */
#define TT_REPLY_MAX 80

/** A reply of one or more lines, sent as a whole. */
typedef struct {
  char text[TT_REPLY_MAX];
  uint8_t length;
} tt_reply;

void tt_write(tt_reply *reply, const char *text);
void tt_write_number(tt_reply *reply, uint16_t number);
/** Writes degrees with two decimals. */
void tt_write_degrees(tt_reply *reply, uint16_t centidegrees);

#ifdef __cplusplus
}
#endif
#endif
