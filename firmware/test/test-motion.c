/* The servo's pulse, late steps, and ramps. */
#include "../turntable/src/core/command.h"
#include "check.h"
#include "table.h"
#include "tests.h"

/* The step to the target may be an eighth shorter than the ramp demands. */
static long jump_limit(unsigned acceleration) { return acceleration + acceleration / 8 + 1; }

/** The fastest and slowest velocity, and the largest change of it, of a move that runs to its end. */
typedef struct {
  long highest, lowest, jump, steps;
} course;

static void take_to_end(tt_motion *motion, uint16_t *now, course *way) {
  while (motion->moving) {
    long before = motion->place, velocity = motion->velocity;
    tt_motion_advance(motion, *now = (uint16_t)(*now + 10));
    before = motion->place - before;
    way->steps++;
    if (before > way->highest) way->highest = before;
    if (before < way->lowest) way->lowest = before;
    if (before - velocity > way->jump) way->jump = before - velocity;
    if (velocity - before > way->jump) way->jump = velocity - before;
  }
}

static void ramps(void) {
  static const course none = {0, 0, 0, 0};
  tt_motion motion = {0};
  course way = none;
  uint16_t now = 65000, speed, target;
  unsigned acceleration;

  it("speeds up and slows down by ramps");
  tt_motion_place(&motion, 0);
  tt_motion_turn(&motion, 9000, 9000, 180, now);
  take_to_end(&motion, &now, &way);
  CHECK_NUMBER(motion.position, 9000);
  CHECK_NUMBER(way.highest, 9000);
  CHECK_NUMBER(way.lowest, 0);
  CHECK_NUMBER(way.jump, 180);
  CHECK(way.steps >= 148 && way.steps <= 152); /* 90 / 90 + 90 / 180 seconds */

  it("turns without ramps at an acceleration of 0");
  tt_motion_turn(&motion, 0, 9000, 0, now);
  tt_motion_advance(&motion, now = (uint16_t)(now + 10));
  CHECK_NUMBER(motion.position, 8910);
  tt_motion_stop(&motion);

  it("never changes its velocity by more than the acceleration, at any speed and distance");
  for (acceleration = 1; acceleration <= TT_ACCELERATION_MAX; acceleration = acceleration * 3 + 1) {
    for (speed = TT_SPEED_MIN; speed <= TT_SPEED_MAX - 3500; speed += 3500) {
      for (target = 0; target <= TT_ANGLE_MAX - 701; target += 701) {
        long first = motion.position;
        way = none;
        tt_motion_turn(&motion, target, speed, (uint16_t)acceleration, now);
        take_to_end(&motion, &now, &way);
        CHECK_NUMBER(motion.position, target);
        CHECK(way.highest <= speed && way.lowest >= -speed && way.jump <= jump_limit(acceleration));
        CHECK(first > target ? way.highest <= 0 : way.lowest >= 0); /* no overshooting */
      }
    }
  }

  it("brakes before it turns back, and comes back to a target that it can't stop at");
  tt_motion_place(&motion, 0);
  tt_motion_turn(&motion, 18000, 9000, 180, now);
  while (motion.position < 9000) tt_motion_advance(&motion, now = (uint16_t)(now + 10));
  way = none;
  tt_motion_turn(&motion, 9100, 9000, 180, now);
  take_to_end(&motion, &now, &way);
  CHECK_NUMBER(motion.position, 9100);
  CHECK(way.highest > 8000 && way.lowest < 0 && way.jump <= jump_limit(180));

  it("keeps its velocity if a new target lies further on");
  tt_motion_turn(&motion, 0, 9000, 180, now);
  while (motion.position > 4500) tt_motion_advance(&motion, now = (uint16_t)(now + 10));
  tt_motion_turn(&motion, 10, 9000, 180, now);
  CHECK_NUMBER(motion.velocity, -9000);

  it("stays between 0 and 180 degrees if new targets cut its last steps");
  for (target = 0; target < 5000; target++) {
    unsigned i;
    tt_motion_place(&motion, (uint16_t)(18000 - target));
    tt_motion_turn(&motion, 18000, 36000, TT_ACCELERATION_MAX, now);
    for (i = target % 50; i && motion.moving; i--) tt_motion_advance(&motion, now = (uint16_t)(now + 10));
    tt_motion_turn(&motion, 9000, 36000, TT_ACCELERATION_MAX, now);
    while (motion.velocity > 0) {
      tt_motion_advance(&motion, now = (uint16_t)(now + 10));
      CHECK(motion.position <= TT_ANGLE_MAX);
    }
  }

  it("stops at once");
  tt_motion_turn(&motion, 0, 36000, 180, now);
  tt_motion_advance(&motion, (uint16_t)(now + 500));
  target = motion.position;
  tt_motion_stop(&motion);
  tt_motion_advance(&motion, (uint16_t)(now + 1000));
  CHECK_NUMBER(motion.position, target);
}

void test_motion(void) {
  unsigned position;
  tt_motion motion = {0};

  it("makes pulses from 544 to 2400 microseconds");
  CHECK_NUMBER(tt_pulse_at(0), 2 * 544);
  CHECK_NUMBER(tt_pulse_at(9000), 2 * 1472);
  CHECK_NUMBER(tt_pulse_at(18000), 2 * 2400);

  it("rounds them to the nearest half microsecond");
  for (position = 0; position <= TT_ANGLE_MAX; position++) {
    double exact = 1088 + position * 3712.0 / 18000, error = tt_pulse_at((uint16_t)position) - exact;
    CHECK(error <= 0.501 && error >= -0.501);
  }

  it("catches up after late calls");
  tt_motion_turn(&motion, 18000, 36000, 0, 65530);
  tt_motion_advance(&motion, (uint16_t)(65530 + 109));
  CHECK_NUMBER(motion.position, 3600);
  tt_motion_advance(&motion, (uint16_t)(65530 + 30000));
  CHECK_NUMBER(motion.position, 18000);
  CHECK(!motion.moving);

  it("keeps the hundredths of a speed");
  tt_motion_place(&motion, 0);
  tt_motion_turn(&motion, 18000, 101, 0, 0);
  tt_motion_advance(&motion, 1000);
  CHECK_NUMBER(motion.position, 101);

  ramps();
}
