#ifndef TABLE_H
#define TABLE_H

#include <stdint.h>

#include "../turntable/src/core/turntable.h"

/** A turntable with its own clock. Its answers are recorded. */
extern tt_turntable table;

/** Room for replies in bytes; longer replies are not sent. 255 by default. */
extern uint8_t table_room;

/** Boots a table without ramps at a time, and drops its banner. */
void table_boot(uint16_t time);

/** Sends a text to the table without letting time pass. */
void table_type(const char *text);

/** Lets time pass, in ms. */
void table_wait(unsigned long milliseconds);

/** @returns the answers since the last call, with | for the end of a line */
const char *table_said(void);

/** Sends a text. @returns the answers since the last call, the answer to the text last */
const char *table_asked(const char *text);

#endif
