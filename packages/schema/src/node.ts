import type { z } from "zod";
import { type Containment, Parts } from "./containment.ts";
import { type Edge, INSIDE } from "./paths/edge.ts";
import { titleFromName } from "./title.ts";
import { holdsPipe } from "./zod/definition.ts";
import { fromJSON } from "./zod/from-json.ts";
import type { Choice, Compiled, Constraints } from "./zod/compiled.ts";
import { valuesOf } from "./zod/siblings.ts";
import type { Kind } from "./kind.ts";
import type { Nothing } from "./left-out.ts";
import type { Metadata } from "./metadata.ts";

/** A place in a schema as widgets and renderers see it. Immutable; children are made on first use. */
export class SchemaNode {
  /** Key in the parent. For the root and an array's item: the metadata's `name`, default `""` and `item`. */
  readonly name: string;
  /** Edge from the parent to this node. */
  readonly edge: Edge;
  readonly #compiled: Compiled;
  #title: string | undefined;
  #children: readonly SchemaNode[] | undefined;
  #entry: SchemaNode | undefined;
  #parts: Parts<SchemaNode> | undefined;
  #isConverted: boolean | undefined;

  constructor(name: string, compiled: Compiled, edge: Edge = INSIDE) {
    this.name = name;
    this.edge = edge;
    this.#compiled = compiled;
  }

  /** The zod type of this place, with its wrappers. */
  get type(): z.core.$ZodType {
    return this.#compiled.type;
  }

  /** Widgets are chosen by it. */
  get kind(): Kind {
    return this.#compiled.kind;
  }

  /** The metadata's `title`, or a title made from the name. */
  get title(): string {
    return (this.#title ??= this.meta.title ?? titleFromName(this.name));
  }

  get description(): string | undefined {
    return this.meta.description;
  }

  /** True if a missing value is an error. */
  get required(): boolean {
    return this.#compiled.required;
  }

  /** The values of a field that is left out: undefined, null, or both. None if the field must have a value or has a default. */
  get leftOutValues(): readonly Nothing[] {
    return this.#compiled.leftOutValues;
  }

  get meta(): Metadata {
    return this.#compiled.meta;
  }

  get constraints(): Constraints {
    return this.#compiled.constraints;
  }

  /** The closed set of values, if the type has one. */
  get choices(): readonly Choice[] | undefined {
    return this.#compiled.choices;
  }

  /** Name of the field with a union's tag. */
  get discriminator(): string | undefined {
    return this.#compiled.discriminator;
  }

  /** True for an object that keeps unknown names, such as `z.looseObject()`. */
  get isLoose(): boolean {
    return this.#compiled.isLoose;
  }

  /**
   * The parts of the type: an object's fields in order, the one item of an array or set, a tuple's positions (and `*` for
   * the rest), a record's one value, a map's one pair, a union's options.
   */
  get children(): readonly SchemaNode[] {
    return (this.#children ??= this.#compiled.children.map(
      ([name, child]) => new SchemaNode(name, child, this.containment.edge(name)),
    ));
  }

  /** The pair of key and value of a record or map, as a tuple. */
  get entry(): SchemaNode | undefined {
    const { entry } = this.#compiled;
    return (this.#entry ??= entry && new SchemaNode("entry", entry));
  }

  /** True if the output may have another shape than the fields: a transform, a codec or a wire makes it. */
  get isConverted(): boolean {
    return (this.#isConverted ??= this.meta.wire !== undefined || holdsPipe(this.type));
  }

  get containment(): Containment {
    return this.#compiled.containment;
  }

  /** The children and the pair by name, as {@link containment} needs them. */
  get parts(): Parts<SchemaNode> {
    return (this.#parts ??= new Parts(
      this.children.map((child) => [child.name, child]),
      this.entry,
    ));
  }

  /** Returns the rank of a key among its siblings: fields in schema order, unknown names last. */
  positionOf(key: string | number): number {
    return typeof key === "number" ? key : this.parts.positionOf(key);
  }

  /**
   * Returns the node at the next key of a data path.
   *
   * @param key A field's name, or a position in a list
   * @returns undefined if the schema has nothing there
   */
  child(key: string | number): SchemaNode | undefined {
    return this.containment.child(this.parts, key);
  }

  /**
   * Returns the values of some fields of an object in a cstruct. Missing and wrong ones are undefined. It knows no conditions:
   * `FieldStates` does.
   */
  valuesOf(
    mapping: Readonly<Record<string, unknown>>,
    names: readonly string[],
  ): Readonly<Record<string, unknown>> {
    return valuesOf(this.#compiled, mapping, names);
  }

  /** Returns the texts that a form shows for a value; see `Schema.serialize`. */
  serialize(value: unknown): unknown {
    return this.#compiled.serialize(value);
  }

  /**
   * Turns one value from JSON into the value that a form posts for it: a number or boolean into its text, and an object of a union
   * into one with its tag. Parts inside stay as they are, and so does a value that does not fit the type.
   */
  fromJSON(value: unknown): unknown {
    return fromJSON(this.#compiled, value);
  }

  /** Returns the texts of a new value, such as a new item of a list. An optional group has some too, although it is left out at first. */
  fresh(): unknown {
    return this.#compiled.fresh();
  }
}
