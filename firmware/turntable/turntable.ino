/*
 * A laptop's turntable: a hobby servo on pin 9 of an Arduino UNO, controlled by lines on the serial port at 115,200 baud.
 * Needs the Servo library (Sketch > Include Library > Manage Libraries). ../README.md describes the protocol.
 */
#include <Servo.h>

#include "src/core/inbox.h"
#include "src/core/outbox.h"
#include "src/core/turntable.h"

const int SERVO_PIN = 9;
const uint16_t NOWHERE = UINT16_MAX;

static Servo servo;
static tt_turntable turntable;
static tt_inbox inbox;
static tt_outbox outbox; // Serial's buffer of 63 bytes can't hold two replies, and waiting for room would lose input

static uint8_t sendReply(const char *text, uint8_t length) { return tt_outbox_put(&outbox, text, length); }

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
  servo.writeMicroseconds((tt_motion_pulse(&turntable.motion) + 1) / 2);
  if (shown == NOWHERE) servo.attach(SERVO_PIN);
  shown = turntable.motion.position;
}

void setup() {
  Serial.begin(115200);
  tt_boot(&turntable, sendReply);
}

void loop() {
  uint16_t time = (uint16_t)millis();
  readSerial();
  for (int i = 0; i < 16 && !tt_inbox_empty(&inbox); i++) tt_receive(&turntable, tt_inbox_take(&inbox), time);
  tt_advance(&turntable, time);
  driveServo();
  writeSerial();
}
