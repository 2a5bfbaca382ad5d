/* Protocol 2: moves, stop, state and version. */
#include <stdio.h>

#include "../turntable/src/core/command.h"
#include "check.h"
#include "table.h"
#include "tests.h"

static void moves(void) {
  it("acknowledges a move, and reports its end");
  table_boot(0);
  CHECK_TEXT(table_asked("M7:0@90\n"), "Ack: 7|");
  table_wait(999);
  CHECK_TEXT(table_said(), "");
  table_wait(1);
  CHECK_TEXT(table_said(), "Done: 7 0.00|");

  it("accepts angles and speeds with decimals");
  table_boot(0);
  CHECK_TEXT(table_asked("M1:90.5@1.25\n"), "Ack: 1|");
  table_wait(399);
  CHECK_TEXT(table_said(), "");
  table_wait(1);
  CHECK_TEXT(table_said(), "Done: 1 90.50|");

  it("moves at 33.33 degrees a second by default");
  table_boot(0);
  table_type("M1:180\n");
  table_wait(1000);
  CHECK_NUMBER(table.motion.position, 9000 + 3333);

  it("reports the end at once if the table is already there");
  table_boot(0);
  CHECK_TEXT(table_asked("M65535:90.00@360.00\n"), "Ack: 65535|Done: 65535 90.00|");

  it("reports the position of a cut before it answers the cutting line");
  table_boot(0);
  table_type("M1:0@100\n");
  table_wait(300);
  CHECK_TEXT(table_asked("M2:180\n"), "Ack: 1|Cut: 1 60.00|Ack: 2|");
  CHECK_TEXT(table_asked("60\n"), "Cut: 2 60.00|Input angle: 60|OK: Good to go|");
}

static void durations(void) {
  unsigned speed;
  it("takes the right number of 10 ms steps at every speed");
  for (speed = TT_SPEED_MIN; speed <= TT_SPEED_MAX; speed += 7) {
    char line[24];
    unsigned long steps = (9000ul * 100 + speed - 1) / speed;
    snprintf(line, sizeof line, "M1:0@%u.%02u\n", speed / 100, speed % 100);
    table_boot((uint16_t)(65000 + speed)); /* so that the 16-bit clock overflows */
    table_type(line);
    table_wait(steps * 10 - 1);
    CHECK(table.motion.moving);
    table_wait(1);
    CHECK_TEXT(table_said(), "Ack: 1|Done: 1 0.00|");
  }
}

static void refusals(void) {
  static const char *const bad[] = {
      "M\n",       "M1\n",      "M1:\n",       "M:90\n",     "M1:90@\n",   "M1:90@x\n",   "M1:90 \n",        "M1:90@5@5\n",
      "M-1:90\n",  "m1:90\n",   "M65536:90\n", "M1:90.\n",   "M1:.5\n",    "M1:9.123\n",  "M1:90@5.555\n",   "M1:-1\n",
      "M1;90\n",   "M4294967297:90\n",         "M1:000000000000000000000090\n"};
  unsigned i;
  it("refuses a malformed move");
  for (i = 0; i < sizeof bad / sizeof *bad; i++) {
    table_boot(0);
    CHECK_TEXT(table_asked(bad[i]), bad[i][0] == 'm' ? "Error: Angle more than 3 bytes|OK: Good to go|" : "Error: Bad input|OK: Good to go|");
  }
  it("refuses angles over 180");
  CHECK_TEXT(table_asked("M1:180.01\n"), "Error: Bad angle|OK: Good to go|");
  CHECK_TEXT(table_asked("M1:42949672970@0\n"), "Error: Bad angle|OK: Good to go|");
  it("refuses speeds below 1 and over 360");
  CHECK_TEXT(table_asked("M1:90@0.99\n"), "Error: Bad speed|OK: Good to go|");
  CHECK_TEXT(table_asked("M1:90@360.01\n"), "Error: Bad speed|OK: Good to go|");
}

static void others(void) {
  it("sends its protocol's version on request");
  table_boot(0);
  CHECK_TEXT(table_asked("V\n"), "Turntable: 3|");

  it("stops at once, and reports the end of the move");
  table_type("M3:100@10\n");
  table_wait(100);
  CHECK_TEXT(table_asked("!\n"), "Ack: 3|Cut: 3 91.00|Stop: 91.00|");
  table_wait(1000);
  CHECK_NUMBER(table.motion.position, 9100);
  CHECK_TEXT(table_asked("!\n"), "Stop: 91.00|");

  it("reports its state");
  table_boot(0);
  CHECK_TEXT(table_asked("?\n"), "State: pos=90.00 target=90.00 moving=0 id=0 lost=0|");
  table_type("0\n");
  table_wait(60);
  table_said();
  CHECK_TEXT(table_asked("?\n"), "State: pos=88.00 target=0.00 moving=1 id=0 lost=0|");
  table_type("M65535:180\n");
  table_said();
  CHECK_TEXT(table_asked("?\n"), "State: pos=88.00 target=180.00 moving=2 id=65535 lost=0|");

  it("drives the servo only after the first line that moves the table");
  table_boot(0);
  table_type("?\n!\nx\n");
  CHECK(!table.motion.driven);
  table_type("90\n");
  CHECK(table.motion.driven);
}

void test_moves(void) {
  moves();
  durations();
  refusals();
  others();
}
