#include "motion.h"

static void start(tt_motion *motion, uint16_t target, uint16_t rate, uint8_t period, uint16_t now) {
  motion->target = target;
  motion->rate = rate;
  motion->remainder = 0;
  motion->period = period;
  motion->due = (uint16_t)(now + period);
  motion->moving = target != motion->position;
  motion->driven = 1;
}

void tt_motion_sweep(tt_motion *motion, uint16_t target, uint16_t now) { start(motion, target, 100 * 100, 30, now); }

/* Centidegrees a second are hundredths of a centidegree in 10 ms. */
void tt_motion_turn(tt_motion *motion, uint16_t target, uint16_t speed, uint16_t now) {
  start(motion, target, speed, 10, now);
}

void tt_motion_stop(tt_motion *motion) {
  motion->target = motion->position;
  motion->moving = 0;
}

static void take_step(tt_motion *motion) {
  uint8_t up = motion->target > motion->position;
  uint16_t left = (uint16_t)(up ? motion->target - motion->position : motion->position - motion->target);
  uint16_t sum = (uint16_t)(motion->rate + motion->remainder); /* 36,000 + 99 at most */
  uint16_t step = (uint16_t)(sum / 100);
  motion->remainder = (uint8_t)(sum % 100);
  if (step > left) step = left;
  motion->position = (uint16_t)(up ? motion->position + step : motion->position - step);
  motion->due = (uint16_t)(motion->due + motion->period);
  motion->moving = motion->position != motion->target;
}

void tt_motion_advance(tt_motion *motion, uint16_t now) {
  while (motion->moving && (uint16_t)(now - motion->due) < 0x8000) take_step(motion);
}

/* 3,712 half microseconds for 18,000 centidegrees, rounded. */
uint16_t tt_motion_pulse(const tt_motion *motion) {
  return (uint16_t)(1088 + ((uint32_t)motion->position * 232 + 562) / 1125);
}
