import {
  commandKind,
  confirmationIn,
  confirms,
  endingIn,
  ends,
  missesTarget,
  moves,
  turnOf,
} from "./command.ts";
import {
  type Conversation,
  conversationDefaults,
  type ConversationListener,
  type ConversationOptions,
} from "./conversation.ts";
import { type Answer, type Ending, Exchange, type LineOptions } from "./exchange.ts";
import { parseReply, type Reply, type State } from "./reply.ts";
import { WaitingLines } from "./waiting-lines.ts";
import type { TableSettings, Turn } from "../turntable.ts";
import { TurntableError } from "../turntable-error.ts";

/** Queries of the state before the connection counts as lost. Noise can swallow a query or its answer. */
const queryLimit = 3;

/**
 * Talks to a turntable in protocol 2 or 3, one line at a time. It never repeats a line. If an answer is lost, it queries the state,
 * which shows if the turntable obeyed.
 */
export class Protocol2 implements Conversation {
  readonly limitation = undefined;
  settings: TableSettings | undefined;
  readonly #listener: ConversationListener;
  readonly #options: Required<ConversationOptions>;
  readonly #waiting: WaitingLines;
  #current: Exchange | undefined;
  /** True if the answer to the current line is overdue and a query was sent. */
  #overdue = false;
  /** Unanswered queries. Answers to queries of earlier lines tell nothing about the current line. */
  #queries = 0;
  /** The line of the current move. */
  #mover: Exchange | undefined;
  #state: State;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(state: State, listener: ConversationListener, options: ConversationOptions = {}) {
    this.#state = state;
    this.#listener = listener;
    this.#options = { ...conversationDefaults, ...options };
    this.#waiting = new WaitingLines(this.#options.queueLimit);
    this.#next();
  }

  get position(): number {
    return this.#state.position;
  }

  get moving(): boolean {
    return this.#mover !== undefined || this.#state.moving !== 0;
  }

  get turn(): Turn | undefined {
    return this.#mover && turnOf(this.#mover.line);
  }

  request(line: string, options?: LineOptions): Answer {
    const exchange = this.#waiting.add(line, options);
    if (!this.#current && !this.#ended) this.#next();
    return exchange;
  }

  turnTo(id: number, angle: number, speed: number | undefined, options: LineOptions): Answer {
    const suffix = speed === undefined ? "" : `@${speed.toFixed(2)}`;
    return this.request(`M${id}:${angle.toFixed(2)}${suffix}`, options);
  }

  stop(): Answer {
    return this.request("!");
  }

  receive(line: string): void {
    if (this.#ended) return;
    const reply = parseReply(line);
    const current = this.#current;
    if (reply.kind === "settings") this.settings = reply.settings;
    if (reply.kind === "state") this.#hear(line, reply);
    else if (reply.kind === "end" || (reply.kind === "ok" && current?.refusal === undefined))
      this.#endMove(line, reply);
    else if (current && confirms(current.line, reply)) this.#confirm(current, line, reply);
    else if (reply.kind === "banner") this.#restart();
    else if (current && reply.kind === "error") this.#refuse(current, line);
    else if (current?.refusal !== undefined && reply.kind === "ok") this.#endRefusal(current, line);
  }

  end(reason: TurntableError): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#mover?.fail(reason);
    this.#current?.fail(reason);
    this.#waiting.end(reason);
    this.#mover = undefined;
    this.#current = undefined;
  }

  #next(): void {
    clearTimeout(this.#timer);
    this.#overdue = false;
    this.#current = this.#waiting.take();
    if (this.#current) {
      this.#timer = setTimeout(() => this.#query(), this.#options.replyTime);
      this.#listener.send(`${this.#current.line}\n`);
      return;
    }
    const { movingBeat, restingBeat } = this.#options;
    this.#timer = setTimeout(() => void this.request("?"), this.moving ? movingBeat : restingBeat);
  }

  #query(attempt = 1): void {
    this.#overdue = true;
    const { replyTime, queryTime } = this.#options;
    const silence = `The turntable did not answer within ${replyTime + queryTime} ms`;
    const giveUp = () => this.#listener.silent(new Error(silence));
    const again = () => this.#query(attempt + 1);
    this.#timer = setTimeout(attempt < queryLimit ? again : giveUp, queryTime / queryLimit);
    // A repeated query follows a silence: no older answer is on its way.
    this.#queries = attempt === 1 ? this.#queries + 1 : 1;
    this.#listener.send("?\n");
  }

  #hear(line: string, state: State): void {
    const current = this.#current;
    const answersOlder = this.#queries > 0 && !this.#overdue;
    if (this.#queries > 0) this.#queries--;
    this.#note(state);
    if (!current || answersOlder) return;
    if (confirms(current.line, state)) this.#confirm(current, line, state);
    else if (this.#overdue && this.#queries === 0) this.#settle(current, state);
  }

  #note(state: State): void {
    this.#state = state;
    const mover = this.#mover;
    // The firmware reports the end of a move before this state, so the report was lost.
    if (mover && state.moving === 0) this.#tellEnd(mover, endingIn(state, mover.line));
  }

  #endMove(line: string, reply: Reply): void {
    const mover = this.#mover;
    if (!mover || !ends(mover.line, reply)) return;
    this.#state = { ...this.#state, position: this.#endPosition(mover, reply), moving: 0 };
    this.#tellEnd(mover, line, this.#isTurning ? "cut" : "overruled");
  }

  /** True if a line that can cut a move waits for its answer. */
  get #isTurning(): boolean {
    const line = this.#current?.line ?? "";
    return moves(line) || commandKind(line) === "stop";
  }

  /** Returns the position at the end of a move. After an angle line, the report has none: another line may have cut the move. */
  #endPosition(mover: Exchange, reply: Reply): number {
    if (reply.kind === "end") return reply.position;
    return this.#current && commandKind(this.#current.line) !== "state"
      ? this.#state.position
      : Number(mover.line);
  }

  #tellEnd(mover: Exchange, line: string, cut: Ending = "cut"): void {
    this.#mover = undefined;
    mover.reply(line);
    const missed = missesTarget(mover.line, parseReply(line));
    mover.end(line.startsWith("Cut") ? cut : missed ? "missed" : "done");
  }

  #confirm(exchange: Exchange, line: string, reply: Reply): void {
    // The firmware reports the end of the cut move before this reply, so the report was lost.
    if (this.#mover && moves(exchange.line))
      this.#tellEnd(this.#mover, endingIn(this.#state, this.#mover.line));
    if (reply.kind === "stop") this.#state = { ...this.#state, position: reply.position, moving: 0 };
    exchange.reply(line);
    exchange.take();
    if (moves(exchange.line)) this.#mover = exchange;
    else exchange.end("done");
    this.#next();
  }

  #refuse(exchange: Exchange, line: string): void {
    exchange.refusal = line;
    exchange.reply(line);
  }

  #endRefusal(exchange: Exchange, line: string): void {
    exchange.reply(line);
    exchange.failRefused(exchange.refusal ?? line);
    this.#next();
  }

  #settle(exchange: Exchange, state: State): void {
    const confirmation = confirmationIn(state, exchange.line);
    if (confirmation !== undefined) {
      this.#confirm(exchange, confirmation, parseReply(confirmation));
      this.#note(state);
      return;
    }
    const problem = `The turntable did not answer "${exchange.line}" and did not obey.`;
    exchange.fail(new TurntableError("no-reply", problem));
    this.#next();
  }

  #restart(): void {
    const error = new TurntableError("restarted", "The turntable restarted.");
    this.#mover?.fail(error);
    this.#mover = undefined;
    this.#queries = 0;
    this.#state = { ...this.#state, moving: 0 };
    this.#current?.fail(error);
    this.#listener.restarted();
    this.#next();
  }
}
