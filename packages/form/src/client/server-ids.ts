import { closest } from "./form.ts";
import { ITEM, itemsOf, SEQUENCE } from "./sequence.ts";

/**
 * Translates ids of a page to those of the server's page for the same controls. The server numbers the items of a list by position, and the
 * script gives added and moved items numbers never used before.
 */
export class ServerIds {
  /** The server's id of each item, without `:item`. */
  readonly #items = new Map<Element, string>();

  /**
   * Returns the server's id.
   *
   * @param element An element with the id, or around an element with it in the same item
   */
  of(element: Element, id: string): string {
    const item = closest(element, ITEM);
    if (!item) return id;
    return this.ofItem(item) + id.slice(item.id.length - ":item".length);
  }

  /** Returns the server's id of an item, without `:item`. */
  ofItem(item: Element): string {
    const sequence = closest(item.parentElement, SEQUENCE);
    if (sequence && !this.#items.has(item)) {
      const sequenceId = this.of(sequence, sequence.id);
      for (const [index, each] of itemsOf(sequence).entries())
        this.#items.set(each, `${sequenceId}-${index}`);
    }
    return this.#items.get(item) ?? item.id.slice(0, -":item".length);
  }
}
