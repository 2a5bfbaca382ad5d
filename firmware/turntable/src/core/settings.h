#ifndef TT_SETTINGS_H
#define TT_SETTINGS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Degrees a second squared. At the default, the table reaches 90 degrees a second in half a second. */
#define TT_ACCELERATION_MAX 1000u
#define TT_ACCELERATION_DEFAULT 180u

/** Settings of a table, kept in the EEPROM. */
typedef struct {
  uint16_t low, high;     /* the lowest and the highest angle, in centidegrees */
  uint16_t acceleration;  /* degrees a second squared; 0 for no ramps */
  uint8_t reverse;        /* 1 if the servo turns the other way */
} tt_settings;

/** Returns the settings of a new board. */
tt_settings tt_settings_default(void);

/** @returns 1 if all values are within their limits, else 0 */
uint8_t tt_settings_valid(const tt_settings *settings);

uint8_t tt_settings_equal(const tt_settings *one, const tt_settings *other);

#ifdef __cplusplus
}
#endif
#endif
