#ifndef TT_MEMORY_H
#define TT_MEMORY_H

#include <stdint.h>
#include "motion.h"
#include "settings.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The EEPROM is a ring of records. Each save takes the next record, so that all of them wear alike. */
#define TT_RECORD_SIZE 16
#define TT_RECORDS 64
/** A moving table saves its position each time it is this far from the last saved one, in centidegrees. */
#define TT_SAVE_DISTANCE 1000

/** Reads a byte of the EEPROM. */
typedef uint8_t (*tt_read)(uint16_t address);

/** The saved position and settings of the table. A record has both, so that they always fit together. */
typedef struct {
  tt_read read;
  uint32_t sequence;  /* number of the last save; the highest one in the EEPROM is the newest */
  uint16_t position;  /* centidegrees, saved or being saved */
  tt_settings settings;
  uint16_t record;    /* index of the last record */
  uint8_t bytes[TT_RECORD_SIZE];
  uint8_t left;       /* bytes of the record still to be written */
} tt_memory;

/**
 * Finds the newest valid record. A record that a loss of power left incomplete is not valid.
 *
 * @param position Position if the EEPROM has no valid record; its settings are then the default
 */
void tt_memory_load(tt_memory *memory, tt_read read, uint16_t position);

/**
 * Finds the next byte to write: of new settings, of the position at rest, or of a position on the way. Skips bytes that the EEPROM
 * already has. Call it when the EEPROM can take a byte.
 *
 * @returns 1 if `address` and `byte` are set, else 0
 */
uint8_t tt_memory_next(tt_memory *memory, const tt_motion *motion, const tt_settings *settings, uint16_t *address, uint8_t *byte);

#ifdef __cplusplus
}
#endif
#endif
