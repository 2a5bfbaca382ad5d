import {
  type Conversation,
  conversationDefaults,
  type ConversationListener,
  type ConversationOptions,
} from "./conversation.ts";
import { turnOf } from "./command.ts";
import { type Answer, Exchange, type LineOptions } from "./exchange.ts";
import { parseReply } from "./reply.ts";
import type { Turn } from "../turntable.ts";
import { TurntableError } from "../turntable-error.ts";
import { WaitingLines } from "./waiting-lines.ts";

/** Milliseconds of the longest turn: 180 steps of 30 ms. */
const longestTurn = 5_400;

/** A line that an old sketch refuses without moving. Newer firmware would answer with its protocol. */
const probe = "V";

/**
 * Talks to a turntable with the sketch of 2011, in protocol 1: angles only. The sketch reads nothing while it turns, so each line waits for
 * the end of the turn before it. It has no state to query. If an answer is late, a probe follows, whose answer comes after all others.
 */
export class Protocol1 implements Conversation {
  readonly settings = undefined;
  readonly limitation =
    "This table has the sketch of 2011. It turns to whole degrees at 33 °/s, and finishes each turn: it can't stop on the way. " +
    "Upload the current firmware to set speeds and to stop.";
  readonly #listener: ConversationListener;
  readonly #options: Required<ConversationOptions>;
  readonly #waiting: WaitingLines;
  #current: Exchange | undefined;
  /** The announced angle of the current turn. */
  #target: number | undefined;
  #position: number | undefined;
  #probing = false;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(listener: ConversationListener, options: ConversationOptions = {}) {
    this.#listener = listener;
    this.#options = { ...conversationDefaults, ...options };
    this.#waiting = new WaitingLines(this.#options.queueLimit);
    this.#next();
  }

  get position(): number | undefined {
    return this.#position;
  }

  get moving(): boolean {
    return this.#target !== undefined;
  }

  get turn(): Turn | undefined {
    return this.#target === undefined ? undefined : turnOf(String(this.#target));
  }

  request(line: string, options?: LineOptions): Answer {
    const exchange = this.#waiting.add(line, options);
    if (!this.#current && !this.#ended) this.#next();
    return exchange;
  }

  turnTo(_id: number, angle: number, _speed: number | undefined, options: LineOptions): Answer {
    return this.request(String(Math.round(angle)), options);
  }

  /** Gives up waiting moves. The current turn goes on to its end. */
  stop(): Answer {
    const exchange = new Exchange("!");
    this.#waiting.giveUpMoves();
    exchange.take();
    exchange.end("done");
    return exchange;
  }

  receive(line: string): void {
    const reply = parseReply(line);
    const current = this.#current;
    if (this.#ended) return;
    if (reply.kind === "banner") this.#listener.silent(new Error("The turntable has other firmware now"));
    else if (!current) return;
    else if (reply.kind === "input") this.#confirm(current, line, reply.angle);
    else if (reply.kind === "error" && !this.#probing) this.#refuse(current, line);
    // After a probe, its own answer may follow. Silence tells that all have come.
    else if (reply.kind === "ok" && this.#probing)
      this.#wait(this.#options.replyTime, () => this.#settle(current));
    else if (reply.kind === "ok") this.#settle(current, line);
  }

  end(reason: TurntableError): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#current?.fail(reason);
    this.#waiting.end(reason);
    this.#current = undefined;
    this.#target = undefined;
  }

  #next(): void {
    this.#probing = false;
    this.#target = undefined;
    this.#current = this.#waiting.take();
    if (this.#current) this.#send(this.#current.line);
    else this.#wait(this.#options.restingBeat, () => void this.request(probe));
  }

  #send(line: string): void {
    this.#wait(this.#options.replyTime, () => this.#probe());
    this.#listener.send(`${line}\n`);
  }

  #wait(time: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, time);
  }

  #probe(): void {
    const time = longestTurn + this.#options.replyTime;
    this.#probing = true;
    this.#wait(time, () =>
      this.#listener.silent(new Error(`The turntable did not answer within ${time} ms`)),
    );
    this.#listener.send(`${probe}\n`);
  }

  #confirm(exchange: Exchange, line: string, angle: number): void {
    if (this.#target !== undefined) return;
    this.#target = angle;
    this.#wait(longestTurn + this.#options.replyTime, () => this.#probe());
    exchange.reply(line);
    exchange.take();
  }

  #refuse(exchange: Exchange, line: string): void {
    exchange.refusal = line;
    exchange.reply(line);
  }

  /** Ends the exchange. Without an announcement or a refusal, its line was lost. */
  #settle(exchange: Exchange, ok = "OK: Good to go"): void {
    const { line, refusal } = exchange;
    if (this.#target !== undefined) {
      this.#position = this.#target;
      exchange.reply(ok);
      // Noise can change the angle of a line.
      exchange.end(this.#target === Number(line) ? "done" : "missed");
    } else if (refusal === undefined)
      exchange.fail(new TurntableError("no-reply", `The turntable did not answer "${line}".`));
    else {
      exchange.reply(ok);
      exchange.failRefused(refusal);
    }
    this.#next();
  }
}
