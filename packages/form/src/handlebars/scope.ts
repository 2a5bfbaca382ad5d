import type { Data } from "./helper.ts";

/** Where a template stands while it is drawn. */
export class Scope {
  /** What names are looked up in. */
  readonly context: unknown;
  /** The scope around, for `../`. */
  readonly outer: Scope | undefined;
  /** What stands behind `@`. */
  readonly data: Data;
  /** The values that blocks around have named, outermost first. */
  readonly named: readonly unknown[];

  constructor(context: unknown, outer: Scope | undefined, data: Data, named: readonly unknown[]) {
    this.context = context;
    this.outer = outer;
    this.data = data;
    this.named = named;
  }

  /**
   * The scope in a block. One with the same context is no step outwards.
   *
   * @param names How many values the block names
   * @param values The values, as many as there are
   */
  inside(context: unknown, data: Data, names: number, values: readonly unknown[]): Scope {
    const outer = context === this.context ? this.outer : this;
    return new Scope(context, outer, data, names === 0 ? this.named : this.#naming(names, values));
  }

  #naming(names: number, values: readonly unknown[]): readonly unknown[] {
    return [...this.named, ...Array.from({ length: names }, (_, index) => values[index])];
  }
}

/** What stands behind `@` in a template, and in it for each item of a list. */
export class Frame {
  readonly [name: string]: unknown;
  readonly root: unknown;
  readonly key: unknown;
  readonly index: number | undefined;
  readonly first: boolean | undefined;
  readonly last: boolean | undefined;
  /** The data around, for `@../`; Handlebars calls it so as well. */
  readonly _parent: Data | undefined;

  constructor(root: unknown, parent?: Data, key?: unknown, index?: number, last?: boolean) {
    this.root = root;
    this.key = key;
    this.index = index;
    this.first = index === undefined ? undefined : index === 0;
    this.last = last;
    this._parent = parent;
  }
}
