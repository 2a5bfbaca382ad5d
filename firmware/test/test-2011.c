/* The protocol of 2011: angles. */
#include "check.h"
#include "table.h"
#include "tests.h"

static void answers(void) {
  it("announces an angle, and reports the arrival");
  table_boot(0);
  CHECK_TEXT(table_asked("92\n"), "Input angle: 92|");
  table_wait(59);
  CHECK_TEXT(table_said(), "");
  table_wait(1);
  CHECK_TEXT(table_said(), "OK: Good to go|");

  it("turns a degree every 30 ms, to its target exactly");
  table_boot(0);
  table_type("0\n");
  table_wait(30);
  CHECK_NUMBER(table.motion.position, 8900);
  table_wait(89 * 30);
  CHECK_NUMBER(table.motion.position, 0);

  it("reports the arrival at once if the table is already there");
  table_boot(0);
  CHECK_TEXT(table_asked("090\n"), "Input angle: 90|OK: Good to go|");

  it("sends OK for an angle that another one cuts");
  table_boot(0);
  CHECK_TEXT(table_asked("0\n180\n"), "Input angle: 0|OK: Good to go|Input angle: 180|");
  table_wait(2700);
  CHECK_TEXT(table_said(), "OK: Good to go|");
  CHECK_NUMBER(table.motion.position, 18000);
}

static void refusals(void) {
  it("accepts angles from 0 to 180");
  table_boot(0);
  CHECK_TEXT(table_asked("181\n"), "Error: Bad angle|OK: Good to go|");
  CHECK_TEXT(table_asked("999\n"), "Error: Bad angle|OK: Good to go|");
  CHECK_TEXT(table_asked("180\n"), "Input angle: 180|");
  CHECK_TEXT(table_asked("000\n"), "OK: Good to go|Input angle: 0|");

  it("refuses lines that are empty or no number");
  table_boot(0);
  CHECK_TEXT(table_asked("abc\n"), "Error: Bad input|OK: Good to go|");
  CHECK_TEXT(table_asked("-5\n"), "Error: Bad input|OK: Good to go|");
  CHECK_TEXT(table_asked(" 90\n"), "Error: Bad input|OK: Good to go|");
  CHECK_TEXT(table_asked("9\xff\n"), "Error: Bad input|OK: Good to go|");
  CHECK_TEXT(table_asked("\n"), "Error: Bad input|OK: Good to go|");

  it("refuses any line of more than 3 bytes");
  CHECK_TEXT(table_asked("1234\n"), "Error: Angle more than 3 bytes|OK: Good to go|");
  CHECK_TEXT(table_asked("0000000000000000000000000000090\n"), "Error: Angle more than 3 bytes|OK: Good to go|");

  it("lets the table move on after a refused line");
  table_boot(0);
  table_type("80\n");
  table_wait(100);
  table_type("x\n");
  table_wait(200);
  CHECK_TEXT(table_said(), "Input angle: 80|Error: Bad input|OK: Good to go|OK: Good to go|");
  CHECK_NUMBER(table.motion.position, 8000);
}

static void line_ends(void) {
  it("accepts CR, LF and CR LF as the end of a line");
  table_boot(0);
  CHECK_TEXT(table_asked("90\r"), "Input angle: 90|OK: Good to go|");
  CHECK_TEXT(table_asked("\n90\n"), "Input angle: 90|OK: Good to go|");
  CHECK_TEXT(table_asked("90\r\n90\r\n"), "Input angle: 90|OK: Good to go|Input angle: 90|OK: Good to go|");
  CHECK_TEXT(table_asked("\n\r"), "Error: Bad input|OK: Good to go|Error: Bad input|OK: Good to go|");
}

void test_2011(void) {
  answers();
  refusals();
  line_ends();
}
