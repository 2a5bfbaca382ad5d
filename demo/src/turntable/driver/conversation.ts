import { commandKind, confirmationIn, confirms, endingIn, ends, moves } from "./command.ts";
import { type Answer, Exchange, type LineOptions } from "./exchange.ts";
import { parseReply, type Reply, type State } from "./reply.ts";
import { TurntableError } from "../turntable-error.ts";

/** How a conversation is held; times in ms. */
export interface ConversationOptions {
  /** How long the firmware may take for an answer, before it is asked how it is (default 1000). */
  readonly replyTime?: number;
  /** How long it may take to say how it is, before the line counts as lost (default 2000). */
  readonly queryTime?: number;
  /** How often it is asked how it is while it moves (default 100), and while it rests (default 1000). */
  readonly movingBeat?: number;
  readonly restingBeat?: number;
  /** Lines that may wait, this process's own and those of others each (default 10,000). */
  readonly queueLimit?: number;
}

/** Who is told of a conversation. */
export interface ConversationListener {
  readonly send: (text: string) => void;
  /** The turntable began anew: by its reset button, or a loss of power. */
  readonly restarted: () => void;
  /** It answers no more: who listens is to end the conversation. */
  readonly silent: (reason: Error) => void;
}

/**
 * Talks to a turntable that speaks protocol 2: one line at a time, each with its answer. A line whose answer is lost is never sent
 * again: the turntable is asked how it is, which tells whether it obeyed.
 */
export class Conversation {
  readonly #listener: ConversationListener;
  readonly #options: Required<ConversationOptions>;
  readonly #own: Exchange[] = [];
  readonly #foreign: Exchange[] = [];
  /** Lines that a stop has put an end to, to be told when the current one has its answer. */
  readonly #givenUp: Exchange[] = [];
  #current: Exchange | undefined;
  /** Whether the answer to the current line is overdue, and a query was sent after it. */
  #doubted = false;
  /** Such queries that are not answered yet: an answer to an older one says nothing of the current line. */
  #queries = 0;
  /** The line whose move goes on. */
  #mover: Exchange | undefined;
  #state: State;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(state: State, listener: ConversationListener, options: ConversationOptions = {}) {
    this.#state = state;
    this.#listener = listener;
    this.#options = {
      replyTime: 1_000,
      queryTime: 2_000,
      movingBeat: 100,
      restingBeat: 1_000,
      queueLimit: 10_000,
      ...options,
    };
    this.#next();
  }

  /** Degrees, as the firmware said last. */
  get position(): number {
    return this.#state.position;
  }

  get moving(): boolean {
    return this.#mover !== undefined || this.#state.moving !== 0;
  }

  /**
   * Sends a line in its turn, this process's own before those of others. A stop goes before all lines that wait, and those that
   * would move the table are given up: a table that was stopped stays where it is.
   */
  request(line: string, options: LineOptions = {}): Answer {
    const exchange = new Exchange(line, options);
    const queue = options.foreign ? this.#foreign : this.#own;
    if (this.#ended) exchange.fail(new TurntableError("lost", "The line to the turntable is lost."));
    else if (commandKind(line) === "stop") this.#jumpQueue(exchange);
    else if (queue.length < this.#options.queueLimit) queue.push(exchange);
    else {
      const { queueLimit } = this.#options;
      exchange.fail(new TurntableError("busy", `${queueLimit} lines wait for the turntable; no more may.`));
    }
    if (!this.#current) this.#next();
    return exchange;
  }

  /** Takes a line of the firmware. */
  receive(line: string): void {
    if (this.#ended) return;
    const reply = parseReply(line);
    const current = this.#current;
    if (reply.kind === "state") this.#hear(line, reply);
    else if (reply.kind === "end" || (reply.kind === "ok" && current?.refusal === undefined))
      this.#endMove(line, reply);
    else if (current && confirms(current.line, reply)) this.#confirm(current, line, reply);
    else if (reply.kind === "banner") this.#restart();
    else if (current && reply.kind === "error") this.#refuse(current, line);
    else if (current?.refusal !== undefined && reply.kind === "ok") this.#endRefusal(current, line);
  }

  /** Ends the conversation; what waits fails. */
  end(reason: TurntableError): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#tellGivenUp();
    const waiting = [...this.#own.splice(0), ...this.#foreign.splice(0)];
    for (const exchange of [this.#mover, this.#current, ...waiting]) exchange?.fail(reason);
    this.#mover = undefined;
    this.#current = undefined;
  }

  #jumpQueue(stop: Exchange): void {
    for (const queue of [this.#own, this.#foreign]) {
      for (const exchange of queue.splice(0)) (moves(exchange.line) ? this.#givenUp : queue).push(exchange);
    }
    this.#own.unshift(stop);
  }

  #tellGivenUp(): void {
    for (const exchange of this.#givenUp.splice(0))
      exchange.fail(new TurntableError("stopped", `Stopped before "${exchange.line}".`));
  }

  #next(): void {
    clearTimeout(this.#timer);
    this.#doubted = false;
    this.#tellGivenUp();
    this.#current = this.#takeWanted();
    if (this.#current) {
      this.#timer = setTimeout(() => this.#doubt(), this.#options.replyTime);
      this.#listener.send(`${this.#current.line}\n`);
      return;
    }
    const { movingBeat, restingBeat } = this.#options;
    this.#timer = setTimeout(() => void this.request("?"), this.moving ? movingBeat : restingBeat);
  }

  /** @returns the line whose turn it is, past those that were withdrawn */
  #takeWanted(): Exchange | undefined {
    for (;;) {
      const exchange = this.#own.shift() ?? this.#foreign.shift();
      if (!exchange?.withdrawn) return exchange;
      exchange.fail(new TurntableError("withdrawn", `Nobody wants "${exchange.line}" any more.`));
    }
  }

  #doubt(): void {
    this.#doubted = true;
    const { replyTime, queryTime } = this.#options;
    const silence = `The turntable did not answer within ${replyTime + queryTime} ms`;
    this.#timer = setTimeout(() => this.#listener.silent(new Error(silence)), queryTime);
    this.#queries++;
    this.#listener.send("?\n");
  }

  #hear(line: string, state: State): void {
    const current = this.#current;
    const answersOlder = this.#queries > 0 && !this.#doubted;
    if (this.#queries > 0) this.#queries--;
    this.#note(state);
    if (!current || answersOlder) return;
    if (confirms(current.line, state)) this.#confirm(current, line, state);
    else if (this.#doubted && this.#queries === 0) this.#settle(current, state);
  }

  #note(state: State): void {
    this.#state = state;
    const mover = this.#mover;
    // The end of a move comes before such a state: it was lost on the way.
    if (mover && state.moving === 0) this.#tellEnd(mover, endingIn(state, mover.line));
  }

  #endMove(line: string, reply: Reply): void {
    const mover = this.#mover;
    if (!mover || !ends(mover.line, reply)) return;
    this.#state = { ...this.#state, position: this.#endPosition(mover, reply), moving: 0 };
    this.#tellEnd(mover, line);
  }

  /** The end of an angle does not say where: there, or where the line that waits for its answer cut it. */
  #endPosition(mover: Exchange, reply: Reply): number {
    if (reply.kind === "end") return reply.position;
    return this.#current && commandKind(this.#current.line) !== "state"
      ? this.#state.position
      : Number(mover.line);
  }

  #tellEnd(mover: Exchange, line: string): void {
    this.#mover = undefined;
    mover.reply(line);
    mover.end(line.startsWith("Cut") ? "cut" : "done");
  }

  #confirm(exchange: Exchange, line: string, reply: Reply): void {
    // The end of the move that this one cuts comes before: it was lost on the way.
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
    const problem = `The turntable refused "${exchange.line}": ${exchange.refusal}.`;
    exchange.fail(new TurntableError("refused", problem));
    this.#next();
  }

  #settle(exchange: Exchange, state: State): void {
    const confirmation = confirmationIn(state, exchange.line);
    if (confirmation !== undefined) {
      this.#confirm(exchange, confirmation, parseReply(confirmation));
      this.#note(state);
      return;
    }
    const problem = `The turntable gave no answer to "${exchange.line}", and did not obey.`;
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
