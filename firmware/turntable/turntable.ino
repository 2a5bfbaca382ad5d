/*
 * A laptop's turntable: a hobby servo on pin 9 of an Arduino UNO, controlled by lines on the serial port at 115,200 baud.
 * Needs the Servo library (Sketch > Include Library > Manage Libraries). ../README.md describes the protocol.
 */
#include <Servo.h>
#include <avr/eeprom.h>

#include "src/core/inbox.h"
#include "src/core/memory.h"
#include "src/core/outbox.h"
#include "src/core/turntable.h"

const int SERVO_PIN = 9;
const uint16_t NOWHERE = UINT16_MAX;

static Servo servo;
static tt_turntable turntable;
static tt_memory memory;
static tt_inbox inbox;
static tt_outbox outbox; // Serial's buffer of 63 bytes can't hold two replies, and waiting for room would lose input

static uint8_t sendReply(const char *text, uint8_t length) { return tt_outbox_put(&outbox, text, length); }

static uint8_t room() { return tt_outbox_room(&outbox); }

// Serial loses bytes silently once its buffer is full, so a full buffer counts as a loss.
static void readSerial() {
  int waiting = Serial.available();
  bool full = waiting >= SERIAL_RX_BUFFER_SIZE - 1;
  while (waiting-- > 0) tt_inbox_put(&inbox, (uint8_t)Serial.read(), 0);
  if (full) tt_inbox_put(&inbox, 0, 1);
}

static void writeSerial() {
  while (!tt_outbox_empty(&outbox) && Serial.availableForWrite() > 0) Serial.write(tt_outbox_take(&outbox));
}

// Attaches the servo at its first move, so that a reset does not swing the laptop.
static void driveServo() {
  static uint16_t shown = NOWHERE;
  if (!turntable.motion.driven || turntable.motion.position == shown) return;
  servo.writeMicroseconds((tt_pulse(&turntable) + 1) / 2);
  if (shown == NOWHERE) servo.attach(SERVO_PIN);
  shown = turntable.motion.position;
}

static uint8_t readEeprom(uint16_t address) { return eeprom_read_byte((const uint8_t *)address); }

// A byte takes 3.4 ms, so the loop does not wait for it.
static void saveMemory() {
  uint16_t address;
  uint8_t byte;
  if (eeprom_is_ready() && tt_memory_next(&memory, &turntable.motion, &turntable.settings, &address, &byte))
    eeprom_write_byte((uint8_t *)address, byte);
}

void setup() {
  Serial.begin(115200);
  tt_memory_load(&memory, readEeprom, TT_BOOT_POSITION);
  tt_boot(&turntable, sendReply, room, memory.position, &memory.settings);
}

void loop() {
  uint16_t time = (uint16_t)millis();
  readSerial();
  for (int i = 0; i < 16 && !tt_inbox_empty(&inbox); i++) tt_receive(&turntable, tt_inbox_take(&inbox), time);
  tt_advance(&turntable, time);
  driveServo();
  saveMemory();
  writeSerial();
}
