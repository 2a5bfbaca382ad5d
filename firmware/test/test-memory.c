/* The saved position and settings. */
#include <string.h>

#include "../turntable/src/core/memory.h"
#include "check.h"
#include "tests.h"

static uint8_t eeprom[TT_RECORDS * TT_RECORD_SIZE];
static unsigned writes[TT_RECORDS * TT_RECORD_SIZE];

static uint8_t read_eeprom(uint16_t address) { return eeprom[address]; }

static const tt_settings usual = {0, 18000, 180, 0};

static uint16_t loaded(void) {
  tt_memory memory;
  tt_memory_load(&memory, read_eeprom, 9000);
  return memory.position;
}

/* Saves for as long as there is something to save, at most `limit` bytes. */
static int save_all(tt_memory *memory, const tt_motion *motion, const tt_settings *settings, int limit) {
  uint16_t address;
  uint8_t byte;
  int count = 0;
  for (; count < limit && tt_memory_next(memory, motion, settings, &address, &byte); count++) {
    eeprom[address] = byte;
    writes[address]++;
  }
  return count;
}

static int save(tt_memory *memory, const tt_motion *motion, int limit) { return save_all(memory, motion, &usual, limit); }

void test_memory(void) {
  tt_memory memory;
  tt_motion motion = {0};
  unsigned i;
  int torn;
  memset(eeprom, 0xff, sizeof eeprom);

  it("uses the given position if nothing is saved");
  CHECK_NUMBER(loaded(), 9000);

  it("saves the position at rest once");
  tt_memory_load(&memory, read_eeprom, 9000);
  motion.position = 9000;
  CHECK_NUMBER(save(&memory, &motion, 100), 0);
  motion.position = 17999;
  CHECK(save(&memory, &motion, 100) > 0);
  CHECK_NUMBER(save(&memory, &motion, 100), 0);
  CHECK_NUMBER(loaded(), 17999);

  it("saves a position on the way every 10 degrees");
  motion.moving = 1;
  motion.position = 17000;
  CHECK_NUMBER(save(&memory, &motion, 100), 0);
  motion.position = 16999;
  CHECK(save(&memory, &motion, 100) > 0);
  CHECK_NUMBER(loaded(), 16999);
  motion.moving = 0;

  it("keeps the position before if power is lost during a save");
  for (torn = 0; torn < TT_RECORD_SIZE; torn++) {
    uint16_t before = loaded();
    tt_memory_load(&memory, read_eeprom, 9000);
    motion.position = (uint16_t)(1000 + torn);
    save(&memory, &motion, torn);
    CHECK_NUMBER(loaded(), before);
    tt_memory_load(&memory, read_eeprom, 9000);
    save(&memory, &motion, 100);
    CHECK_NUMBER(loaded(), 1000 + torn);
  }

  it("writes no byte that the EEPROM already has");
  for (i = 0; i < 2 * TT_RECORDS; i++) {
    motion.position = (uint16_t)i;
    torn = save(&memory, &motion, 100);
  }
  CHECK(torn <= 6);

  it("keeps the settings with the position");
  {
    tt_settings changed = {1000, 17000, 300, 1};
    CHECK(save_all(&memory, &motion, &changed, 100) > 0);
    tt_memory_load(&memory, read_eeprom, 9000);
    CHECK(tt_settings_equal(&memory.settings, &changed));
    CHECK_NUMBER(memory.position, motion.position);
    CHECK_NUMBER(save_all(&memory, &motion, &changed, 100), 0);
  }

  it("wears all records alike, and always finds the newest");
  memset(writes, 0, sizeof writes);
  for (i = 0; i < 100000; i++) {
    motion.position = (uint16_t)(i % 18001);
    save(&memory, &motion, 100);
    if (i % 997 == 0) CHECK_NUMBER(loaded(), motion.position);
  }
  for (i = 0; i < sizeof eeprom; i++) {
    CHECK(writes[i] <= 100000 / TT_RECORDS + 1);
    if (i % TT_RECORD_SIZE == 0) CHECK(writes[i] >= 100000 / TT_RECORDS - 1);
  }

  it("never takes garbage for a position above 180 degrees");
  for (i = 0; i < sizeof eeprom; i++) eeprom[i] = (uint8_t)(i * 167 + 13);
  CHECK(loaded() <= 18000);
  tt_memory_load(&memory, read_eeprom, 9000);
  CHECK(tt_settings_valid(&memory.settings));
}
