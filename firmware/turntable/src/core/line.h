#ifndef TT_LINE_H
#define TT_LINE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Bytes of the longest valid line. M65535:179.99@359.99 has 20. */
#define TT_LINE_MAX 24

/** Marks bytes lost by the transport. A NUL byte from the host counts as the same. */
#define TT_LOST_BYTES 0

/** A line received byte by byte. All zero is an empty line. */
typedef struct {
  char text[TT_LINE_MAX];
  uint8_t length;  /* TT_LINE_MAX + 1 for any longer line */
  uint8_t broken;  /* bytes of the line were lost */
  uint8_t over;    /* the line is complete: the next byte starts another */
  uint8_t was_cr;  /* the last byte was a CR: an LF now belongs to it */
} tt_line;

/**
 * Adds a byte to the line. If the line was complete, starts the next one.
 *
 * @returns 1 if the byte ends the line (CR, LF, or CR LF, which is one end), else 0
 */
uint8_t tt_line_add(tt_line *line, uint8_t byte);

#ifdef __cplusplus
}
#endif
#endif
