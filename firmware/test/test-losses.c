/* Lost bytes, and answers without room. */
#include "../turntable/src/core/inbox.h"
#include "../turntable/src/core/outbox.h"
#include "check.h"
#include "table.h"
#include "tests.h"

static void lost_answers(void) {
  it("obeys a line without room for its answer, and counts the loss");
  table_boot(0);
  table_room = 0;
  table_type("M5:80@100\n");
  table_wait(100);
  table_room = 255;
  CHECK_TEXT(table_asked("?\n"), "State: pos=80.00 target=80.00 moving=0 id=5 lost=1|");

  it("reports the end of an announced move once there is room");
  table_boot(0);
  table_type("M5:80@100\n");
  table_room = 0;
  table_wait(500);
  table_room = 255;
  table_wait(1);
  CHECK_TEXT(table_said(), "Ack: 5|Done: 5 80.00|");

  it("reports a cut later if there was no room for the answer to the cutting line");
  table_boot(0);
  table_type("M5:0@100\n");
  table_wait(100);
  table_room = 0;
  table_type("M6:90@100\n");
  table_wait(50);
  table_room = 255;
  table_wait(1000);
  CHECK_TEXT(table_said(), "Ack: 5|Cut: 5 80.00|");
  CHECK_NUMBER(table.motion.position, 9000);

  it("stops even without room for the answer");
  table_boot(0);
  table_type("0\n");
  table_wait(300);
  table_room = 0;
  table_type("!\n");
  table_room = 255;
  table_wait(100);
  CHECK_TEXT(table_said(), "Input angle: 0|OK: Good to go|");
  CHECK_TEXT(table_asked("?\n"), "State: pos=80.00 target=80.00 moving=0 id=0 lost=1|");

  it("counts losses up to 65535");
  table_boot(0);
  table.lost = 65534;
  table_room = 0;
  table_type("?\n?\n?\n");
  CHECK_NUMBER(table.lost, 65535);
}

static void lost_bytes(void) {
  it("refuses a line that lost bytes, and obeys the next one");
  table_boot(0);
  table_type("1");
  tt_receive(&table, TT_LOST_BYTES, 0);
  CHECK_TEXT(table_asked("0\n90\n"), "Error: Bad input|OK: Good to go|Input angle: 90|OK: Good to go|");
  CHECK_NUMBER(table.lost, 1);

  it("refuses any command that lost bytes");
  tt_receive(&table, TT_LOST_BYTES, 0);
  CHECK_TEXT(table_asked("?\n"), "Error: Bad input|OK: Good to go|");
}

static void inbox(void) {
  static tt_inbox box, fresh;
  int i;
  it("keeps bytes in order");
  box = fresh;
  for (i = 0; i < 1000; i++) {
    tt_inbox_put(&box, (uint8_t)(i + 1), 0);
    tt_inbox_put(&box, (uint8_t)(i + 2), 0);
    CHECK_NUMBER(tt_inbox_take(&box), (uint8_t)(i + 1));
    CHECK_NUMBER(tt_inbox_take(&box), (uint8_t)(i + 2));
    CHECK(tt_inbox_empty(&box));
  }

  it("marks a loss before the next byte");
  box = fresh;
  for (i = 0; i < TT_INBOX_SIZE - 1 + 5; i++) tt_inbox_put(&box, 'a', 0);
  CHECK_NUMBER(tt_inbox_take(&box), 'a');
  CHECK_NUMBER(tt_inbox_take(&box), 'a');
  tt_inbox_put(&box, 'b', 0);
  for (i = 0; i < TT_INBOX_SIZE - 3; i++) CHECK_NUMBER(tt_inbox_take(&box), 'a');
  CHECK_NUMBER(tt_inbox_take(&box), TT_LOST_BYTES);
  CHECK_NUMBER(tt_inbox_take(&box), 'b');
  CHECK(tt_inbox_empty(&box));

  it("uses the last room for the mark, and then goes on losing bytes");
  for (i = 0; i < TT_INBOX_SIZE; i++) tt_inbox_put(&box, 'a', 0);
  tt_inbox_take(&box);
  tt_inbox_put(&box, 'b', 0);
  for (i = 0; i < TT_INBOX_SIZE - 2; i++) CHECK_NUMBER(tt_inbox_take(&box), 'a');
  CHECK_NUMBER(tt_inbox_take(&box), TT_LOST_BYTES);
  CHECK(tt_inbox_empty(&box));
  tt_inbox_put(&box, 'c', 0);
  CHECK_NUMBER(tt_inbox_take(&box), TT_LOST_BYTES);
  CHECK_NUMBER(tt_inbox_take(&box), 'c');

  it("puts the mark in place of a broken byte");
  tt_inbox_put(&box, 'x', 1);
  tt_inbox_put(&box, 'y', 0);
  CHECK_NUMBER(tt_inbox_take(&box), TT_LOST_BYTES);
  CHECK_NUMBER(tt_inbox_take(&box), 'y');
  CHECK(tt_inbox_empty(&box));
}

static void outbox(void) {
  static tt_outbox box;
  int i;
  it("takes a whole reply or nothing");
  for (i = 0; i < 25; i++) CHECK(tt_outbox_put(&box, "ten bytes\n", 10));
  CHECK(!tt_outbox_put(&box, "6 byte", 6));
  CHECK(tt_outbox_put(&box, "5 byt", 5));
  CHECK(!tt_outbox_put(&box, "1", 1));
  for (i = 0; i < 250; i++) CHECK_NUMBER(tt_outbox_take(&box), "ten bytes\n"[i % 10]);
  CHECK(tt_outbox_put(&box, "ab", 2));
  for (i = 0; i < 7; i++) CHECK_NUMBER(tt_outbox_take(&box), "5 bytab"[i]);
  CHECK(tt_outbox_empty(&box));
}

void test_losses(void) {
  lost_answers();
  lost_bytes();
  inbox();
  outbox();
}
