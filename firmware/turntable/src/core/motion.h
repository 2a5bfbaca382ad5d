#ifndef TT_MOTION_H
#define TT_MOTION_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Where the table is, and where it goes: to its target exactly, a step at a time. */
typedef struct {
  uint16_t position, target;  /* centidegrees, 0..18000 */
  uint16_t rate;              /* hundredths of a centidegree in a period */
  uint8_t remainder;          /* of them, what was less than a centidegree */
  uint8_t period;             /* ms between steps */
  uint16_t due;               /* low 16 bits of the time of the next step, in ms */
  uint8_t moving;
  uint8_t driven;             /* whether the servo has ever been told a position */
} tt_motion;

/** Turns to a target as in 2011: a degree every 30 ms. */
void tt_motion_sweep(tt_motion *motion, uint16_t target, uint16_t now);

/**
 * Turns to a target at a speed, a step every 10 ms.
 *
 * @param speed Centidegrees a second
 */
void tt_motion_turn(tt_motion *motion, uint16_t target, uint16_t speed, uint16_t now);

/** Stays where it is. */
void tt_motion_stop(tt_motion *motion);

/**
 * Takes the steps that are due.
 *
 * @param now Low 16 bits of the time in ms; to be called at least every 30 s while the table moves
 */
void tt_motion_advance(tt_motion *motion, uint16_t now);

/** @returns the length of the servo's pulse in half microseconds: 544 µs at 0°, 2400 µs at 180°, as the Servo library's */
uint16_t tt_motion_pulse(const tt_motion *motion);

#ifdef __cplusplus
}
#endif
#endif
