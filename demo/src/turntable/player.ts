import type { Ending } from "./driver/exchange.ts";
import type { Move, Playable } from "./turntable.ts";
import { TurntableError } from "./turntable-error.ts";

/** The part of a turntable that a player uses. */
export interface PlayerTable {
  /** Returns true if the connection is ready. */
  readonly ready: () => boolean;
  /**
   * Turns the table; fulfilled at the end of the move. Aborting `signal` withdraws a command that still waits.
   *
   * @throws {TurntableError}
   */
  readonly turn: (angle: number, speed: number, signal: AbortSignal) => Promise<Ending>;
  /** Called if someone at another host cuts or stops a move. Must end playing. */
  readonly overruled: () => void;
  /** Called if playing fails before the end of the preset. */
  readonly failed: (problem: string) => void;
}

/** A preset and the position of its current move. */
export interface Session {
  readonly presetId: number;
  readonly preset: Playable;
  repeat: number;
  cycle: number;
  move: number;
  paused: boolean;
}

/** Failed attempts of one move before playing fails. Interrupted attempts don't count. */
const attemptLimit = 5;

/**
 * Plays presets, one at a time. A pause, a restart of the turntable or a loss of the connection interrupts the current move. The
 * player then repeats the move from the current position and waits for the rest of its dwell.
 */
export class Player {
  readonly #table: PlayerTable;
  #session: Session | undefined;
  /** Ends the current wait, for a dwell or for a resume. */
  #wake = new AbortController();

  constructor(table: PlayerTable) {
    this.#table = table;
  }

  get session(): Readonly<Session> | undefined {
    return this.#session;
  }

  /** Plays a preset from its beginning. Ends the current one. */
  play(presetId: number, preset: Playable): void {
    this.stop();
    const session = { presetId, preset, repeat: 0, cycle: 0, move: 0, paused: false };
    this.#session = session;
    void this.#run(session);
  }

  /** Pauses playing. Returns true if a preset was playing. */
  pause(): boolean {
    return this.#setPaused(true);
  }

  /** Resumes playing. Returns true if a preset was paused. */
  resume(): boolean {
    return this.#setPaused(false);
  }

  /** Ends playing. Does not stop the table. */
  stop(): void {
    if (!this.#session) return;
    this.#session = undefined;
    this.interrupt();
  }

  /** Interrupts the current move. Call it when the connection is lost or ready again, and when the turntable restarts. */
  interrupt(): void {
    this.#wake.abort();
    this.#wake = new AbortController();
  }

  #setPaused(paused: boolean): boolean {
    if (!this.#session || this.#session.paused === paused) return false;
    this.#session.paused = paused;
    this.interrupt();
    return true;
  }

  async #run(session: Session): Promise<void> {
    try {
      for (const move of this.#moves(session)) {
        if (this.#session !== session) return;
        await this.#playMove(session, move);
      }
    } catch (error) {
      if (!(error instanceof TurntableError)) throw error;
      if (this.#session === session) this.#table.failed(error.message);
    }
    if (this.#session === session) this.#session = undefined;
  }

  *#moves(session: Session): Generator<Move> {
    const { repeats, cycles } = session.preset;
    for (session.repeat = 0; session.repeat < repeats; session.repeat++) {
      for (const [cycle, moves] of cycles.entries()) {
        session.cycle = cycle;
        for (const [index, move] of moves.entries()) {
          session.move = index;
          yield move;
        }
      }
    }
  }

  /** Makes a move and waits for its dwell, with all interruptions. */
  async #playMove(session: Session, { angle, speed, dwell }: Move): Promise<void> {
    let left = dwell;
    let problem = "";
    for (let failures = 0; failures < attemptLimit;) {
      await this.#untilReady(session);
      if (this.#session !== session) return;
      const { signal } = this.#wake;
      const turn = await this.#turn(angle, speed, signal);
      problem = turn.problem;
      if (signal.aborted) continue;
      if (turn.ending === "overruled") this.#table.overruled();
      else if (turn.ending === "done") {
        const since = performance.now();
        await passed(left, signal);
        left -= performance.now() - since;
        if (!signal.aborted || left <= 0) return;
      } else failures++;
    }
    throw new TurntableError(
      "no-reply",
      `The turntable did not reach ${angle}° in ${attemptLimit} attempts.${problem && ` ${problem}`}`,
    );
  }

  /** Turns to an angle. A lost or garbled move counts as missed; noise on the line is told as the problem. */
  async #turn(
    angle: number,
    speed: number,
    signal: AbortSignal,
  ): Promise<{ ending: Ending; problem: string }> {
    try {
      return { ending: await this.#table.turn(angle, speed, signal), problem: "" };
    } catch (error) {
      if (!(error instanceof TurntableError) || error.problem === "refused") throw error;
      const ending = error.problem === "stopped" ? "overruled" : "missed";
      return { ending, problem: error.problem === "garbled" ? error.message : "" };
    }
  }

  async #untilReady(session: Session): Promise<void> {
    while (this.#session === session && (session.paused || !this.#table.ready())) {
      const { signal } = this.#wake;
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    }
  }
}

/** Waits for a time in ms, or until `signal` is aborted. */
function passed(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, time);
    signal.addEventListener("abort", end);
  });
}
