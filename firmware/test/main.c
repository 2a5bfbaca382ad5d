#include "check.h"
#include "tests.h"

int main(void) {
  test_2011();
  test_moves();
  test_losses();
  test_motion();
  test_memory();
  test_settings();
  return report();
}
