/*
 * The core as a native program, with a clock set by its input, to compare it with the image in a simulator.
 * README.md describes its input and output.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "../turntable/src/core/turntable.h"

#define LONGEST_WAIT 100000000ul /* ms, more than a day */

static tt_turntable turntable;
static uint16_t now;
static unsigned long line_number = 1;

static uint8_t print(const char *text, uint8_t length) {
  for (; length--; text++) {
    if (*text != '\r') putchar(*text);
  }
  return 1;
}

static uint8_t room(void) { return 255; }

static void fail(const char *expected) {
  fflush(stdout);
  fprintf(stderr, "Line %lu: expected %s\n", line_number, expected);
  exit(2);
}

static int is_end(int byte) { return byte == '\n' || byte == EOF; }

static void receive_line(void) {
  int byte;
  while (!is_end(byte = getchar())) tt_receive(&turntable, (uint8_t)byte, now);
  tt_receive(&turntable, '\n', now);
}

static int read_hex_digit(int byte) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
  fail("X and pairs of hexadecimal digits in lower case");
  return 0;
}

static void receive_bytes(void) {
  int byte;
  while (!is_end(byte = getchar())) {
    int high = read_hex_digit(byte);
    tt_receive(&turntable, (uint8_t)(high * 16 + read_hex_digit(getchar())), now);
  }
}

static void wait_milliseconds(void) {
  int byte;
  unsigned long wait = 0, digits = 0;
  for (; !is_end(byte = getchar()); digits++) {
    if (byte < '0' || byte > '9' || wait > LONGEST_WAIT) fail("T and at most 100000000 ms");
    wait = wait * 10 + (unsigned long)(byte - '0');
  }
  if (!digits || wait > LONGEST_WAIT) fail("T and at most 100000000 ms");
  while (wait--) tt_advance(&turntable, ++now);
}

static void print_pulse(void) {
  unsigned pulse = tt_pulse(&turntable);
  if (!is_end(getchar())) fail("nothing after P");
  if (turntable.motion.driven) {
    printf("Pulse: %u.%u\n", pulse / 2, pulse % 2 * 5);
  } else {
    puts("Pulse: none");
  }
}

int main(void) {
  tt_settings settings = tt_settings_default();
  int first;
  tt_boot(&turntable, print, room, TT_BOOT_POSITION, &settings);
  fflush(stdout);
  for (; (first = getchar()) != EOF; line_number++) {
    switch (first) {
      case '>': receive_line(); break;
      case 'X': receive_bytes(); break;
      case 'T': wait_milliseconds(); break;
      case 'P': print_pulse(); break;
      default: fail("a line that starts with >, X, T or P");
    }
    fflush(stdout);
  }
  return 0;
}
