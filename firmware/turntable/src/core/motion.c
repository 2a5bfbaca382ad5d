#include "motion.h"

#include "command.h"

#define LAST_PLACE (TT_ANGLE_MAX * 100l)

void tt_motion_place(tt_motion *motion, uint16_t position) {
  motion->position = motion->target = position;
  motion->place = (int32_t)position * 100;
  motion->velocity = 0;
  motion->moving = 0;
}

static void start(tt_motion *motion, uint16_t target, uint8_t period, uint16_t now) {
  /* A table on its way keeps the time of its steps. */
  if (!motion->moving || motion->period != period) motion->due = (uint16_t)(now + period);
  motion->target = target;
  motion->period = period;
  motion->moving = motion->velocity != 0 || target != motion->position;
  motion->driven = 1;
}

void tt_motion_sweep(tt_motion *motion, uint16_t target, uint16_t now) {
  tt_motion_stop(motion);
  motion->limit = 100 * 100;
  motion->ramp = 0;
  start(motion, target, 30, now);
}

/* Centidegrees a second are hundredths of a centidegree in 10 ms. Degrees a second squared add as many of them in each step. */
void tt_motion_turn(tt_motion *motion, uint16_t target, uint16_t speed, uint16_t acceleration, uint16_t now) {
  if (motion->period != 10 || !acceleration) tt_motion_stop(motion);
  motion->limit = speed;
  motion->ramp = acceleration;
  start(motion, target, 10, now);
}

void tt_motion_stop(tt_motion *motion) { tt_motion_place(motion, motion->position); }

/*
 * The fastest speed that stops within a distance, at least the first step of a ramp. The steps of the speed and of all ramps
 * below it cover speed * (speed + ramp) / (2 * ramp).
 */
static uint16_t fastest(const tt_motion *motion, uint32_t distance) {
  uint16_t bit, ramp = motion->ramp, speed = 0;
  uint16_t least = ramp < motion->limit ? ramp : motion->limit;
  uint32_t squares = 2 * (uint32_t)ramp * distance; /* 3,600,000,000 at most */
  if (!ramp) return motion->limit;
  for (bit = 0x8000; bit; bit >>= 1) {
    uint32_t more = speed | bit;
    if (more <= motion->limit && more * (more + ramp) <= squares) speed |= bit;
  }
  return speed > least ? speed : least;
}

static int32_t between(int32_t number, int32_t low, int32_t high) { return number < low ? low : number > high ? high : number; }

static void take_step(tt_motion *motion) {
  int32_t way = (int32_t)motion->target * 100 - motion->place;
  int32_t wanted = fastest(motion, (uint32_t)(way < 0 ? -way : way));
  int32_t ramp = motion->ramp;
  if (way < 0) wanted = -wanted;
  motion->velocity = ramp ? between(wanted, motion->velocity - ramp, motion->velocity + ramp) : wanted;
  motion->due = (uint16_t)(motion->due + motion->period);
  /* A hundredth of a degree too far, if a new target cuts the last steps before the end of the range. */
  motion->place = between(motion->place + motion->velocity, 0, LAST_PLACE);
  motion->position = (uint16_t)((motion->place + 50) / 100);
  /* A table that is too fast to stop passes the target, and comes back. */
  if (ramp && (motion->velocity > ramp || motion->velocity < -ramp)) return;
  if (way < 0 ? motion->velocity <= way : motion->velocity >= way) tt_motion_place(motion, motion->target);
}

void tt_motion_advance(tt_motion *motion, uint16_t now) {
  while (motion->moving && (uint16_t)(now - motion->due) < 0x8000) take_step(motion);
}

/* 3,712 half microseconds for 18,000 centidegrees, rounded. */
uint16_t tt_pulse_at(uint16_t position) { return (uint16_t)(1088 + ((uint32_t)position * 232 + 562) / 1125); }
