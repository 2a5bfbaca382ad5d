import type { FieldPath } from "./field-path.ts";
import type { PlanField, PlanNode } from "./plan-node.ts";

/** A field at one place of a schema. */
export interface FieldPlace {
  readonly scope: Scope;
  readonly name: string;
  readonly field: PlanField;
}

/** A mistake in a path, in words. */
export interface PathMistake {
  readonly mistake: string;
  /** Names that could be meant. */
  readonly known: readonly string[];
}

/** An object at one place of a schema, with the object around it. It stands for all posted objects there. */
export class Scope {
  readonly node: PlanNode;
  readonly outer: Scope | undefined;
  readonly #groups = new Map<string, readonly Scope[]>();

  constructor(node: PlanNode, outer?: Scope) {
    this.node = node;
    this.outer = outer;
  }

  /** Returns the objects of a group, one for each option of a union. A list has none. */
  groups(name: string): readonly Scope[] {
    const known = this.#groups.get(name);
    if (known) return known;
    const mappings = this.node.fields.get(name)?.node.mappings ?? [];
    const made = mappings.map((node) => new Scope(node, this));
    this.#groups.set(name, made);
    return made;
  }

  /** The objects from this one to the root. */
  get chain(): readonly Scope[] {
    return [this, ...(this.outer?.chain ?? [])];
  }

  /**
   * Follows a path.
   *
   * @returns all fields on the way for each step; the last step has the read fields, several in a union
   */
  follow({ up, names }: FieldPath): readonly (readonly FieldPlace[])[] | PathMistake {
    const { chain } = this;
    const start = up === "root" ? chain.at(-1) : chain[up];
    if (!start)
      return {
        mistake: `goes ${up} ${up === 1 ? "object" : "objects"} up, and ${around(chain.length - 1)} around the field's own`,
        known: [],
      };
    let scopes: readonly Scope[] = [start];
    const steps: (readonly FieldPlace[])[] = [];
    for (const name of names) {
      const before = steps.at(-1);
      if (before && scopes.length === 0) return { mistake: intoWhat(before), known: [] };
      const places = scopes.flatMap((scope) => {
        const field = scope.node.fields.get(name);
        return field ? [{ scope, name, field }] : [];
      });
      if (places.length === 0) {
        const known = scopes.flatMap(({ node }) => [...node.fields.keys()]);
        return { mistake: `finds no field "${name}"`, known: [...new Set(known)] };
      }
      steps.push(places);
      scopes = places.flatMap(({ scope }) => scope.groups(name));
    }
    return steps;
  }
}

function around(objects: number): string {
  if (objects === 0) return "none is";
  return objects === 1 ? "only 1 is" : `only ${objects} are`;
}

function intoWhat(places: readonly FieldPlace[]): string {
  const [place] = places;
  const { name = "", field } = place ?? {};
  const kind = field?.node.compiled.kind ?? "";
  const holds = kind === "tuple" ? "is a tuple" : "holds any number of values";
  return field?.reader.isGroup
    ? `leads into "${name}", which ${holds}: a condition reads its fields only from inside it`
    : `leads into "${name}", which is a single value (${kind})`;
}
