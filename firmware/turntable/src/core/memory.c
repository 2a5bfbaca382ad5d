#include "memory.h"

#include "command.h"

/* A sum that depends on the order of the bytes. */
static uint16_t check_of(const uint8_t *bytes) {
  uint8_t i;
  uint16_t sum = 0x1234;
  for (i = 0; i < TT_RECORD_SIZE - 2; i++) sum = (uint16_t)(((sum << 5) | (sum >> 11)) ^ bytes[i]);
  return sum;
}

static uint16_t read_16(const uint8_t *bytes) { return (uint16_t)(bytes[0] | (uint16_t)bytes[1] << 8); }

static void write_16(uint8_t *bytes, uint16_t number) {
  bytes[0] = (uint8_t)number;
  bytes[1] = (uint8_t)(number >> 8);
}

void tt_memory_load(tt_memory *memory, tt_read read, uint16_t otherwise) {
  uint16_t record;
  uint8_t bytes[TT_RECORD_SIZE], i;
  memory->sequence = 0;
  memory->position = otherwise;
  memory->record = TT_RECORDS - 1;
  memory->left = 0;
  for (record = 0; record < TT_RECORDS; record++) {
    uint32_t sequence;
    for (i = 0; i < TT_RECORD_SIZE; i++) bytes[i] = read((uint16_t)(record * TT_RECORD_SIZE + i));
    sequence = read_16(bytes) | (uint32_t)read_16(bytes + 2) << 16;
    if (read_16(bytes + 6) != check_of(bytes) || read_16(bytes + 4) > TT_ANGLE_MAX) continue;
    if (sequence <= memory->sequence) continue;
    memory->sequence = sequence;
    memory->position = read_16(bytes + 4);
    memory->record = record;
  }
}

static uint8_t is_worth_saving(const tt_memory *memory, const tt_motion *motion) {
  uint16_t distance = motion->position > memory->position ? (uint16_t)(motion->position - memory->position)
                                                          : (uint16_t)(memory->position - motion->position);
  return distance >= (motion->moving ? TT_SAVE_DISTANCE : 1);
}

static void start_record(tt_memory *memory, uint16_t position) {
  memory->sequence++;
  memory->position = position;
  memory->record = (uint16_t)((memory->record + 1) % TT_RECORDS);
  write_16(memory->bytes, (uint16_t)memory->sequence);
  write_16(memory->bytes + 2, (uint16_t)(memory->sequence >> 16));
  write_16(memory->bytes + 4, position);
  write_16(memory->bytes + 6, check_of(memory->bytes));
  memory->left = TT_RECORD_SIZE;
}

uint8_t tt_memory_next(tt_memory *memory, const tt_motion *motion, uint16_t *address, uint8_t *byte) {
  uint8_t index;
  if (!memory->left && is_worth_saving(memory, motion)) start_record(memory, motion->position);
  if (!memory->left) return 0;
  index = (uint8_t)(TT_RECORD_SIZE - memory->left--);
  *address = (uint16_t)(memory->record * TT_RECORD_SIZE + index);
  *byte = memory->bytes[index];
  return 1;
}
