/** The picture is this far ahead of where the table is now by the last state, in seconds of the turn: states come late at times. */
const SLACK_S = 0.05;
/** The picture stops this long after the last state, in seconds: more than the time between two states. */
const LEAD_S = 0.25;
/** Speed of a picture that is behind its table, in multiples of the table's speed. */
const CATCH_UP = 2;
/** A picture this far from its table, in degrees, jumps to it at the start of a turn. */
const JUMP = 20;

/**
 * Turns the picture smoothly between two states, which come only about 8 times a second from a serial line. During a turn, the
 * picture goes to the turn's target at the turn's speed, never backwards.
 *
 * @param {(rotation: number) => void} show draws the table at a rotation in degrees
 * @param {{ now: () => number, frame: (next: () => void) => void }} [clock] for tests; `now` in milliseconds
 * @returns {(live: { rotation: number, turn: { rotation: number, speed: number } | null }) => void} takes a state
 */
export function turnSmoothly(
  show,
  clock = { now: () => performance.now(), frame: (next) => requestAnimationFrame(next) },
) {
  let live;
  let drawn;
  let last = 0;
  let heard = 0;
  let running = false;

  function draw(rotation) {
    if (rotation !== drawn) show((drawn = rotation));
  }

  function step() {
    running = false;
    const { rotation, turn } = live;
    if (!turn) return;
    const now = clock.now();
    const seconds = (now - last) / 1000;
    last = now;
    const way = Math.sign(turn.rotation - rotation);
    const behind = (rotation - drawn) * way;
    const speed = turn.speed * (behind > 0 ? CATCH_UP : 1);
    const since = Math.min((now - heard) / 1000 + SLACK_S, LEAD_S);
    const farthest = Math.min(Math.abs(turn.rotation - rotation), turn.speed * since);
    const progress = Math.min(-behind + speed * seconds, farthest);
    if (progress > -behind) draw(Math.round((rotation + way * progress) * 100) / 100);
    next();
  }

  function next() {
    if (running) return;
    running = true;
    clock.frame(step);
  }

  return (state) => {
    const wasTurning =
      live?.turn?.rotation === state.turn?.rotation && live?.turn?.speed === state.turn?.speed;
    live = state;
    heard = clock.now();
    // At rest the picture shows exactly the state. A new turn begins at the drawn angle: by hand, they follow each other quickly.
    const isFar = !wasTurning && Math.abs(drawn - state.rotation) > JUMP;
    if (!state.turn || drawn === undefined || isFar) draw(state.rotation);
    if (!running) last = clock.now();
    if (state.turn) next();
  };
}
