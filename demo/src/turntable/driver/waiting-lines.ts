import { commandKind, moves } from "./command.ts";
import { Exchange, type LineOptions } from "./exchange.ts";
import { Turns } from "./turns.ts";
import { TurntableError } from "../turntable-error.ts";

/** The lines that wait for a turntable: stops come first, then lines of this process, then lines of clients, who take turns. */
export class WaitingLines {
  readonly #limit: number;
  readonly #own = new Turns();
  readonly #foreign = new Turns();
  readonly #stops: Exchange[] = [];
  /** Moves given up because of a stop. They fail after the current line has its answer. */
  readonly #givenUp: Exchange[] = [];
  #ended = false;

  /** @param limit Most lines of this process, and most lines of clients */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Adds a line. A stop gives up the waiting moves. A line above the limit, or after the end, fails. */
  add(line: string, options: LineOptions = {}): Exchange {
    const exchange = new Exchange(line, options);
    const queue = options.client ? this.#foreign : this.#own;
    if (this.#ended) exchange.fail(new TurntableError("lost", "The connection to the turntable is lost."));
    else if (commandKind(line) === "stop") {
      this.giveUpMoves();
      this.#stops.push(exchange);
    } else if (queue.length < this.#limit) queue.push(options.client ?? this, exchange);
    else {
      const problem = `Too many lines wait for the turntable. The limit is ${this.#limit}.`;
      exchange.fail(new TurntableError("busy", problem));
    }
    return exchange;
  }

  /** Gives up the waiting moves. */
  giveUpMoves(): void {
    for (const queue of [this.#own, this.#foreign])
      this.#givenUp.push(...queue.takeAll(({ line }) => moves(line)));
  }

  /** Takes the next line. Lines that were given up or withdrawn fail. */
  take(): Exchange | undefined {
    this.#failGivenUp();
    for (;;) {
      const exchange = this.#stops.shift() ?? this.#own.shift() ?? this.#foreign.shift();
      if (!exchange?.withdrawn) return exchange;
      exchange.fail(new TurntableError("withdrawn", `The line "${exchange.line}" was withdrawn.`));
    }
  }

  /** Ends the waiting. All lines fail, and so do later ones. */
  end(reason: TurntableError): void {
    this.#ended = true;
    this.#failGivenUp();
    for (const exchange of [...this.#stops.splice(0), ...this.#own.takeAll(), ...this.#foreign.takeAll()])
      exchange.fail(reason);
  }

  #failGivenUp(): void {
    for (const exchange of this.#givenUp.splice(0))
      exchange.fail(new TurntableError("stopped", `Stopped before "${exchange.line}".`));
  }
}
