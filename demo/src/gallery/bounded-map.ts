/** A map that keeps only the newest entries, so that visitors can't fill the memory. */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
  readonly #most: number;

  /** @param most Number of entries to keep */
  constructor(most: number) {
    super();
    this.#most = most;
  }

  /** Sets an entry, which becomes the newest. Removes the oldest entry if there are too many. */
  override set(key: Key, value: Value): this {
    this.delete(key);
    super.set(key, value);
    for (const oldest of this.keys()) {
      if (this.size <= this.#most) break;
      this.delete(oldest);
    }
    return this;
  }
}
