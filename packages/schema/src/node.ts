import { titleFromName } from "./title.ts";
import type { Choice, Compiled, Constraints, Kind } from "./zod/compiled.ts";
import type { Metadata } from "./metadata.ts";

/**
 * A place in a schema: what widgets and renderers see of it. Immutable; children are made when asked for.
 */
export class SchemaNode {
  /** Key in the parent; `""` for the root, the metadata's `name` or `item` for an array's item. */
  readonly name: string;
  readonly #compiled: Compiled;
  #children: readonly SchemaNode[] | undefined;

  constructor(name: string, compiled: Compiled) {
    this.name = name;
    this.#compiled = compiled;
  }

  /** What widgets choose by. */
  get kind(): Kind {
    return this.#compiled.kind;
  }

  /** The metadata's `title`, else the name in words. */
  get title(): string {
    return this.meta.title ?? titleFromName(this.name);
  }

  get description(): string | undefined {
    return this.meta.description;
  }

  /** Whether a missing value is an error. */
  get required(): boolean {
    return this.#compiled.required;
  }

  get meta(): Metadata {
    return this.#compiled.meta;
  }

  get constraints(): Constraints {
    return this.#compiled.constraints;
  }

  /** The closed set of values, where the type has one. */
  get choices(): readonly Choice[] | undefined {
    return this.#compiled.choices;
  }

  /** An object's fields in order, an array's one item. */
  get children(): readonly SchemaNode[] {
    return (this.#children ??= this.#compiled.children.map(([name, child]) => new SchemaNode(name, child)));
  }

  /**
   * The node at the next key of a data path.
   *
   * @param key A field's name, or a position in an array
   * @returns undefined where the schema has nothing there
   */
  child(key: string | number): SchemaNode | undefined {
    return this.kind === "array" ? this.children[0] : this.children.find((child) => child.name === key);
  }

  /** What a form shows for a value, as texts; see `Schema.serialize`. */
  serialize(value: unknown): unknown {
    return this.#compiled.serialize(value);
  }
}
