import type { Socket } from "node:net";
import { LineSplitter } from "../driver/line-splitter.ts";
import { moves } from "../driver/command.ts";
import type { Answer, LineOptions } from "../driver/exchange.ts";
import { TurntableError } from "../turntable-error.ts";

/** Takes lines for a turntable. */
export interface LineTaker {
  readonly request: (line: string, options: LineOptions) => Answer;
}

/** What one client may do. */
export interface ClientLimits {
  /** Bytes of a line (default 64). */
  readonly lineLimit?: number;
  /** Its lines that may wait for their verdict (default 2000); further ones are refused. */
  readonly waitingLimit?: number;
  /** Bytes of answers that it may leave unread, or that may wait for their turn, before it is cut off (default 1 MiB). */
  readonly unreadLimit?: number;
  /** Told why the client was turned away. */
  readonly turnedAway?: (why: string) => void;
}

/** What a browser writes before the body of a request: no line for a turntable looks like it. */
const OF_HTTP = /^[A-Za-z][A-Za-z-]+:|\bHTTP\/\d/;

/**
 * Serves a client of the bridge: its lines go to the turntable in their turn, the answers to them come back to it alone. What is
 * no line, or finds no turntable, is answered as the firmware would, an error, then the verdict, and in the order of the lines. A
 * client that has said all it has to say is let go once it has been answered; one that vanished is owed nothing: what it only asked
 * is dropped, though what it said that moves the table counts.
 */
export class BridgeClient {
  readonly #socket: Socket;
  readonly #turntable: LineTaker;
  readonly #limits: Required<Omit<ClientLimits, "turnedAway">>;
  readonly #turnedAway: ClientLimits["turnedAway"];
  readonly #splitter: LineSplitter;
  /** Lines whose verdict is still to come, and those whose move has not ended either. */
  #waiting = 0;
  #open = 0;
  /** Fulfilled when all lines so far have their verdicts, and the bytes of those that wait for it. */
  #verdicts: Promise<unknown> = Promise.resolve();
  #held = 0;
  readonly #gone = new AbortController();
  /** Whether a stop of its own waits, which jumps the queue: one at a time. */
  #stopping = false;
  #finished = false;
  /** Whether it was turned away. */
  #deaf = false;

  /** @param socket One that stays half open where the client ends, so that it can be answered */
  constructor(socket: Socket, turntable: LineTaker, { turnedAway, ...limits }: ClientLimits = {}) {
    this.#socket = socket;
    this.#turntable = turntable;
    this.#turnedAway = turnedAway;
    this.#limits = { lineLimit: 64, waitingLimit: 2_000, unreadLimit: 1_048_576, ...limits };
    const { lineLimit } = this.#limits;
    this.#splitter = new LineSplitter(lineLimit, {
      line: (line) => this.#take(line),
      tooLong: () => this.#refuse(`A line may have ${lineLimit} bytes; this one had more.`),
    });
    socket.on("data", (bytes) => this.#splitter.add(bytes));
    socket.on("end", () => this.#finish());
    socket.on("close", () => this.#gone.abort());
    // `close` follows.
    socket.on("error", () => undefined);
  }

  /** Says in its turn what is wrong with a line. */
  #refuse(problem: string): void {
    this.#held += problem.length;
    this.#verdicts = this.#verdicts.then(() => {
      this.#held -= problem.length;
      this.#complain(problem);
      this.#closeWhenAnswered();
    });
    this.#cutOffWhenFull();
  }

  /** Says what went wrong, and that the next line may come. */
  #complain(problem: string): void {
    this.#write(`Error: ${problem}`);
    this.#write("OK: Good to go");
  }

  /** Lets the client go, with what was written to it. */
  close(): void {
    this.#socket.destroySoon();
  }

  #take(line: string): void {
    const { waitingLimit } = this.#limits;
    const isStop = line === "!";
    if (this.#deaf) return;
    if (OF_HTTP.test(line)) this.#turnAway();
    else if (isStop && this.#stopping) this.#refuse("A stop of yours waits; no other may.");
    else if (this.#waiting < waitingLimit || isStop) void this.#ask(line);
    else this.#refuse(`${waitingLimit} lines of yours wait; no more may.`);
  }

  /** A web page can have a browser send what it likes here, among lines that it can't choose. */
  #turnAway(): void {
    this.#complain("This is no web server.");
    this.#deaf = true;
    this.#turnedAway?.("it speaks HTTP");
    this.close();
  }

  async #ask(line: string): Promise<void> {
    this.#waiting++;
    this.#open++;
    const isStop = line === "!";
    const { taken, ended } = this.#turntable.request(line, {
      onReply: (reply) => this.#write(reply),
      foreign: true,
      ...(isStop || moves(line) ? {} : { signal: this.#gone.signal }),
    });
    if (isStop) this.#stopping = true;
    const heard = () => {
      this.#waiting--;
      if (isStop) this.#stopping = false;
    };
    taken.then(heard, heard);
    const before = this.#verdicts;
    const verdict = this.#outcome(taken, before);
    this.#verdicts = Promise.all([before, verdict]);
    if (await verdict) await this.#outcome(ended);
    this.#open--;
    this.#closeWhenAnswered();
  }

  /** @returns whether a line, or its move, went well; the client is told where it did not, when `turn` has come */
  async #outcome(promise: Promise<unknown>, turn?: Promise<unknown>): Promise<boolean> {
    try {
      await promise;
      return true;
    } catch (error) {
      if (!(error instanceof TurntableError)) throw error;
      await turn;
      // What the firmware refuses it has said itself.
      if (error.problem !== "refused") this.#complain(error.message);
      return false;
    }
  }

  #finish(): void {
    if (this.#splitter.partial) this.#refuse("The last line has no end.");
    this.#finished = true;
    this.#closeWhenAnswered();
  }

  #closeWhenAnswered(): void {
    if (this.#finished && this.#open === 0 && this.#held === 0) this.#socket.end();
  }

  #write(line: string): void {
    if (!this.#socket.writable) return;
    this.#socket.write(`${line}\r\n`, "latin1");
    this.#cutOffWhenFull();
  }

  #cutOffWhenFull(): void {
    if (this.#socket.writableLength + this.#held > this.#limits.unreadLimit) this.#socket.destroy();
  }
}
