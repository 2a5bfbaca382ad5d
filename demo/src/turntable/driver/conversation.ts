import {
  commandKind,
  confirmationIn,
  confirms,
  endingIn,
  ends,
  isValidMove,
  missesTarget,
  moves,
  turnOf,
} from "./command.ts";
import { type Answer, Exchange, type LineOptions } from "./exchange.ts";
import { parseReply, type Reply, type State } from "./reply.ts";
import { Turns } from "./turns.ts";
import type { Turn } from "../turntable.ts";
import { TurntableError } from "../turntable-error.ts";

/** Options of a {@link Conversation}. Times are in ms. */
export interface ConversationOptions {
  /** Wait for an answer before querying the state. Default: 1000. */
  readonly replyTime?: number;
  /** Wait for the answer to that query, sent three times, before the connection counts as lost. Default: 2000. */
  readonly queryTime?: number;
  /** Time between state queries while the table moves. Default: 100. */
  readonly movingBeat?: number;
  /** Time between state queries while the table rests. Default: 1000. */
  readonly restingBeat?: number;
  /** Length of each of the two queues: lines of this process, and lines of clients. Default: 10,000. */
  readonly queueLimit?: number;
}

/** Queries of the state before the connection counts as lost. Noise can swallow a query or its answer. */
const queryLimit = 3;

/** Callbacks of a conversation. */
export interface ConversationListener {
  readonly send: (text: string) => void;
  /** The turntable restarted, after a reset or a loss of power. */
  readonly restarted: () => void;
  /** The turntable stopped answering. The listener must end the conversation. */
  readonly silent: (reason: Error) => void;
}

/**
 * Talks to a turntable in protocol 2, one line at a time. It never repeats a line. If an answer is lost, it queries the state,
 * which shows if the turntable obeyed.
 */
export class Conversation {
  readonly #listener: ConversationListener;
  readonly #options: Required<ConversationOptions>;
  readonly #own = new Turns();
  readonly #foreign = new Turns();
  readonly #stops: Exchange[] = [];
  /** Moves given up because of a stop. They fail after the current line has its answer. */
  readonly #givenUp: Exchange[] = [];
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

  /** Last position reported by the firmware, in degrees. */
  get position(): number {
    return this.#state.position;
  }

  get moving(): boolean {
    return this.#mover !== undefined || this.#state.moving !== 0;
  }

  get turn(): Turn | undefined {
    return this.#mover && turnOf(this.#mover.line);
  }

  /**
   * Sends a line in its turn: this process's lines go before lines of clients, who take turns. A stop goes before all waiting lines and gives up
   * the waiting moves, so that the table stays where it stopped.
   */
  request(line: string, options: LineOptions = {}): Answer {
    const exchange = new Exchange(line, options);
    const queue = options.client ? this.#foreign : this.#own;
    if (this.#ended) exchange.fail(new TurntableError("lost", "The connection to the turntable is lost."));
    else if (commandKind(line) === "stop") this.#jumpQueue(exchange);
    else if (queue.length < this.#options.queueLimit) queue.push(options.client ?? this, exchange);
    else {
      const { queueLimit } = this.#options;
      exchange.fail(
        new TurntableError("busy", `Too many lines wait for the turntable. The limit is ${queueLimit}.`),
      );
    }
    if (!this.#current) this.#next();
    return exchange;
  }

  /** Handles a line from the firmware. */
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

  /** Ends the conversation. All waiting lines fail. */
  end(reason: TurntableError): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#tellGivenUp();
    const waiting = [...this.#stops.splice(0), ...this.#own.takeAll(), ...this.#foreign.takeAll()];
    for (const exchange of [this.#mover, this.#current, ...waiting]) exchange?.fail(reason);
    this.#mover = undefined;
    this.#current = undefined;
  }

  #jumpQueue(stop: Exchange): void {
    for (const queue of [this.#own, this.#foreign])
      this.#givenUp.push(...queue.takeAll(({ line }) => moves(line)));
    this.#stops.push(stop);
  }

  #tellGivenUp(): void {
    for (const exchange of this.#givenUp.splice(0))
      exchange.fail(new TurntableError("stopped", `Stopped before "${exchange.line}".`));
  }

  #next(): void {
    clearTimeout(this.#timer);
    this.#overdue = false;
    this.#tellGivenUp();
    this.#current = this.#takeWanted();
    if (this.#current) {
      this.#timer = setTimeout(() => this.#query(), this.#options.replyTime);
      this.#listener.send(`${this.#current.line}\n`);
      return;
    }
    const { movingBeat, restingBeat } = this.#options;
    this.#timer = setTimeout(() => void this.request("?"), this.moving ? movingBeat : restingBeat);
  }

  /** Takes the next line from the queues. Withdrawn lines fail. */
  #takeWanted(): Exchange | undefined {
    for (;;) {
      const exchange = this.#stops.shift() ?? this.#own.shift() ?? this.#foreign.shift();
      if (!exchange?.withdrawn) return exchange;
      exchange.fail(new TurntableError("withdrawn", `The line "${exchange.line}" was withdrawn.`));
    }
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
    this.#tellEnd(mover, line);
  }

  /** Returns the position at the end of a move. After an angle line, the report has none: another line may have cut the move. */
  #endPosition(mover: Exchange, reply: Reply): number {
    if (reply.kind === "end") return reply.position;
    return this.#current && commandKind(this.#current.line) !== "state"
      ? this.#state.position
      : Number(mover.line);
  }

  #tellEnd(mover: Exchange, line: string): void {
    this.#mover = undefined;
    mover.reply(line);
    mover.end(line.startsWith("Cut") || missesTarget(mover.line, parseReply(line)) ? "cut" : "done");
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
    const { line: sent, refusal } = exchange;
    const error = isValidMove(sent)
      ? new TurntableError("garbled", `The line is noisy: "${sent}" arrived changed (${refusal}).`)
      : new TurntableError("refused", `The turntable refused "${sent}": ${refusal}.`);
    exchange.fail(error);
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
