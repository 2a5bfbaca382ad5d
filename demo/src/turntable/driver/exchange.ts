import { isValidMove } from "./command.ts";
import { TurntableError } from "../turntable-error.ts";

/** End of a move. */
export type Ending =
  | "done"
  /** Another line of this process cut it, or its end was not reported. */
  | "cut"
  /** The turntable reports a cut, and no line of this process caused it: someone at another host turned or stopped the table. */
  | "overruled"
  /** At another angle, because noise changed the line. */
  | "missed";

/** Options for sending a line. */
export interface LineOptions {
  /** Called with each line of the answer, and with the line at the end of a move. */
  readonly onReply?: (line: string) => void;
  /** The client of the bridge that sent the line. The line then waits until this process has no lines of its own; clients take turns. */
  readonly client?: object;
  /** Called when the firmware confirms the line, before any other line is sent. */
  readonly onTaken?: () => void;
  /** Withdraws the line if it has not been sent. */
  readonly signal?: AbortSignal;
}

/** Answer to a line. Both promises reject with a `TurntableError`; callers may ignore either one. */
export interface Answer {
  /** Fulfilled when the firmware confirms the line. */
  readonly taken: Promise<void>;
  /** Fulfilled at the end of the move, or with `taken` for other lines. */
  readonly ended: Promise<Ending>;
}

/** A line and its answer. */
export class Exchange implements Answer {
  readonly line: string;
  readonly taken: Promise<void>;
  readonly ended: Promise<Ending>;
  /** The firmware's error for this line, which comes before the verdict. */
  refusal: string | undefined;
  readonly #options: LineOptions;
  #take: () => void = () => undefined;
  #end: (ending: Ending) => void = () => undefined;
  #failTaken: (error: TurntableError) => void = () => undefined;
  #failEnded: (error: TurntableError) => void = () => undefined;

  constructor(line: string, options: LineOptions = {}) {
    this.line = line;
    this.#options = options;
    this.taken = new Promise((resolve, reject) => {
      this.#take = resolve;
      this.#failTaken = reject;
    });
    this.ended = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#failEnded = reject;
    });
    for (const promise of [this.taken, this.ended]) promise.catch(() => undefined);
  }

  get withdrawn(): boolean {
    return this.#options.signal?.aborted ?? false;
  }

  reply(line: string): void {
    this.#options.onReply?.(line);
  }

  take(): void {
    this.#options.onTaken?.();
    this.#take();
  }

  end(ending: Ending): void {
    this.#end(ending);
  }

  fail(error: TurntableError): void {
    this.#failTaken(error);
    this.#failEnded(error);
  }

  /** Fails because the firmware refused the line. If the line was valid and within the table's limits, noise changed it on its way. */
  failRefused(refusal: string): void {
    const { line } = this;
    const [, low, high] = /^Error: Outside the limits ([\d.]+)-([\d.]+)$/.exec(refusal) ?? [];
    if (low !== undefined)
      this.fail(
        new TurntableError(
          "refused",
          `The table turns only from ${Number(low)}° to ${Number(high)}°. Choose an angle between them, or change its limits.`,
        ),
      );
    // A bridge gives up waiting moves when someone stops the table.
    else if (refusal.startsWith("Error: Stopped before"))
      this.fail(new TurntableError("stopped", `Stopped before "${line}".`));
    else if (isValidMove(line))
      this.fail(new TurntableError("garbled", `The line is noisy: "${line}" arrived changed (${refusal}).`));
    else this.fail(new TurntableError("refused", `The turntable refused "${line}": ${refusal}.`));
  }
}
