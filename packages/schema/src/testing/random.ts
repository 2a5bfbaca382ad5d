/** Makes random choices from a seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }

  /** Returns true once in so many times. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  some<T>(all: readonly T[]): readonly T[] {
    return all.filter(() => this.once(2));
  }

  pick<T>(...all: readonly [T, ...T[]]): T {
    return all[this.below(all.length)] ?? all[0];
  }
}
