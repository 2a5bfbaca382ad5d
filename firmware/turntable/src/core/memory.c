#include "memory.h"

#include "command.h"

/* A sum that depends on the order of the bytes. */
static uint16_t check_of(const uint8_t *bytes) {
  uint8_t i;
  uint16_t sum = 0x1235;
  for (i = 0; i < TT_RECORD_SIZE - 2; i++) sum = (uint16_t)(((sum << 5) | (sum >> 11)) ^ bytes[i]);
  return sum;
}

static uint16_t read_16(const uint8_t *bytes) { return (uint16_t)(bytes[0] | (uint16_t)bytes[1] << 8); }

static void write_16(uint8_t *bytes, uint16_t number) {
  bytes[0] = (uint8_t)number;
  bytes[1] = (uint8_t)(number >> 8);
}

/** @returns 1 if the bytes are a valid record, else 0 */
static uint8_t read_record(const uint8_t *bytes, uint32_t *sequence, uint16_t *position, tt_settings *settings) {
  *sequence = read_16(bytes) | (uint32_t)read_16(bytes + 2) << 16;
  *position = read_16(bytes + 4);
  settings->low = read_16(bytes + 6);
  settings->high = read_16(bytes + 8);
  settings->acceleration = read_16(bytes + 10);
  settings->reverse = bytes[12];
  return read_16(bytes + TT_RECORD_SIZE - 2) == check_of(bytes) && *position <= TT_ANGLE_MAX && tt_settings_valid(settings);
}

void tt_memory_load(tt_memory *memory, tt_read read, uint16_t position) {
  uint16_t record;
  uint8_t bytes[TT_RECORD_SIZE], i;
  memory->read = read;
  memory->sequence = 0;
  memory->position = position;
  memory->settings = tt_settings_default();
  memory->record = TT_RECORDS - 1;
  memory->left = 0;
  for (record = 0; record < TT_RECORDS; record++) {
    uint32_t sequence;
    tt_settings settings;
    for (i = 0; i < TT_RECORD_SIZE; i++) bytes[i] = read((uint16_t)(record * TT_RECORD_SIZE + i));
    if (!read_record(bytes, &sequence, &position, &settings) || sequence <= memory->sequence) continue;
    memory->sequence = sequence;
    memory->position = position;
    memory->settings = settings;
    memory->record = record;
  }
}

static uint8_t is_worth_saving(const tt_memory *memory, const tt_motion *motion, const tt_settings *settings) {
  uint16_t distance = motion->position > memory->position ? (uint16_t)(motion->position - memory->position)
                                                          : (uint16_t)(memory->position - motion->position);
  return distance >= (motion->moving ? TT_SAVE_DISTANCE : 1) || !tt_settings_equal(&memory->settings, settings);
}

static void start_record(tt_memory *memory, uint16_t position, const tt_settings *settings) {
  uint8_t *bytes = memory->bytes;
  memory->sequence++;
  memory->position = position;
  memory->settings = *settings;
  memory->record = (uint16_t)((memory->record + 1) % TT_RECORDS);
  write_16(bytes, (uint16_t)memory->sequence);
  write_16(bytes + 2, (uint16_t)(memory->sequence >> 16));
  write_16(bytes + 4, position);
  write_16(bytes + 6, settings->low);
  write_16(bytes + 8, settings->high);
  write_16(bytes + 10, settings->acceleration);
  bytes[12] = settings->reverse;
  bytes[13] = 0;
  write_16(bytes + TT_RECORD_SIZE - 2, check_of(bytes));
  memory->left = TT_RECORD_SIZE;
}

uint8_t tt_memory_next(tt_memory *memory, const tt_motion *motion, const tt_settings *settings, uint16_t *address, uint8_t *byte) {
  if (!memory->left && is_worth_saving(memory, motion, settings)) start_record(memory, motion->position, settings);
  while (memory->left) {
    uint8_t index = (uint8_t)(TT_RECORD_SIZE - memory->left--);
    *address = (uint16_t)(memory->record * TT_RECORD_SIZE + index);
    *byte = memory->bytes[index];
    if (memory->read(*address) != *byte) return 1;
  }
  return 0;
}
