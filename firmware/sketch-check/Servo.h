/*
 * Replaces the Servo library when the sketch is built without the Arduino IDE: Debian has no package of the library.
 * Drives one servo on pin 9 by Timer1, as in bare/main.c. The IDE never sees this folder.
 */
#ifndef SERVO_STAND_IN_H
#define SERVO_STAND_IN_H

#include <Arduino.h>

class Servo {
 public:
  /* Sets mode 14 before OCR1A: Arduino's init() leaves the timer in an 8-bit mode. */
  uint8_t attach(int pin) {
    if (pin != 9) return 255;
    pinMode(pin, OUTPUT);
    TCCR1B = 0;
    TCCR1A = _BV(COM1A1) | _BV(WGM11);
    ICR1 = 39999;
    TCCR1B = _BV(WGM13) | _BV(WGM12);
    OCR1A = (uint16_t)(2 * microseconds - 1);
    TCNT1 = 39998;
    TCCR1B = _BV(WGM13) | _BV(WGM12) | _BV(CS11);
    return 0;
  }

  void writeMicroseconds(int value) {
    microseconds = constrain(value, 544, 2400);
    OCR1A = (uint16_t)(2 * microseconds - 1);
  }

 private:
  int microseconds = 1500;
};

#endif
