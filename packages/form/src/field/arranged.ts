import { nearest } from "@turnform/schema/misspelt";
import type { Block, BlockKind } from "./arrangement.ts";
import { describeValue } from "./describe-value.ts";
import type { BlockConstants } from "./view.ts";

/** A field with a name. */
interface Named {
  readonly node: { readonly name: string };
}

/** A field in its place, or a block of fields. */
export type Arranged<F> = { readonly field: F } | ArrangedBlock<F>;

/** A block with its fields. */
export interface ArrangedBlock<F> {
  readonly kind: DrawnKind;
  /** The constants of the block's views: one object for all pages. */
  readonly constants: BlockConstants;
  /** Number of the block in its arrangement, from 1. It ends the block's id. */
  readonly number: number;
  /** True if details are open at first. */
  readonly open: boolean;
  readonly content: readonly Arranged<F>[];
  /** All fields in the block, also in inner blocks. */
  readonly fields: readonly F[];
}

/** The kind of a block as it is drawn. A panel is a section of tabs. */
type DrawnKind = BlockKind | "panel";

/** The fields of an object, in the places that an arrangement gives them. */
export class ArrangedFields<F extends Named> {
  /** The fields in their new order. */
  readonly fields: readonly F[];
  readonly content: readonly Arranged<F>[];
  /** Kinds of the blocks. */
  readonly kinds: ReadonlySet<DrawnKind>;
  /** Headings of the blocks. They name groups. */
  readonly labels: readonly string[];
  readonly #what: string;
  readonly #byName: ReadonlyMap<string, F>;
  readonly #placed = new Set<F>();
  readonly #blocks: DrawnKind[] = [];
  readonly #labels: string[] = [];

  /**
   * @param arrangement An application's arrangement
   * @param fields The fields in the schema's order. Fields without a place follow
   * @param what The arranged object, for messages
   * @throws TypeError for an unknown name, a name used twice, or anything but names and blocks
   */
  constructor(arrangement: unknown, fields: readonly F[], what: string) {
    this.#what = what;
    this.#byName = new Map(fields.map((field) => [field.node.name, field]));
    const content = this.#arrange(arrangement);
    const others = fields.filter((field) => !this.#placed.has(field));
    this.content = [...content, ...others.map((field) => ({ field }))];
    this.fields = [...this.#placed, ...others];
    this.kinds = new Set(this.#blocks);
    this.labels = this.#labels;
  }

  #arrange(content: unknown, outer?: DrawnKind): Arranged<F>[] {
    if (!Array.isArray(content))
      throw new TypeError(`${this.#what} is arranged by ${describeValue(content)}; a list is expected`);
    return content.map((part: unknown) =>
      typeof part === "string" && outer !== "tabs" ? { field: this.#field(part) } : this.#block(part, outer),
    );
  }

  #field(name: string): F {
    const field = this.#byName.get(name);
    if (!field) {
      const names = [...this.#byName.keys()];
      const near = nearest(name, names);
      throw new TypeError(
        `${this.#what} has no field "${name}" to arrange. ` +
          (near === undefined ? `It has ${names.join(", ")}` : `Did you mean "${near}"?`),
      );
    }
    if (this.#placed.has(field))
      throw new TypeError(`${this.#what} is arranged with "${name}" in two places`);
    this.#placed.add(field);
    return field;
  }

  #block(given: unknown, outer: DrawnKind | undefined): ArrangedBlock<F> {
    const expected = outer === "tabs" ? ["section"] : KINDS;
    if (!isBlock(given) || !expected.includes(given.kind))
      throw new TypeError(
        `${this.#what} is arranged with ${outer === "tabs" ? "tabs of " : ""}${isBlock(given) ? `${given.kind}()` : describeValue(given)}. ` +
          `Expected ${outer === "tabs" ? "section()" : "a field's name, section(), row(), columns(), tabs() or details()"}`,
      );
    const { label, cssClass, open = false } = given;
    const kind = outer === "tabs" ? "panel" : given.kind;
    const number = this.#blocks.push(kind);
    if (label !== undefined) this.#labels.push(label);
    const before = this.#placed.size;
    const content = this.#arrange(given.content, kind);
    const fields = [...this.#placed].slice(before);
    return { kind, number, open, content, fields, constants: { template: `block-${kind}`, label, cssClass } };
  }
}

const KINDS: readonly BlockKind[] = ["section", "row", "columns", "column", "tabs", "details"];

function isBlock(value: unknown): value is Block & { readonly open?: boolean } {
  return typeof value === "object" && value !== null && "kind" in value && "content" in value;
}
