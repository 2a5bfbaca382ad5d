import { TurntableError } from "../turntable-error.ts";

/** How a move ended: at its target, or before. */
export type Ending = "done" | "cut";

/** How a line is sent. */
export interface LineOptions {
  /** Takes every line of the answer, and for a move later the line that ends it. */
  readonly onReply?: (line: string) => void;
  /** Whether it comes from somebody else: such lines wait until this process has none of its own. */
  readonly foreign?: boolean;
  /** Called when the firmware has said that it obeys, before any other line is sent. */
  readonly onTaken?: () => void;
  /** Once it is aborted, the line is not sent any more. */
  readonly signal?: AbortSignal;
}

/** What becomes of a line. Both promises reject with a `TurntableError`; neither has to be looked at. */
export interface Answer {
  /** Fulfilled when the firmware has said that it obeys. */
  readonly taken: Promise<void>;
  /** Fulfilled when the move has ended; for other lines, with `taken`. */
  readonly ended: Promise<Ending>;
}

/** A line with what is to be done about its answer. */
export class Exchange implements Answer {
  readonly line: string;
  readonly taken: Promise<void>;
  readonly ended: Promise<Ending>;
  /** What the firmware said against the line, before the verdict. */
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

  /** Whether nobody wants it any more. */
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
}
