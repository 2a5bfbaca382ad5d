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

/** A turntable's answers to a handshake. */
export interface Greeting {
  /** Its protocol. The sketch of 2011 has 1. */
  readonly protocol: number;
  /** Its state. The sketch of 2011 tells none. */
  readonly state?: State;
}

/** Refusals of one question by the sketch of 2011: of its empty line, and of its "V". */
const refusalsIn2011 = 2;

/**
 * Checks for a turntable at the other end, by its boot banner or by asking for it. A state query follows. Its
 * answer comes after all earlier replies, so no old reply can be mistaken for an answer later.
 *
 * The sketch of 2011 has no banner and refuses each question. Noise can look like that once, so all questions must be refused.
 */
export class Handshake {
  /** Fulfilled once a turntable has answered. */
  readonly greeting: Promise<Greeting>;
  readonly #send: (text: string) => void;
  readonly #answerTime: number;
  readonly #attempts: number;
  #asked = 0;
  /** The protocol in the last banner, while its state is missing. */
  #protocol: number | undefined;
  /** Refusals of the last question. */
  #refusals = 0;
  /** True while all questions were refused. */
  #isOld = true;
  #timer: NodeJS.Timeout;
  #resolve: (greeting: Greeting) => void = () => undefined;
  #reject: (error: TurntableError) => void = () => undefined;

  constructor(
    send: (text: string) => void,
    { bootTime, answerTime = 1_000, attempts = 3 }: HandshakeOptions,
  ) {
    this.#send = send;
    this.#answerTime = answerTime;
    this.#attempts = attempts;
    this.greeting = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#timer = setTimeout(() => this.#ask(), bootTime);
  }

  /** Handles a line from the firmware. */
  receive(line: string): void {
    const reply = parseReply(line);
    if (reply.kind === "banner") this.#query(reply.protocol);
    else if (reply.kind === "error") this.#refusals++;
    else if (reply.kind === "state" && this.#protocol !== undefined)
      this.#finish({ protocol: this.#protocol, state: reply });
  }

  /** Ends the handshake without a turntable. */
  fail(reason: string): void {
    clearTimeout(this.#timer);
    this.#reject(new TurntableError("lost", reason));
  }

  #ask(): void {
    clearTimeout(this.#timer);
    if (this.#asked > 0 && this.#refusals < refusalsIn2011) this.#isOld = false;
    if (this.#asked === this.#attempts) {
      if (this.#isOld) this.#resolve({ protocol: 1 });
      else this.fail("No turntable answers. Check its cable and power, and its firmware");
      return;
    }
    this.#asked++;
    this.#protocol = undefined;
    this.#refusals = 0;
    // The first line end completes an unfinished line of an earlier connection.
    this.#send("\nV\n");
    this.#timer = setTimeout(() => this.#ask(), this.#answerTime);
  }

  #query(protocol: number): void {
    if (this.#protocol !== undefined) return;
    this.#protocol = protocol;
    this.#isOld = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), this.#answerTime);
    this.#send("?\n");
  }

  #finish(greeting: Greeting): void {
    clearTimeout(this.#timer);
    this.#resolve(greeting);
  }
}
