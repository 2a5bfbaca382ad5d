import { flat } from "./layers.ts";
import type { ItemPlace } from "./scope.ts";

/**
 * The items that `each` goes through, one at a time: of what can be iterated, which may make them as it goes, or the values of an
 * object. One item ahead is looked for, to know which one is the last.
 */
export class Items implements ItemPlace {
  readonly #iterator: Iterator<unknown>;
  readonly #keys: readonly string[] | undefined;
  #ahead: IteratorResult<unknown>;
  #item: unknown;
  #index = -1;

  constructor(value: unknown) {
    const { items, keys } = listOf(value);
    this.#iterator = items[Symbol.iterator]();
    this.#keys = keys;
    this.#ahead = this.#iterator.next();
  }

  /** Steps to the next item, where there is one. */
  advance(): boolean {
    if (this.#ahead.done === true) return false;
    this.#item = this.#ahead.value;
    this.#index++;
    this.#ahead = this.#iterator.next();
    return true;
  }

  get item(): unknown {
    return this.#item;
  }

  get key(): unknown {
    return this.#keys ? this.#keys[this.#index] : this.#index;
  }

  get index(): number {
    return this.#index;
  }

  get isLast(): boolean {
    return this.#ahead.done === true;
  }
}

function listOf(value: unknown): { items: Iterable<unknown>; keys?: readonly string[] } {
  if (typeof value !== "object" || value === null) return { items: [] };
  if (isIterable(value)) return { items: value };
  const entries = Object.entries(flat(value));
  return { items: entries.map(([, item]) => item), keys: entries.map(([key]) => key) };
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}
