#include "answers.h"

#include "command.h"
#include "reply.h"

/* Bytes of the shortest State or Settings, and of the shortest Error. */
#define LONG_REPLY 50
#define ERROR_REPLY 34

void tt_count_loss(tt_turntable *turntable) {
  if (turntable->lost < UINT16_MAX) turntable->lost++;
}

uint8_t tt_answer(tt_turntable *turntable, const tt_reply *reply) {
  uint8_t sent = turntable->send(reply->text, reply->length);
  if (!sent) tt_count_loss(turntable);
  return sent;
}

/* Lines can come faster than their answers could be written, so an answer without room is not written at all. */
static uint8_t has_room(tt_turntable *turntable, uint8_t bytes) {
  if (turntable->room() >= bytes) return 1;
  tt_count_loss(turntable);
  return 0;
}

void tt_refuse(tt_turntable *turntable, const char *problem) {
  tt_reply reply;
  if (!has_room(turntable, ERROR_REPLY)) return;
  reply.length = 0;
  tt_write(&reply, "Error: ");
  tt_write(&reply, problem);
  tt_write(&reply, TT_END TT_OK);
  tt_answer(turntable, &reply);
}

void tt_refuse_angle(tt_turntable *turntable) {
  tt_reply reply;
  reply.length = 0;
  tt_write(&reply, "Error: Outside the limits ");
  tt_write_degrees(&reply, turntable->settings.low);
  tt_write(&reply, "-");
  tt_write_degrees(&reply, turntable->settings.high);
  tt_write(&reply, TT_END TT_OK);
  tt_answer(turntable, &reply);
}

void tt_say_version(tt_turntable *turntable) {
  tt_reply reply;
  reply.length = 0;
  tt_write(&reply, "Turntable: 3" TT_END);
  tt_answer(turntable, &reply);
}

void tt_say_state(tt_turntable *turntable) {
  tt_reply reply;
  if (!has_room(turntable, LONG_REPLY)) return;
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
  tt_write(&reply, TT_END);
  tt_answer(turntable, &reply);
}

void tt_say_settings(tt_turntable *turntable) {
  const tt_settings *settings = &turntable->settings;
  tt_reply reply;
  if (!has_room(turntable, LONG_REPLY)) return;
  reply.length = 0;
  tt_write(&reply, "Settings: low=");
  tt_write_degrees(&reply, settings->low);
  tt_write(&reply, " high=");
  tt_write_degrees(&reply, settings->high);
  tt_write(&reply, " acceleration=");
  tt_write_number(&reply, settings->acceleration);
  tt_write(&reply, " reverse=");
  tt_write_number(&reply, settings->reverse);
  tt_write(&reply, TT_END);
  tt_answer(turntable, &reply);
}
