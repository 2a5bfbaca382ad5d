#ifndef TT_ANSWERS_H
#define TT_ANSWERS_H

#include "reply.h"
#include "turntable.h"

#ifdef __cplusplus
extern "C" {
#endif

#define TT_END "\r\n"
#define TT_OK "OK: Good to go" TT_END

/** Counts an answer without room, or a line that lost bytes. */
void tt_count_loss(tt_turntable *turntable);

/**
 * Sends an answer, or counts its loss.
 *
 * @returns 1 if it was sent, else 0
 */
uint8_t tt_answer(tt_turntable *turntable, const tt_reply *reply);

/** Answers a line with an error. */
void tt_refuse(tt_turntable *turntable, const char *problem);

/** Refuses an angle outside the limits. */
void tt_refuse_angle(tt_turntable *turntable);

void tt_say_version(tt_turntable *turntable);
void tt_say_state(tt_turntable *turntable);
void tt_say_settings(tt_turntable *turntable);

#ifdef __cplusplus
}
#endif
#endif
