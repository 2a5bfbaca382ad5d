import type { z } from "zod";
import { type Containment, Parts } from "./containment.ts";
import { type Edge, INSIDE } from "./paths/edge.ts";
import { titleFromName } from "./title.ts";
import type { Choice, Compiled, Constraints } from "./zod/compiled.ts";
import type { Kind } from "./kind.ts";
import type { Metadata } from "./metadata.ts";

/**
 * A place in a schema: what widgets and renderers see of it. Immutable; children are made when asked for.
 */
export class SchemaNode {
  /** Key in the parent; the metadata's `name` for the root (default `""`) and an array's item (default `item`). */
  readonly name: string;
  /** How paths lead here from the node around it. */
  readonly edge: Edge;
  readonly #compiled: Compiled;
  #title: string | undefined;
  #children: readonly SchemaNode[] | undefined;
  #entry: SchemaNode | undefined;
  #parts: Parts<SchemaNode> | undefined;

  constructor(name: string, compiled: Compiled, edge: Edge = INSIDE) {
    this.name = name;
    this.edge = edge;
    this.#compiled = compiled;
  }

  /** The zod type that stands here, with its wrappers. */
  get type(): z.core.$ZodType {
    return this.#compiled.type;
  }

  /** What widgets choose by. */
  get kind(): Kind {
    return this.#compiled.kind;
  }

  /** The metadata's `title`, else the name in words. */
  get title(): string {
    return (this.#title ??= this.meta.title ?? titleFromName(this.name));
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

  /** Name of the field that tells a union's options apart. */
  get discriminator(): string | undefined {
    return this.#compiled.discriminator;
  }

  /** True for an object that keeps names that it has no fields for, such as `z.looseObject()`. */
  get isLoose(): boolean {
    return this.#compiled.isLoose;
  }

  /**
   * What it is made of: an object's fields in order, the one item of an array or set, a tuple's positions (and `*` for the
   * rest), a record's one value, a map's one pair, a union's options.
   */
  get children(): readonly SchemaNode[] {
    return (this.#children ??= this.#compiled.children.map(
      ([name, child]) => new SchemaNode(name, child, this.containment.edge(name)),
    ));
  }

  /** A record's or map's pair of key and value, a tuple. */
  get entry(): SchemaNode | undefined {
    const { entry } = this.#compiled;
    return (this.#entry ??= entry && new SchemaNode("entry", entry));
  }

  /** How it holds its children. */
  get containment(): Containment {
    return this.#compiled.containment;
  }

  /** The children and the pair by their names, as {@link containment} takes them. */
  get parts(): Parts<SchemaNode> {
    return (this.#parts ??= new Parts(
      this.children.map((child) => [child.name, child]),
      this.entry,
    ));
  }

  /** Where a key of the data comes among its siblings, for sorting: a field in the schema's order, what it does not know last. */
  positionOf(key: string | number): number {
    return typeof key === "number" ? key : this.parts.positionOf(key);
  }

  /**
   * The node at the next key of a data path.
   *
   * @param key A field's name, or a position in a list
   * @returns undefined where the schema has nothing there
   */
  child(key: string | number): SchemaNode | undefined {
    return this.containment.child(this.parts, key);
  }

  /** What a form shows for a value, as texts; see `Schema.serialize`. */
  serialize(value: unknown): unknown {
    return this.#compiled.serialize(value);
  }
}
