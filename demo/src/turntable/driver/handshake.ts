import { parseReply, type State } from "./reply.ts";
import { TurntableError } from "../turntable-error.ts";

/** Options of a {@link Handshake}. Times are in ms. */
export interface HandshakeOptions {
  /** Wait for the boot banner before asking for it. */
  readonly bootTime: number;
  /** Wait for each answer. Default: 1000. */
  readonly answerTime?: number;
  /** Number of questions before giving up. Default: 3. */
  readonly attempts?: number;
}

/**
 * Checks for a turntable with protocol 2 at the other end, by its boot banner or by asking for it. A state query follows. Its
 * answer comes after all earlier replies, so no old reply can be mistaken for an answer later.
 */
export class Handshake {
  /** Fulfilled with the state of the turntable. */
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

  /** Handles a line from the firmware. */
  receive(line: string): void {
    const reply = parseReply(line);
    if (reply.kind === "banner" && reply.protocol < 2)
      this.fail(
        `The turntable speaks protocol ${reply.protocol}, but the demo needs 2. Upload the current firmware`,
      );
    else if (reply.kind === "banner") this.#query();
    else if (reply.kind === "state" && this.#greeted) this.#finish(reply);
  }

  fail(reason: string): void {
    clearTimeout(this.#timer);
    this.#reject(new TurntableError("lost", reason));
  }

  #ask(): void {
    clearTimeout(this.#timer);
    if (this.#asked === this.#attempts) {
      this.fail("No turntable with protocol 2 answers");
      return;
    }
    this.#asked++;
    this.#greeted = false;
    // The first line end completes an unfinished line of an earlier connection.
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
