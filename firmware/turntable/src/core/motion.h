#ifndef TT_MOTION_H
#define TT_MOTION_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The position of the table, and its way to the target in steps. The table speeds up and slows down by ramps, also if a new
 * target cuts its way. It reaches the target exactly.
 */
typedef struct {
  uint16_t position, target;  /* centidegrees, 0..18000 */
  int32_t place;              /* the position in hundredths of a centidegree */
  int32_t velocity;           /* hundredths of a centidegree in a period, negative towards 0 degrees */
  uint16_t limit;             /* the ordered speed in the same unit */
  uint16_t ramp;              /* most that the velocity changes from step to step; 0 for any change */
  uint8_t period;             /* ms between steps */
  uint16_t due;               /* low 16 bits of the time of the next step, in ms */
  uint8_t moving;
  uint8_t driven;             /* the servo has received a position since boot */
} tt_motion;

/** Sets the position of a table at rest, in centidegrees. */
void tt_motion_place(tt_motion *motion, uint16_t position);

/** Turns to a target as in 2011: a degree every 30 ms, without ramps. */
void tt_motion_sweep(tt_motion *motion, uint16_t target, uint16_t now);

/**
 * Turns to a target at a speed, a step every 10 ms.
 *
 * @param speed Centidegrees a second
 * @param acceleration Degrees a second squared, at most TT_ACCELERATION_MAX; 0 for no ramps
 */
void tt_motion_turn(tt_motion *motion, uint16_t target, uint16_t speed, uint16_t acceleration, uint16_t now);

/** Stops at once at the current position. */
void tt_motion_stop(tt_motion *motion);

/**
 * Takes the due steps. While the table moves, call it at least every 30 s.
 *
 * @param now Low 16 bits of the time in ms
 */
void tt_motion_advance(tt_motion *motion, uint16_t now);

/**
 * @param position Centidegrees
 * @returns the length of the servo's pulse in half microseconds: 544 µs at 0°, 2400 µs at 180°, as in the Servo library
 */
uint16_t tt_pulse_at(uint16_t position);

#ifdef __cplusplus
}
#endif
#endif
