#ifndef TABLE_H
#define TABLE_H

#include <stdint.h>

#include "../turntable/src/core/turntable.h"

/** A turntable with a clock of its own, whose answers are kept. */
extern tt_turntable table;

/** The most bytes that a reply may have to be sent; 255 unless a test says otherwise. */
extern uint8_t table_room;

/** Boots the table at a time, and forgets what it said. */
void table_boot(uint16_t time);

/** Receives a text, all at one time. */
void table_type(const char *text);

/** Lets time pass, in ms. */
void table_wait(unsigned long milliseconds);

/** @returns what was said since the last call, with | for the end of a line */
const char *table_said(void);

/** Receives a text. @returns what was said since the last call, the answer to the text last */
const char *table_asked(const char *text);

#endif
