/** A map that keeps the newest entries only, for what visitors leave in memory. */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
  readonly #most: number;

  /** @param most How many entries it keeps */
  constructor(most: number) {
    super();
    this.#most = most;
  }

  /** Sets an entry, which is then the newest; the oldest one goes where there are too many. */
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
