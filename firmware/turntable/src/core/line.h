#ifndef TT_LINE_H
#define TT_LINE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Bytes of the longest line that means anything: M65535:179.99@359.99 has 20. */
#define TT_LINE_MAX 24

/** Stands where the transport lost bytes. A NUL that someone sends is taken for the same. */
#define TT_LOST_BYTES 0

/** A line as it comes in, byte by byte. All zero is an empty one. */
typedef struct {
  char text[TT_LINE_MAX];
  uint8_t length;  /* TT_LINE_MAX + 1 where it is longer than any line that means something */
  uint8_t broken;  /* bytes of it were lost */
  uint8_t over;    /* it has been read: the next byte starts another */
  uint8_t was_cr;  /* an LF would belong to the CR before */
} tt_line;

/**
 * Adds a byte to the line, or starts the next one where the line was complete.
 *
 * @returns 1 where the byte ends the line (CR, LF, or CR LF, which is one end), else 0
 */
uint8_t tt_line_add(tt_line *line, uint8_t byte);

#ifdef __cplusplus
}
#endif
#endif
