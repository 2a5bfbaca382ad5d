import { z } from "zod";
import type { SchemaNode } from "../node.ts";
import { isMapping } from "../zod/compiled.ts";
import { isPosition } from "../paths/path.ts";
import { insidesOf, known } from "../zod/type-parts.ts";

/** A schema in whatever form: a zod type, a compiled schema or a node of one. */
export type Root = z.core.$ZodType | SchemaNode | { readonly node: SchemaNode };

/** What data is divided into at some place: items, fields, one of both, or nothing that the schema knows. */
export type Division = "list" | "mapping" | "either" | undefined;

/** A place in data: all the types that may stand there, wrappers and unions being seen through. */
export class Place {
  readonly #types: readonly z.core.$ZodTypes[];
  readonly division: Division;

  constructor(types: readonly z.core.$ZodTypes[]) {
    this.#types = types;
    const isList = types.some((type) => divisionOf(type) === "list");
    const isMapping = types.some((type) => divisionOf(type) === "mapping");
    this.division = isList && isMapping ? "either" : isList ? "list" : isMapping ? "mapping" : undefined;
  }

  /** Whether the schema leaves open what stands here or below: `z.any()`, or what a function makes. */
  get isOpen(): boolean {
    return this.#types.some((type) => OPEN.has(type._zod.def.type));
  }

  /** Whether a value is divided as the schema says; an application's own objects pass where only fields may stand. */
  divides(value: unknown): value is Readonly<Record<string, unknown>> | readonly unknown[] {
    if (this.division === "list") return Array.isArray(value);
    return (
      this.division === "mapping" &&
      isMapping(value) &&
      (isPlain(value) || this.#types.every((type) => divisionOf(type) === "mapping"))
    );
  }

  /**
   * The place of a name or position.
   *
   * @returns undefined where the schema has nothing there
   */
  child(key: string): Place | undefined {
    const types = this.#types.map((type) => partAt(type, key)).filter((type) => type !== undefined);
    const [only, ...others] = types;
    if (!only) return this.isOpen ? anywhere : undefined;
    // Each once: several options that hold the union itself would double them at each level.
    return others.length === 0 ? placeOfType(only) : new Place([...new Set(types.flatMap(shapesOf))]);
  }
}

/** @returns the place where a schema's data begins */
export function placeOf(root: Root): Place {
  if ("_zod" in root) return placeOfType(root);
  return placeOfType("node" in root ? root.node.type : root.type);
}

const OPEN: ReadonlySet<string> = new Set(["any", "unknown", "custom", "transform"]);
const anywhere = new Place([z.unknown()]);
const places = new WeakMap<z.core.$ZodType, Place>();

function placeOfType(type: z.core.$ZodType): Place {
  const known = places.get(type);
  if (known) return known;
  const place = new Place(shapesOf(type));
  places.set(type, place);
  return place;
}

/** The types inside wrappers and unions. */
function shapesOf(type: z.core.$ZodType): readonly z.core.$ZodTypes[] {
  const seen = new Set([type]);
  const shapes: z.core.$ZodTypes[] = [];
  for (const each of seen) {
    const insides = insidesOf(each);
    if (insides.length === 0) shapes.push(known(each));
    for (const inside of insides) seen.add(inside);
  }
  return shapes;
}

function divisionOf(type: z.core.$ZodTypes): Division {
  switch (type._zod.def.type) {
    case "array":
    case "tuple":
      return "list";
    case "object":
    case "record":
      return "mapping";
    default:
      return undefined;
  }
}

function partAt(type: z.core.$ZodTypes, key: string): z.core.$ZodType | undefined {
  const { def } = type._zod;
  switch (def.type) {
    case "array":
      return isPosition(key) ? def.element : undefined;
    case "tuple":
      return isPosition(key) ? (def.items[Number(key)] ?? def.rest ?? undefined) : undefined;
    case "object": {
      const field = Object.hasOwn(def.shape, key) ? def.shape[key] : def.catchall;
      return field?._zod.def.type === "never" ? undefined : field;
    }
    case "record":
      return def.valueType;
    default:
      return undefined;
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
