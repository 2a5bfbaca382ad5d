/* Limits, direction and acceleration. */
#include "../turntable/src/core/command.h"
#include "check.h"
#include "table.h"
#include "tests.h"

#define OK "|OK: Good to go|"

static void values(void) {
  it("reports its settings");
  table_boot(0);
  CHECK_TEXT(table_asked("S\n"), "Settings: low=0.00 high=180.00 acceleration=0 reverse=0|");

  it("changes a setting, and answers with all of them");
  CHECK_TEXT(table_asked("A1000\n"), "Settings: low=0.00 high=180.00 acceleration=1000 reverse=0|");
  CHECK_TEXT(table_asked("L20.5:170\n"), "Settings: low=20.50 high=170.00 acceleration=1000 reverse=0|");

  it("refuses bad values, and says what it expects");
  CHECK_TEXT(table_asked("A1001\nA\nA1.5\nA-1\n"),
             "Error: Bad acceleration, expected A0 to A1000" OK "Error: Bad acceleration, expected A0 to A1000" OK
             "Error: Bad acceleration, expected A0 to A1000" OK "Error: Bad acceleration, expected A0 to A1000" OK);
  CHECK_TEXT(table_asked("L90:90\n"), "Error: Bad limits, expected L0:180 with the lower first" OK);
  CHECK_TEXT(table_asked("L0:180.01\n"), "Error: Bad limits, expected L0:180 with the lower first" OK);
  CHECK_TEXT(table_asked("L20\n"), "Error: Bad limits, expected L0:180 with the lower first" OK);
  CHECK_TEXT(table_asked("L20:30 \n"), "Error: Bad limits, expected L0:180 with the lower first" OK);
  CHECK_TEXT(table_asked("R2\n"), "Error: Bad direction, expected R0 or R1" OK);
  CHECK_TEXT(table_asked("R\n"), "Error: Bad direction, expected R0 or R1" OK);
  CHECK_TEXT(table_asked("R01\n"), "Error: Bad direction, expected R0 or R1" OK);
  CHECK_TEXT(table_asked("S\n"), "Settings: low=20.50 high=170.00 acceleration=1000 reverse=0|");

  it("refuses to change a setting while the table moves");
  table_boot(0);
  table_type("M1:0@10\n");
  table_said();
  CHECK_TEXT(table_asked("A5\n"), "Error: The table moves, stop it with !" OK);
  CHECK_NUMBER(table.settings.acceleration, 0);
}

static void limits(void) {
  it("refuses angles outside the limits, and accepts the limits themselves");
  table_boot(0);
  table_type("L80:100.5\n");
  table_said();
  CHECK_TEXT(table_asked("79\n"), "Error: Outside the limits 80.00-100.50" OK);
  CHECK_TEXT(table_asked("M1:100.51\n"), "Error: Outside the limits 80.00-100.50" OK);
  CHECK(!table.motion.driven);
  CHECK_TEXT(table_asked("M1:100.5\n"), "Ack: 1|");
  CHECK_TEXT(table_asked("80\n"), "Cut: 1 90.00|Input angle: 80|");

  it("lets a table outside its limits come back between them");
  table_boot(0);
  table_type("L100:180\n");
  table_said();
  CHECK_TEXT(table_asked("M2:100@360\n"), "Ack: 2|");
  table_wait(100);
  CHECK_TEXT(table_said(), "Done: 2 100.00|");
}

static void direction(void) {
  unsigned before;
  it("turns the angles around, and keeps the table and its limits in their places");
  table_boot(0);
  table_type("M1:30@360\n");
  table_wait(1000);
  before = tt_pulse(&table);
  table_type("L20:170\n");
  table_said();
  CHECK_TEXT(table_asked("R1\n"), "Settings: low=10.00 high=160.00 acceleration=0 reverse=1|");
  CHECK_TEXT(table_asked("?\n"), "State: pos=150.00 target=150.00 moving=0 id=1 lost=0|");
  CHECK_NUMBER(tt_pulse(&table), before);
  CHECK_TEXT(table_asked("R1\n"), "Settings: low=10.00 high=160.00 acceleration=0 reverse=1|");
  table_type("M2:160@360\n");
  table_wait(1000);
  CHECK_NUMBER(tt_pulse(&table), tt_pulse_at(2000));
}

void test_settings(void) {
  values();
  limits();
  direction();
}
