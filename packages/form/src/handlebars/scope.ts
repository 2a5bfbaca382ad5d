import type { Data } from "./helper.ts";

/** Which item of a list a block stands for. */
export interface ItemPlace {
  readonly key: unknown;
  readonly index: number;
  readonly isLast: boolean;
}

/** Where a template stands while it is drawn. */
export class Scope {
  /** What names are looked up in. */
  readonly context: unknown;
  /** The scope around, for `../`. */
  readonly outer: Scope | undefined;
  /** The values that blocks around have named, outermost first. */
  readonly named: readonly unknown[];
  readonly #from: Scope | Data | undefined;
  readonly #place: ItemPlace | undefined;
  #data: Data | undefined;

  /**
   * @param from Where what stands behind `@` comes from; undefined where nothing is around
   * @param place Of an item
   */
  constructor(
    context: unknown,
    outer: Scope | undefined,
    from: Scope | Data | undefined,
    named: readonly unknown[] = NONE,
    place?: ItemPlace,
  ) {
    this.context = context;
    this.outer = outer;
    this.named = named;
    this.#from = from;
    this.#place = place;
  }

  /** What stands behind `@`; made when it is asked for, which is seldom. */
  get data(): Data {
    return (this.#data ??= this.#makeData());
  }

  #makeData(): Data {
    const around = this.#from instanceof Scope ? this.#from.data : this.#from;
    if (around && this.#place) return new Frame(around["root"], around, this.#place);
    return around ?? new Frame(this.context);
  }

  /**
   * The scope in a block. One with the same context is no step outwards.
   *
   * @param names How many values the block names
   * @param values The values, as many as there are
   */
  inside(
    context: unknown,
    names: number,
    values: readonly unknown[],
    from: Scope | Data = this,
    place?: ItemPlace,
  ): Scope {
    const outer = context === this.context ? this.outer : this;
    return new Scope(context, outer, from, names === 0 ? this.named : this.#naming(names, values), place);
  }

  #naming(names: number, values: readonly unknown[]): readonly unknown[] {
    return [...this.named, ...Array.from({ length: names }, (_, index) => values[index])];
  }
}

const NONE: readonly unknown[] = [];

/** What stands behind `@` in a template, and in it for each item of a list. */
class Frame {
  readonly [name: string]: unknown;
  readonly root: unknown;
  readonly key: unknown;
  readonly index: number | undefined;
  readonly first: boolean | undefined;
  readonly last: boolean | undefined;
  /** The data around, for `@../`; Handlebars calls it so as well. */
  readonly _parent: Data | undefined;

  constructor(root: unknown, parent?: Data, place?: ItemPlace) {
    this.root = root;
    this.key = place?.key;
    this.index = place?.index;
    this.first = place && place.index === 0;
    this.last = place?.isLast;
    this._parent = parent;
  }
}
