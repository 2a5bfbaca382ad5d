#include "settings.h"

#include "command.h"

tt_settings tt_settings_default(void) {
  tt_settings settings = {0, TT_ANGLE_MAX, TT_ACCELERATION_DEFAULT, 0};
  return settings;
}

uint8_t tt_settings_valid(const tt_settings *settings) {
  return settings->low < settings->high && settings->high <= TT_ANGLE_MAX &&
         settings->acceleration <= TT_ACCELERATION_MAX && settings->reverse <= 1;
}

uint8_t tt_settings_equal(const tt_settings *one, const tt_settings *other) {
  return one->low == other->low && one->high == other->high && one->acceleration == other->acceleration &&
         one->reverse == other->reverse;
}
