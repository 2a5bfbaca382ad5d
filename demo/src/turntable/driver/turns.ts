import type { Exchange } from "./exchange.ts";

/** A queue of lines whose senders take turns: each sender's lines stay in order, and no sender waits for all lines of another. */
export class Turns {
  /** The waiting lines by sender, the next sender first. A sender without lines is absent. */
  readonly #lines = new Map<object, Exchange[]>();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(sender: object, exchange: Exchange): void {
    const lines = this.#lines.get(sender);
    if (lines) lines.push(exchange);
    else this.#lines.set(sender, [exchange]);
    this.#length++;
  }

  /** Takes the oldest line of the next sender, whose next turn then comes after all others. */
  shift(): Exchange | undefined {
    for (const [sender, lines] of this.#lines) {
      this.#lines.delete(sender);
      const exchange = lines.shift();
      if (lines.length > 0) this.#lines.set(sender, lines);
      if (!exchange) continue;
      this.#length--;
      return exchange;
    }
    return undefined;
  }

  /** Takes all lines that meet a condition, in the order of their senders. */
  takeAll(condition: (exchange: Exchange) => boolean = () => true): Exchange[] {
    const taken: Exchange[] = [];
    for (const [sender, lines] of this.#lines) {
      const left: Exchange[] = [];
      for (const exchange of lines) (condition(exchange) ? taken : left).push(exchange);
      if (left.length > 0) this.#lines.set(sender, left);
      else this.#lines.delete(sender);
    }
    this.#length -= taken.length;
    return taken;
  }
}
