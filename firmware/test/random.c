/*
 * Replaces libFuzzer on machines without it: makes random inputs for fuzz.c, the same ones for the same seed.
 *
 *     random SECONDS [SEED]
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static uint32_t seed;
static uint8_t input[4096];
static size_t length;

/* xorshift */
static unsigned below(unsigned limit) {
  seed ^= seed << 13;
  seed ^= seed >> 17;
  seed ^= seed << 5;
  return seed % limit;
}

static void put(unsigned byte) {
  if (length < sizeof input) input[length++] = (uint8_t)byte;
}

static void put_number(unsigned limit) {
  char digits[12];
  int i, count = snprintf(digits, sizeof digits, "%u", below(limit));
  for (i = 0; i < count; i++) put((uint8_t)digits[i]);
}

static void put_degrees(unsigned limit) {
  put_number(limit);
  if (below(3)) return;
  put('.');
  put_number(120);
}

static void put_move(void) {
  put('M');
  put_number(below(8) ? 65536 : 1000000);
  put(':');
  put_degrees(185);
  if (!below(4)) return;
  put('@');
  put_degrees(365);
}

static void put_setting(void) {
  unsigned kind = below(4);
  put((uint8_t)"LARS"[kind]);
  if (kind == 0) {
    put_degrees(below(2) ? 60 : 185);
    put(':');
    put_degrees(185);
  }
  if (kind == 1) put_number(1010);
  if (kind == 2) put_number(3);
}

static void put_text(void) {
  unsigned count = below(below(8) ? 6 : 40);
  while (count--) put(below(2) ? (uint8_t)"0123456789M:@.?!VLARS \t\r"[below(24)] : below(0xf0));
}

static void put_line(void) {
  switch (below(9)) {
    case 0:
    case 1: put_number(185); break;
    case 2:
    case 3:
    case 4: put_move(); break;
    case 5: put((uint8_t)"?!V"[below(3)]); break;
    case 6: put_setting(); break;
    default: put_text(); break;
  }
  if (!below(40) && length) input[below((unsigned)length)] = (uint8_t)below(256);
  switch (below(3)) {
    case 0: put('\r'); break;
    case 1: put('\r'); /* fall through */
    default: put('\n'); break;
  }
  while (below(2)) put(0xf0 + below(3));
  if (!below(10)) put(0xf3 + below(3));
  if (!below(5)) put(0xf5);
}

int main(int count, char **arguments) {
  unsigned long runs = 0, bytes = 0;
  time_t end = time(NULL) + (count > 1 ? atoi(arguments[1]) : 10);
  seed = count > 2 ? (uint32_t)strtoul(arguments[2], NULL, 10) : 1;
  if (!seed) seed = 1;
  printf("seed %lu\n", (unsigned long)seed);
  fflush(stdout);
  for (; time(NULL) < end; runs++) {
    unsigned lines = 1 + below(60);
    for (length = 0; lines--;) put_line();
    LLVMFuzzerTestOneInput(input, length);
    bytes += length;
  }
  printf("%lu inputs, %lu bytes: all held\n", runs, bytes);
  return 0;
}
