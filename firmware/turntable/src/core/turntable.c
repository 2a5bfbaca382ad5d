#include "turntable.h"

#include <string.h>
#include "answers.h"
#include "command.h"
#include "reply.h"

static uint8_t send(tt_turntable *turntable, const tt_reply *reply) {
  return turntable->send(reply->text, reply->length);
}

/** Writes the end of the announced move, if it has ended. */
static void write_ending(const tt_turntable *turntable, tt_reply *reply) {
  if (turntable->end == TT_GOES_ON) return;
  if (turntable->announced == TT_ANGLE) tt_write(reply, TT_OK);
  if (turntable->announced == TT_MOVE) {
    tt_write(reply, turntable->end == TT_DONE ? "Done: " : "Cut: ");
    tt_write_number(reply, turntable->announced_id);
    tt_write(reply, " ");
    tt_write_degrees(reply, turntable->end_position);
    tt_write(reply, TT_END);
  }
}

static void end_announced(tt_turntable *turntable, uint8_t end) {
  if (turntable->end != TT_GOES_ON) return;
  turntable->end = end;
  turntable->end_position = turntable->motion.position;
}

/** Reports the end of the announced move. If there is no room, the next call tries again. */
static void say_ending(tt_turntable *turntable) {
  tt_reply reply;
  reply.length = 0;
  if (!turntable->motion.moving) end_announced(turntable, TT_DONE);
  if (turntable->announced == TT_NOTHING || turntable->end == TT_GOES_ON) return;
  write_ending(turntable, &reply);
  if (send(turntable, &reply)) turntable->announced = TT_NOTHING;
}

/**
 * Announces a move, in one reply with the end of the move it cuts. If there is no room, the line is obeyed anyway, the
 * reply counts as lost, and the end of the earlier move is reported later.
 */
static void announce(tt_turntable *turntable, const tt_command *command) {
  tt_reply reply;
  reply.length = 0;
  end_announced(turntable, TT_CUT);
  write_ending(turntable, &reply);
  tt_write(&reply, command->kind == TT_ANGLE ? "Input angle: " : "Ack: ");
  tt_write_number(&reply, command->kind == TT_ANGLE ? command->angle / 100 : command->id);
  tt_write(&reply, TT_END);
  if (!tt_answer(turntable, &reply)) return;
  turntable->announced = command->kind;
  turntable->announced_id = command->id;
  turntable->end = TT_GOES_ON;
}

static void move(tt_turntable *turntable, const tt_command *command, uint16_t now) {
  if (command->angle < turntable->settings.low || command->angle > turntable->settings.high) {
    tt_refuse_angle(turntable);
    return;
  }
  announce(turntable, command);
  turntable->moved_by = command->kind;
  if (command->kind == TT_MOVE) {
    turntable->id = command->id;
    tt_motion_turn(&turntable->motion, command->angle, command->speed, turntable->settings.acceleration, now);
  } else {
    tt_motion_sweep(&turntable->motion, command->angle, now);
  }
  say_ending(turntable);
}

static void stop(tt_turntable *turntable) {
  tt_reply reply;
  reply.length = 0;
  tt_motion_stop(&turntable->motion);
  end_announced(turntable, TT_CUT);
  write_ending(turntable, &reply);
  tt_write(&reply, "Stop: ");
  tt_write_degrees(&reply, turntable->motion.position);
  tt_write(&reply, TT_END);
  if (tt_answer(turntable, &reply)) turntable->announced = TT_NOTHING;
}

/** Turns the angles around. The table stays in its place, and so do its limits. */
static void turn_around(tt_turntable *turntable) {
  tt_settings *settings = &turntable->settings;
  uint16_t low = settings->low;
  settings->low = (uint16_t)(TT_ANGLE_MAX - settings->high);
  settings->high = (uint16_t)(TT_ANGLE_MAX - low);
  settings->reverse = !settings->reverse;
  tt_motion_place(&turntable->motion, (uint16_t)(TT_ANGLE_MAX - turntable->motion.position));
}

/** Changes a setting of a table at rest. */
static void set(tt_turntable *turntable, const tt_command *command) {
  tt_settings *settings = &turntable->settings;
  if (turntable->motion.moving) {
    tt_refuse(turntable, "The table moves, stop it with !");
    return;
  }
  if (command->kind == TT_ACCELERATION) settings->acceleration = command->acceleration;
  if (command->kind == TT_REVERSE && command->reverse != settings->reverse) turn_around(turntable);
  if (command->kind == TT_LIMITS) {
    settings->low = command->low;
    settings->high = command->high;
  }
  tt_say_settings(turntable);
}

static void obey(tt_turntable *turntable, uint16_t now) {
  tt_command command = {0};
  tt_parse(&turntable->line, &command);
  switch (command.kind) {
    case TT_ANGLE:
    case TT_MOVE: move(turntable, &command, now); break;
    case TT_STOP: stop(turntable); break;
    case TT_STATE: tt_say_state(turntable); break;
    case TT_VERSION: tt_say_version(turntable); break;
    case TT_SETTINGS: tt_say_settings(turntable); break;
    case TT_LIMITS:
    case TT_ACCELERATION:
    case TT_REVERSE: set(turntable, &command); break;
    case TT_BAD_ANGLE: tt_refuse(turntable, "Bad angle"); break;
    case TT_BAD_SPEED: tt_refuse(turntable, "Bad speed"); break;
    case TT_BAD_LIMITS: tt_refuse(turntable, "Bad limits, expected L0:180 with the lower first"); break;
    case TT_BAD_ACCELERATION: tt_refuse(turntable, "Bad acceleration, expected A0 to A1000"); break;
    case TT_BAD_REVERSE: tt_refuse(turntable, "Bad direction, expected R0 or R1"); break;
    case TT_TOO_LONG: tt_refuse(turntable, "Angle more than 3 bytes"); break;
    default: tt_refuse(turntable, "Bad input"); break;
  }
}

void tt_boot(tt_turntable *turntable, tt_send send_reply, tt_room room, uint16_t position, const tt_settings *settings) {
  memset(turntable, 0, sizeof *turntable);
  turntable->send = send_reply;
  turntable->room = room;
  turntable->settings = *settings;
  tt_motion_place(&turntable->motion, position);
  tt_say_version(turntable);
}

uint16_t tt_pulse(const tt_turntable *turntable) {
  uint16_t position = turntable->motion.position;
  return tt_pulse_at(turntable->settings.reverse ? (uint16_t)(TT_ANGLE_MAX - position) : position);
}

void tt_receive(tt_turntable *turntable, uint8_t byte, uint16_t now) {
  if (!tt_line_add(&turntable->line, byte)) return;
  tt_advance(turntable, now);
  if (turntable->line.broken) tt_count_loss(turntable);
  obey(turntable, now);
}

void tt_advance(tt_turntable *turntable, uint16_t now) {
  tt_motion_advance(&turntable->motion, now);
  say_ending(turntable);
}
