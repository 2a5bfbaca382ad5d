/*
 * The turntable on an ATmega328P at 16 MHz (Arduino UNO) without the Arduino core. USART0 is the serial port, Timer1 makes
 * the servo's pulse on pin 9 (PB1), and Timer0 counts milliseconds. The processor sleeps while there is nothing to do.
 */
#include <avr/eeprom.h>
#include <avr/interrupt.h>
#include <avr/io.h>
#include <avr/sleep.h>
#include <util/atomic.h>

#include "../turntable/src/core/inbox.h"
#include "../turntable/src/core/memory.h"
#include "../turntable/src/core/outbox.h"
#include "../turntable/src/core/turntable.h"

#define BAUD 115200
#define BAUD_TOL 3 /* percent: the real rate is 117,647 baud at double speed, 2.1 % more, as in the Arduino core */
#include <util/setbaud.h>

#define SERVO_PIN _BV(PB1)
#define NOWHERE UINT16_MAX
#define SERVO_TOP 39999u /* a pulse every 20 ms, counted in half microseconds */

static tt_inbox inbox;
static tt_outbox outbox;
static tt_turntable turntable;
static tt_memory memory;
static volatile uint16_t milliseconds;

ISR(TIMER0_COMPA_vect) { milliseconds++; }

ISR(USART_RX_vect) {
  uint8_t broken = UCSR0A & (_BV(FE0) | _BV(DOR0)); /* reading the byte resets it */
  uint8_t byte = UDR0;
  tt_inbox_put(&inbox, byte, broken != 0);
}

/* Turns itself off after the last byte, so that it is never called with an empty outbox. */
ISR(USART_UDRE_vect) {
  UDR0 = tt_outbox_take(&outbox);
  if (tt_outbox_empty(&outbox)) UCSR0B &= (uint8_t)~_BV(UDRIE0);
}

static uint8_t send(const char *text, uint8_t length) {
  if (!tt_outbox_put(&outbox, text, length)) return 0;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) { UCSR0B |= _BV(UDRIE0); }
  return 1;
}

static uint8_t room(void) { return tt_outbox_room(&outbox); }

static uint16_t now(void) {
  uint16_t time = 0;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) { time = milliseconds; }
  return time;
}

static void start_serial(void) {
  UBRR0 = UBRR_VALUE;
#if USE_2X
  UCSR0A = _BV(U2X0);
#endif
  UCSR0C = _BV(UCSZ01) | _BV(UCSZ00); /* 8 bits, no parity, 1 stop bit */
  UCSR0B = _BV(RXEN0) | _BV(TXEN0) | _BV(RXCIE0);
}

/* 16 MHz / 64 / 250 = 1 kHz */
static void start_clock(void) {
  OCR0A = 249;
  TIMSK0 = _BV(OCIE0A);
  TCCR0A = _BV(WGM01);
  TCCR0B = _BV(CS01) | _BV(CS00);
}

/* The pin is high for OCR1A + 1 of every SERVO_TOP + 1 counts. TCNT1 starts near the top, so that the first pulse is complete. */
static void start_servo(uint16_t pulse) {
  OCR1A = pulse - 1;
  ICR1 = SERVO_TOP;
  TCNT1 = SERVO_TOP - 1;
  DDRB |= SERVO_PIN;
  TCCR1A = _BV(COM1A1) | _BV(WGM11);
  TCCR1B = _BV(WGM13) | _BV(WGM12) | _BV(CS11); /* fast PWM up to ICR1, 16 MHz / 8 */
}

/* Sends no pulse before the first move, so that a reset does not swing the laptop. */
static void drive_servo(void) {
  static uint16_t shown = NOWHERE;
  uint16_t pulse;
  if (!turntable.motion.driven || turntable.motion.position == shown) return;
  pulse = tt_pulse(&turntable);
  if (shown == NOWHERE) start_servo(pulse);
  OCR1A = pulse - 1;
  shown = turntable.motion.position;
}

static uint8_t read_eeprom(uint16_t address) { return eeprom_read_byte((const uint8_t *)address); }

/* A byte takes 3.4 ms, so the program does not wait for it. */
static void save_memory(void) {
  uint16_t address;
  uint8_t byte;
  if (eeprom_is_ready() && tt_memory_next(&memory, &turntable.motion, &turntable.settings, &address, &byte))
    eeprom_write_byte((uint8_t *)address, byte);
}

/* An interrupt is served only after the instruction that follows `sei`, so none can come between `sei` and the sleep. */
static void sleep_until_interrupt(void) {
  cli();
  if (tt_inbox_empty(&inbox)) {
    sleep_enable();
    sei();
    sleep_cpu();
    sleep_disable();
  }
  sei();
}

int main(void) {
  start_serial();
  start_clock();
  DDRB |= SERVO_PIN; /* low */
  set_sleep_mode(SLEEP_MODE_IDLE);
  sei();
  tt_memory_load(&memory, read_eeprom, TT_BOOT_POSITION);
  tt_boot(&turntable, send, room, memory.position, &memory.settings);
  for (;;) {
    while (!tt_inbox_empty(&inbox)) tt_receive(&turntable, tt_inbox_take(&inbox), now());
    tt_advance(&turntable, now());
    drive_servo();
    save_memory();
    sleep_until_interrupt();
  }
}
