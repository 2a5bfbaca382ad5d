import type { Socket } from "node:net";
import { LineSplitter } from "../driver/line-splitter.ts";
import { moves } from "../driver/command.ts";
import type { Answer, LineOptions } from "../driver/exchange.ts";
import { TurntableError } from "../turntable-error.ts";

export interface LineTaker {
  readonly request: (line: string, options: LineOptions) => Answer;
}

/** Limits of one client. */
export interface ClientLimits {
  /** Bytes of a line. Default: 64. */
  readonly lineLimit?: number;
  /** Lines that may wait for their verdict. Further lines are refused. Default: 2000. */
  readonly waitingLimit?: number;
  /** Bytes of answers that are unread or wait for their turn. Beyond it, the client is disconnected. Default: 1 MiB. */
  readonly unreadLimit?: number;
  /** Called with the reason when a client is turned away. */
  readonly turnedAway?: (why: string) => void;
}

/** The head of an HTTP request. No line for a turntable looks like it. */
const HTTP_HEAD = /^[A-Za-z][A-Za-z-]+:|\bHTTP\/\d/;

/**
 * Serves a client of the bridge. Its lines go to the turntable in their turn, and only this client gets their answers.
 *
 * The bridge refuses a bad line, or a line without a turntable, as the firmware would: an error, then the verdict, in the order
 * of the lines. If the client ends its side, it still gets all answers before the connection closes. If the connection breaks,
 * its waiting queries are dropped, but its moves and stops are still sent.
 */
export class BridgeClient {
  readonly #socket: Socket;
  readonly #turntable: LineTaker;
  readonly #limits: Required<Omit<ClientLimits, "turnedAway">>;
  readonly #turnedAway: ClientLimits["turnedAway"];
  readonly #splitter: LineSplitter;
  /** Lines without a verdict. */
  #waiting = 0;
  /** Lines without a verdict, or with a move that has not ended. */
  #open = 0;
  /** Fulfilled when all lines so far have their verdicts. */
  #verdicts: Promise<unknown> = Promise.resolve();
  /** Refusals wait for `#verdicts`. Together they have so many bytes. */
  #unsent = 0;
  readonly #gone = new AbortController();
  /** True while a stop of this client waits. Stops jump the queue, so only one may wait. */
  #stopping = false;
  #finished = false;
  #turnedAwayAlready = false;

  /** @param socket Must allow half-open connections, so that a client that ended its side still gets answers */
  constructor(socket: Socket, turntable: LineTaker, { turnedAway, ...limits }: ClientLimits = {}) {
    this.#socket = socket;
    this.#turntable = turntable;
    this.#turnedAway = turnedAway;
    this.#limits = { lineLimit: 64, waitingLimit: 2_000, unreadLimit: 1_048_576, ...limits };
    const { lineLimit } = this.#limits;
    this.#splitter = new LineSplitter(lineLimit, {
      line: (line) => this.#take(line),
      tooLong: () => this.#refuse(`The line is too long. The limit is ${lineLimit} bytes.`),
    });
    socket.on("data", (bytes) => this.#splitter.add(bytes));
    socket.on("end", () => this.#finish());
    socket.on("close", () => this.#gone.abort());
    // `close` follows each error.
    socket.on("error", () => undefined);
  }

  /** Answers a line with an error, after the verdicts of earlier lines. */
  #refuse(problem: string): void {
    this.#unsent += problem.length;
    this.#verdicts = this.#verdicts.then(() => {
      this.#unsent -= problem.length;
      this.#complain(problem);
      this.#closeWhenAnswered();
    });
    this.#cutOffWhenFull();
  }

  /** Writes an error and its verdict, as the firmware does. */
  #complain(problem: string): void {
    this.#write(`Error: ${problem}`);
    this.#write("OK: Good to go");
  }

  /** Closes the connection after sending the buffered answers. */
  close(): void {
    this.#socket.destroySoon();
  }

  #take(line: string): void {
    const { waitingLimit } = this.#limits;
    const isStop = line === "!";
    if (this.#turnedAwayAlready) return;
    if (HTTP_HEAD.test(line)) this.#turnAway();
    else if (isStop && this.#stopping) this.#refuse("Your last stop still waits. Wait for its answer.");
    else if (this.#waiting < waitingLimit || isStop) void this.#ask(line);
    else this.#refuse(`Too many lines wait. The limit is ${waitingLimit}; wait for answers.`);
  }

  /** Turns away HTTP: any web page could make a browser post lines to the bridge. */
  #turnAway(): void {
    this.#complain("This is not a web server.");
    this.#turnedAwayAlready = true;
    this.#turnedAway?.("it speaks HTTP");
    this.close();
  }

  async #ask(line: string): Promise<void> {
    this.#waiting++;
    this.#open++;
    const isStop = line === "!";
    const { taken, ended } = this.#turntable.request(line, {
      onReply: (reply) => this.#write(reply),
      client: this,
      ...(isStop || moves(line) ? {} : { signal: this.#gone.signal }),
    });
    if (isStop) this.#stopping = true;
    const settle = () => {
      this.#waiting--;
      if (isStop) this.#stopping = false;
    };
    taken.then(settle, settle);
    const before = this.#verdicts;
    const verdict = this.#outcome(taken, before);
    this.#verdicts = Promise.all([before, verdict]);
    if (await verdict) await this.#outcome(ended);
    this.#open--;
    this.#closeWhenAnswered();
  }

  /** Returns true if the promise is fulfilled. Otherwise it tells the client the error, once `turn` is fulfilled. */
  async #outcome(promise: Promise<unknown>, turn?: Promise<unknown>): Promise<boolean> {
    try {
      await promise;
      return true;
    } catch (error) {
      if (!(error instanceof TurntableError)) throw error;
      await turn;
      // For a refusal, the client already has the firmware's own error.
      if (error.problem !== "refused" && error.problem !== "garbled") this.#complain(error.message);
      return false;
    }
  }

  #finish(): void {
    if (this.#splitter.partial) this.#refuse("The last line has no line end.");
    this.#finished = true;
    this.#closeWhenAnswered();
  }

  #closeWhenAnswered(): void {
    if (this.#finished && this.#open === 0 && this.#unsent === 0) this.#socket.end();
  }

  #write(line: string): void {
    if (!this.#socket.writable) return;
    this.#socket.write(`${line}\r\n`, "latin1");
    this.#cutOffWhenFull();
  }

  #cutOffWhenFull(): void {
    if (this.#socket.writableLength + this.#unsent > this.#limits.unreadLimit) this.#socket.destroy();
  }
}
