import type { Ending } from "./driver/exchange.ts";
import type { Move, Playable } from "./turntable.ts";
import { TurntableError } from "./turntable-error.ts";

/** What a player needs of a turntable. */
export interface PlayerTable {
  /** Whether the line is ready. */
  readonly ready: () => boolean;
  /** Turns, unless `signal` is aborted before its turn comes; fulfilled when the move has ended. @throws TurntableError */
  readonly turn: (angle: number, speed: number, signal: AbortSignal) => Promise<Ending>;
  /** Playing has ended before the end of the preset, and nobody stopped it. */
  readonly failed: (problem: string) => void;
}

/** A preset that is being played, and where. */
export interface Session {
  readonly presetId: number;
  readonly preset: Playable;
  repeat: number;
  cycle: number;
  move: number;
  /** Whether someone paused it. */
  paused: boolean;
}

/** Attempts of one move that end otherwise than at its target, while nobody interrupts them. */
const attemptLimit = 5;

/**
 * Plays presets, one at a time. A move that is interrupted, by a pause, a restart of the turntable or a loss of the line, is
 * made again from where the table is, and the rest of its dwell waited for.
 */
export class Player {
  readonly #table: PlayerTable;
  #session: Session | undefined;
  /** Ends what the session waits for: the end of a dwell, or that it may go on. */
  #wake = new AbortController();

  constructor(table: PlayerTable) {
    this.#table = table;
  }

  /** What is being played. */
  get session(): Readonly<Session> | undefined {
    return this.#session;
  }

  /** Plays from the beginning, in place of what is being played. */
  play(presetId: number, preset: Playable): void {
    this.stop();
    const session = { presetId, preset, repeat: 0, cycle: 0, move: 0, paused: false };
    this.#session = session;
    void this.#run(session);
  }

  /** @returns whether something is played that was not paused */
  pause(): boolean {
    return this.#setPaused(true);
  }

  /** @returns whether something was paused */
  resume(): boolean {
    return this.#setPaused(false);
  }

  /** Ends playing; the table is left as it is. */
  stop(): void {
    if (!this.#session) return;
    this.#session = undefined;
    this.interrupt();
  }

  /** To be called when the line is lost or found, and when the turntable restarted. */
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
        await this.#make(session, move);
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

  /** Makes a move and waits for its dwell, however often it is interrupted. */
  async #make(session: Session, { angle, speed, dwell }: Move): Promise<void> {
    let left = dwell;
    for (let failures = 0; failures < attemptLimit;) {
      await this.#mayGoOn(session);
      if (this.#session !== session) return;
      const { signal } = this.#wake;
      const arrived = await this.#turn(angle, speed, signal);
      if (arrived && !signal.aborted) {
        const since = performance.now();
        await passed(left, signal);
        left -= performance.now() - since;
        if (!signal.aborted || left <= 0) return;
      } else if (!signal.aborted) failures++;
    }
    throw new TurntableError(
      "no-reply",
      `The turntable did not get to ${angle}° in ${attemptLimit} attempts.`,
    );
  }

  /** @returns whether the table got there; not where it was cut, or lost on the way */
  async #turn(angle: number, speed: number, signal: AbortSignal): Promise<boolean> {
    try {
      return (await this.#table.turn(angle, speed, signal)) === "done";
    } catch (error) {
      if (!(error instanceof TurntableError) || error.problem === "refused") throw error;
      return false;
    }
  }

  async #mayGoOn(session: Session): Promise<void> {
    while (this.#session === session && (session.paused || !this.#table.ready())) {
      const { signal } = this.#wake;
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    }
  }
}

/** Waits for a time in ms, or until `signal` is aborted. */
function passed(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, time);
    const cut = (): void => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener("abort", cut, { once: true });
  });
}
