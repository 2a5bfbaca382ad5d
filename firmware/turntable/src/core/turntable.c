#include "turntable.h"

#include <string.h>
#include "command.h"
#include "reply.h"

#define END "\r\n"
#define OK "OK: Good to go" END

static void count_loss(tt_turntable *turntable) {
  if (turntable->lost < UINT16_MAX) turntable->lost++;
}

static uint8_t send(tt_turntable *turntable, const tt_reply *reply) {
  return turntable->send(reply->text, reply->length);
}

static uint8_t answer(tt_turntable *turntable, const tt_reply *reply) {
  uint8_t sent = send(turntable, reply);
  if (!sent) count_loss(turntable);
  return sent;
}

/** Writes the end of the announced move, if it has ended. */
static void write_ending(const tt_turntable *turntable, tt_reply *reply) {
  if (turntable->end == TT_GOES_ON) return;
  if (turntable->announced == TT_ANGLE) tt_write(reply, OK);
  if (turntable->announced == TT_MOVE) {
    tt_write(reply, turntable->end == TT_DONE ? "Done: " : "Cut: ");
    tt_write_number(reply, turntable->announced_id);
    tt_write(reply, " ");
    tt_write_degrees(reply, turntable->end_position);
    tt_write(reply, END);
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
  tt_write(&reply, END);
  if (!answer(turntable, &reply)) return;
  turntable->announced = command->kind;
  turntable->announced_id = command->id;
  turntable->end = TT_GOES_ON;
}

static void move(tt_turntable *turntable, const tt_command *command, uint16_t now) {
  announce(turntable, command);
  turntable->moved_by = command->kind;
  if (command->kind == TT_MOVE) {
    turntable->id = command->id;
    tt_motion_turn(&turntable->motion, command->angle, command->speed, now);
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
  tt_write(&reply, END);
  if (answer(turntable, &reply)) turntable->announced = TT_NOTHING;
}

static void say_state(tt_turntable *turntable) {
  tt_reply reply;
  reply.length = 0;
  tt_write(&reply, "State: pos=");
  tt_write_degrees(&reply, turntable->motion.position);
  tt_write(&reply, " target=");
  tt_write_degrees(&reply, turntable->motion.target);
  tt_write(&reply, " moving=");
  tt_write_number(&reply, !turntable->motion.moving ? 0 : turntable->moved_by == TT_ANGLE ? 1 : 2);
  tt_write(&reply, " id=");
  tt_write_number(&reply, turntable->id);
  tt_write(&reply, " lost=");
  tt_write_number(&reply, turntable->lost);
  tt_write(&reply, END);
  answer(turntable, &reply);
}

/** Sends a constant text. This is the fastest answer, for invalid lines at full speed. */
static void answer_text(tt_turntable *turntable, const char *text) {
  if (!turntable->send(text, (uint8_t)strlen(text))) count_loss(turntable);
}

static void obey(tt_turntable *turntable, uint16_t now) {
  tt_command command = {0};
  tt_parse(&turntable->line, &command);
  switch (command.kind) {
    case TT_ANGLE:
    case TT_MOVE: move(turntable, &command, now); break;
    case TT_STOP: stop(turntable); break;
    case TT_STATE: say_state(turntable); break;
    case TT_VERSION: answer_text(turntable, "Turntable: 2" END); break;
    case TT_BAD_ANGLE: answer_text(turntable, "Error: Bad angle" END OK); break;
    case TT_BAD_SPEED: answer_text(turntable, "Error: Bad speed" END OK); break;
    case TT_TOO_LONG: answer_text(turntable, "Error: Angle more than 3 bytes" END OK); break;
    default: answer_text(turntable, "Error: Bad input" END OK); break;
  }
}

void tt_boot(tt_turntable *turntable, tt_send send_reply, uint16_t position) {
  memset(turntable, 0, sizeof *turntable);
  turntable->send = send_reply;
  turntable->motion.position = turntable->motion.target = position;
  answer_text(turntable, "Turntable: 2" END);
}

void tt_receive(tt_turntable *turntable, uint8_t byte, uint16_t now) {
  if (!tt_line_add(&turntable->line, byte)) return;
  tt_advance(turntable, now);
  if (turntable->line.broken) count_loss(turntable);
  obey(turntable, now);
}

void tt_advance(tt_turntable *turntable, uint16_t now) {
  tt_motion_advance(&turntable->motion, now);
  say_ending(turntable);
}
