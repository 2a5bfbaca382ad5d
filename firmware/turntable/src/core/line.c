#include "line.h"

uint8_t tt_line_add(tt_line *line, uint8_t byte) {
  uint8_t after_cr = line->was_cr;
  line->was_cr = byte == '\r';
  if (byte == '\n' && after_cr) return 0;

  if (line->over) line->length = line->broken = line->over = 0;
  if (byte == '\r' || byte == '\n') {
    line->over = 1;
  } else if (byte == TT_LOST_BYTES) {
    line->broken = 1;
  } else if (line->length < TT_LINE_MAX) {
    line->text[line->length++] = (char)byte;
  } else {
    line->length = TT_LINE_MAX + 1;
  }
  return line->over;
}
