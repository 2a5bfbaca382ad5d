#include "table.h"

#include <string.h>

tt_turntable table;
uint8_t table_room;
static uint16_t now;
static char said[1 << 16], read[1 << 16];

static uint8_t keep(const char *text, uint8_t length) {
  size_t end = strlen(said);
  if (length > table_room || end + length >= sizeof said) return 0;
  for (; length--; text++) {
    if (*text != '\r') said[end++] = *text == '\n' ? '|' : *text;
  }
  said[end] = '\0';
  return 1;
}

static uint8_t room(void) { return table_room; }

void table_boot(uint16_t time) {
  tt_settings settings = tt_settings_default();
  now = time;
  table_room = 255;
  settings.acceleration = 0; /* tests of other things state exact times */
  tt_boot(&table, keep, room, TT_BOOT_POSITION, &settings);
  table_said();
}

void table_type(const char *text) {
  while (*text) tt_receive(&table, (uint8_t)*text++, now);
}

void table_wait(unsigned long milliseconds) {
  while (milliseconds--) tt_advance(&table, ++now);
}

const char *table_said(void) {
  strcpy(read, said);
  said[0] = '\0';
  return read;
}

const char *table_asked(const char *text) {
  table_type(text);
  return table_said();
}
