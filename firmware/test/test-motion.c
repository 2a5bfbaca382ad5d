/* The servo's pulse, and late steps. */
#include "../turntable/src/core/command.h"
#include "check.h"
#include "table.h"
#include "tests.h"

static unsigned pulse_at(uint16_t position) {
  tt_motion motion = {0};
  motion.position = position;
  return tt_motion_pulse(&motion);
}

void test_motion(void) {
  unsigned position;
  tt_motion motion = {0};

  it("makes pulses from 544 to 2400 microseconds");
  CHECK_NUMBER(pulse_at(0), 2 * 544);
  CHECK_NUMBER(pulse_at(9000), 2 * 1472);
  CHECK_NUMBER(pulse_at(18000), 2 * 2400);

  it("rounds them to the nearest half microsecond");
  for (position = 0; position <= TT_ANGLE_MAX; position++) {
    double exact = 1088 + position * 3712.0 / 18000, error = pulse_at((uint16_t)position) - exact;
    CHECK(error <= 0.501 && error >= -0.501);
  }

  it("catches up after late calls");
  tt_motion_turn(&motion, 18000, 36000, 65530);
  tt_motion_advance(&motion, (uint16_t)(65530 + 109));
  CHECK_NUMBER(motion.position, 3600);
  tt_motion_advance(&motion, (uint16_t)(65530 + 30000));
  CHECK_NUMBER(motion.position, 18000);
  CHECK(!motion.moving);

  it("keeps the hundredths of a speed");
  motion.position = 0;
  tt_motion_turn(&motion, 18000, 101, 0);
  tt_motion_advance(&motion, 1000);
  CHECK_NUMBER(motion.position, 101);
}
