#ifndef TT_MEMORY_H
#define TT_MEMORY_H

#include <stdint.h>
#include "motion.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The EEPROM is a ring of records. Each save takes the next record, so that all of them wear alike. */
#define TT_RECORD_SIZE 8
#define TT_RECORDS 128
/** A moving table saves its position each time it is this far from the last saved one, in centidegrees. */
#define TT_SAVE_DISTANCE 1000

/** Reads a byte of the EEPROM. */
typedef uint8_t (*tt_read)(uint16_t address);

/** The saved position of the table. */
typedef struct {
  uint32_t sequence;  /* number of the last save; the highest one in the EEPROM is the newest */
  uint16_t position;  /* centidegrees, saved or being saved */
  uint16_t record;    /* index of the last record */
  uint8_t bytes[TT_RECORD_SIZE];
  uint8_t left;       /* bytes of the record still to be written */
} tt_memory;

/**
 * Finds the newest valid record. A record that a loss of power left incomplete is not valid.
 *
 * @param otherwise Position if the EEPROM has no valid record
 */
void tt_memory_load(tt_memory *memory, tt_read read, uint16_t otherwise);

/**
 * Finds the next byte to write: of the position at rest, or of a position on the way. Call it when the EEPROM can take a byte.
 *
 * @returns 1 if `address` and `byte` are set, else 0
 */
uint8_t tt_memory_next(tt_memory *memory, const tt_motion *motion, uint16_t *address, uint8_t *byte);

#ifdef __cplusplus
}
#endif
#endif
