import type { z } from "zod";
import type { Compiled } from "../zod/compiled.ts";
import { withoutConditions } from "../zod/conditional.ts";
import { definitionOf } from "../zod/definition.ts";
import { type FieldRules, rulesOf } from "../zod/field-rules.ts";
import { optionFor } from "../zod/option-for.ts";
import { insidesOf, isWrapper } from "../zod/type-parts.ts";
import { Reader } from "./reader.ts";

/** A field of an object, with its rules. */
export interface PlanField {
  readonly node: PlanNode;
  readonly rules: FieldRules;
  readonly reader: Reader;
}

/** A type as conditions see it. There is one for each type of a schema, so a recursive schema has an end. */
export class PlanNode {
  readonly compiled: Compiled;
  readonly #nodeOf: (compiled: Compiled) => PlanNode;
  #fields: ReadonlyMap<string, PlanField> | undefined;
  #isMapping: boolean | undefined;

  constructor(compiled: Compiled, nodeOf: (compiled: Compiled) => PlanNode) {
    this.compiled = compiled;
    this.#nodeOf = nodeOf;
  }

  /** True for an object, which a `..` of a path counts. A record with a fixed row for each key is none. */
  get isMapping(): boolean {
    return (this.#isMapping ??= this.compiled.containment.name === "object" && !isRecord(this.compiled.type));
  }

  get isUnion(): boolean {
    return this.compiled.containment.name === "union";
  }

  /** The fields of an object by name. Other types have none. */
  get fields(): ReadonlyMap<string, PlanField> {
    return (this.#fields ??= new Map(this.isMapping ? this.compiled.children.flatMap(this.#field) : []));
  }

  readonly #field = ([name, child]: Compiled["children"][number]): (readonly [string, PlanField])[] => {
    // The control for the option of a union is no field of the data.
    if (child.kind === "option") return [];
    const field = {
      node: this.#nodeOf(child),
      rules: rulesOf(child.type),
      reader: new Reader(withoutConditions(child)),
    };
    return [[name, field]];
  };

  /** The types inside, each at any number of places. */
  get parts(): readonly PlanNode[] {
    const { children, entry } = this.compiled;
    if (this.isMapping) return [...this.fields.values()].map(({ node }) => node);
    return [...children.map(([, child]) => child), ...(entry ? [entry] : [])].map((part) =>
      this.#nodeOf(part),
    );
  }

  /** The objects at the place of this node: itself, or the options of a union. */
  get mappings(): readonly PlanNode[] {
    if (this.isMapping) return [this];
    return this.isUnion ? this.parts.flatMap((option) => option.mappings) : [];
  }

  /** Returns the object that a posted value belongs to. The tag of a union selects the option. */
  mappingOf(value: unknown): PlanNode | undefined {
    if (this.isMapping) return this;
    const option = this.isUnion ? optionFor(this.compiled, value) : undefined;
    return option && this.#nodeOf(option);
  }

  /**
   * Returns the node of a part of a list, record or map.
   *
   * @param around The list or mapping of the parts: a record may be posted as a list of pairs
   */
  partOf(key: string | number, around: unknown): PlanNode | undefined {
    const { containment, children, entry } = this.compiled;
    switch (containment.name) {
      case "array":
      case "set":
      case "map":
        return this.#partAt(0);
      case "record":
        return Array.isArray(around) ? entry && this.#nodeOf(entry) : this.#partAt(0);
      case "object":
        // The rows of a record all have the same type.
        return this.#partAt(0);
      default:
        return this.#partAt(Number(key)) ?? this.#partAt(children.findIndex(([name]) => name === "*"));
    }
  }

  #partAt(position: number): PlanNode | undefined {
    const child = this.compiled.children[position]?.[1];
    return child && this.#nodeOf(child);
  }
}

/** Returns true for a record, also inside wrappers. */
function isRecord(type: z.core.$ZodType): boolean {
  if (definitionOf(type).type === "record") return true;
  const [inside] = isWrapper(type) ? insidesOf(type) : [];
  return inside !== undefined && isRecord(inside);
}
