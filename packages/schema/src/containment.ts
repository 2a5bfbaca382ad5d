import { list, mapping, type ValueShape } from "./data/value-shape.ts";
import { ANY_NAME, ANY_POSITION, BESIDE, type Edge, INSIDE } from "./paths/edge.ts";
import { isPosition } from "./paths/path.ts";

/** The parts of a zod type, a schema node or a field, by name. A part without a name is called `*`. */
export class Parts<T> {
  readonly all: readonly (readonly [name: string, part: T])[];
  /** The pair of key and value in a record or map. */
  readonly entry: T | undefined;
  #positions: ReadonlyMap<string, number> | undefined;

  constructor(all: Parts<T>["all"], entry?: T) {
    this.all = all;
    this.entry = entry;
  }

  /** Returns the position of a name; Infinity if no part has it. */
  positionOf(name: string): number {
    this.#positions ??= new Map(this.all.map(([edge], position) => [edge, position]));
    return this.#positions.get(name) ?? Infinity;
  }

  get(name: string): T | undefined {
    return this.all[this.positionOf(name)]?.[1];
  }

  /** The one part of a list or record. */
  get only(): T | undefined {
    return this.all[0]?.[1];
  }
}

/** Anything that finds its parts by the next key of a data path. */
interface Parent<T> {
  child(key: string | number): T | undefined;
}

/** The way in which one kind of type holds other types, and its values hold parts. */
export interface Containment {
  readonly name: "object" | "array" | "set" | "tuple" | "record" | "map" | "pair" | "union" | "leaf";
  /** Splits and joins values. Undefined if paths into data end here. */
  readonly shape: ValueShape | undefined;
  /** Returns the edge to a part. */
  edge(name: string): Edge;
  /** Returns the part at the next key of a data path. */
  child<T extends Parent<T>>(parts: Parts<T>, key: string | number): T | undefined;
  /** Returns the parts of a posted value with their keys. Without a value, returns the fixed parts only. */
  partsIn<T>(parts: Parts<T>, value: unknown): readonly (readonly [key: string | number, part: T])[];
}

/** An object: each part has a name. */
export const objectContainment: Containment = {
  name: "object",
  shape: mapping,
  edge: (name) => name,
  child: (parts, key) => parts.get(String(key)),
  partsIn: (parts) => parts.all,
};

/** An array: one part stands for any number of items. */
export const arrayContainment: Containment = {
  name: "array",
  shape: list,
  edge: () => ANY_POSITION,
  child: (parts, key) => (isIndex(key) ? parts.only : undefined),
  partsIn: ({ only }, value) => repeat(only, value),
};

/** A set, posted as a list of its members. */
export const setContainment: Containment = { ...arrayContainment, name: "set", shape: undefined };

/** A tuple: one part for each position, and `*` for all further items. */
export const tupleContainment: Containment = {
  name: "tuple",
  shape: list,
  edge: (name) => (name === "*" ? ANY_POSITION : name),
  child(parts, key) {
    if (!isIndex(key)) return undefined;
    const [name, part] = parts.all[Number(key)] ?? ["*"];
    return name === "*" ? parts.get("*") : part;
  },
  partsIn(parts, value) {
    const fixed = parts.all.filter(([name]) => name !== "*").map(([, part], i) => [i, part] as const);
    return [...fixed, ...repeat(parts.get("*"), value).slice(fixed.length)];
  },
};

/** A record: one part stands for all values. It is posted as a list of pairs or as a mapping. */
export const recordContainment: Containment = {
  name: "record",
  shape: mapping,
  edge: () => ANY_NAME,
  child: (parts, key) => (typeof key === "number" ? parts.entry : parts.only),
  partsIn: ({ entry }, value) => repeat(entry, value),
};

/** A map, posted as a list of pairs. */
export const mapContainment: Containment = {
  ...arrayContainment,
  name: "map",
  shape: undefined,
  partsIn: ({ entry }, value) => repeat(entry, value),
};

/** A pair of key and value. A path to the pair leads to its value. */
export const pairContainment: Containment = {
  ...tupleContainment,
  name: "pair",
  edge: (name) => (name === "key" ? BESIDE : ANY_NAME),
};

/** A union: each part is an option at the union's own place. */
export const unionContainment: Containment = {
  name: "union",
  shape: undefined,
  edge: () => INSIDE,
  child(parts, key) {
    for (const [, option] of parts.all) {
      const child = option.child(key);
      if (child !== undefined) return child;
    }
    return undefined;
  },
  partsIn: () => [],
};

/** A value without parts. */
export const leafContainment: Containment = {
  name: "leaf",
  shape: undefined,
  edge: (name) => name,
  child: () => undefined,
  partsIn: () => [],
};

/** Returns the part once for each item of a list. */
function repeat<T>(part: T | undefined, value: unknown): readonly (readonly [key: number, part: T])[] {
  return part !== undefined && Array.isArray(value) ? Array.from(value, (_, i) => [i, part] as const) : [];
}

function isIndex(key: string | number): boolean {
  return typeof key === "number" || isPosition(key);
}
