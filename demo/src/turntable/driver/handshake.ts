import { parseReply, type State } from "./reply.ts";
import { TurntableError } from "../turntable-error.ts";

/** How a handshake is made; times in ms. */
export interface HandshakeOptions {
  /** How long the boot banner is waited for, before the firmware is asked. */
  readonly bootTime: number;
  /** How long an answer is waited for (default 1000). */
  readonly answerTime?: number;
  /** How often it is asked (default 3). */
  readonly attempts?: number;
}

/**
 * Finds out whether a turntable that speaks protocol 2 is at the other end: by its boot banner, or by asking for it.
 * The query after that is answered behind all that was said before, so that nothing old is taken for an answer later.
 */
export class Handshake {
  /** Fulfilled with how the turntable is. */
  readonly state: Promise<State>;
  readonly #send: (text: string) => void;
  readonly #answerTime: number;
  readonly #attempts: number;
  #asked = 0;
  #greeted = false;
  #timer: NodeJS.Timeout;
  #resolve: (state: State) => void = () => undefined;
  #reject: (error: TurntableError) => void = () => undefined;

  constructor(
    send: (text: string) => void,
    { bootTime, answerTime = 1_000, attempts = 3 }: HandshakeOptions,
  ) {
    this.#send = send;
    this.#answerTime = answerTime;
    this.#attempts = attempts;
    this.state = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#timer = setTimeout(() => this.#ask(), bootTime);
  }

  /** Takes a line of the firmware. */
  receive(line: string): void {
    const reply = parseReply(line);
    if (reply.kind === "banner" && reply.protocol < 2)
      this.fail(`The turntable speaks protocol ${reply.protocol}; 2 is needed`);
    else if (reply.kind === "banner") this.#query();
    else if (reply.kind === "state" && this.#greeted) this.#finish(reply);
  }

  /** Gives up. */
  fail(reason: string): void {
    clearTimeout(this.#timer);
    this.#reject(new TurntableError("lost", reason));
  }

  #ask(): void {
    clearTimeout(this.#timer);
    if (this.#asked === this.#attempts) {
      this.fail("No turntable that speaks protocol 2 answers");
      return;
    }
    this.#asked++;
    this.#greeted = false;
    // The first line end completes what someone may have left unfinished.
    this.#send("\nV\n");
    this.#timer = setTimeout(() => this.#ask(), this.#answerTime);
  }

  #query(): void {
    if (this.#greeted) return;
    this.#greeted = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), this.#answerTime);
    this.#send("?\n");
  }

  #finish(state: State): void {
    clearTimeout(this.#timer);
    this.#resolve(state);
  }
}
