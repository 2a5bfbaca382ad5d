import type { z } from "zod";
import {
  arrayContainment,
  type Containment,
  leafContainment,
  mapContainment,
  objectContainment,
  recordContainment,
  setContainment,
  tupleContainment,
  unionContainment,
} from "../containment.ts";
import { BESIDE, type Edge, INSIDE } from "../paths/edge.ts";
import { cloneWithMetadata } from "./clone.ts";
import { definitionOf, asBuiltIn } from "./definition.ts";

/** Returns a changed part of a type, or the part itself. */
export type ChangePart = (part: z.core.$ZodType, edge: Edge) => z.core.$ZodType;

/** The parts and wrappers of a zod type. */
interface TypeContainment {
  readonly containment: Containment;
  /** Changes each part. Returns the changed entries of the definition. */
  change(change: ChangePart): Readonly<Record<string, unknown>>;
  /** True if it wraps a single type, instead of having parts or options. */
  readonly isWrapper?: true;
  /** The types at its own place in the data, if edges don't tell. */
  readonly insides?: readonly z.core.$ZodType[];
  /** The type of unknown fields. */
  readonly others?: z.core.$ZodType | undefined;
  /** True if it allows any value. */
  readonly isOpen?: true;
}

/** Describes the parts and wrappers of a type. Contains all knowledge of zod's containers. */
export function containmentOf(type: z.core.$ZodType): TypeContainment {
  const internals = asBuiltIn(type)._zod;
  const { def } = internals;
  switch (def.type) {
    case "object":
      return {
        containment: objectContainment,
        others: def.catchall,
        change: (change) => ({
          shape: mapShape(def.shape, (field, name) => change(field, objectContainment.edge(name))),
          catchall: def.catchall && change(def.catchall, BESIDE),
        }),
      };
    case "array":
      return {
        containment: arrayContainment,
        change: (change) => ({ element: change(def.element, arrayContainment.edge("*")) }),
      };
    case "tuple":
      return {
        containment: tupleContainment,
        change: (change) => ({
          items: mapList(def.items, (item, i) => change(item, tupleContainment.edge(String(i)))),
          rest: def.rest && change(def.rest, tupleContainment.edge("*")),
        }),
      };
    case "set":
      return {
        containment: setContainment,
        change: (change) => ({ valueType: change(def.valueType, setContainment.edge("*")) }),
      };
    case "record":
      return {
        containment: recordContainment,
        change: (change) => ({
          keyType: change(def.keyType, BESIDE),
          valueType: change(def.valueType, recordContainment.edge("*")),
        }),
      };
    case "map":
      return {
        containment: mapContainment,
        change: (change) => ({
          keyType: change(def.keyType, "key"),
          valueType: change(def.valueType, "value"),
        }),
      };
    case "union":
      return {
        containment: unionContainment,
        change: (change) => ({ options: mapList(def.options, (option) => change(option, INSIDE)) }),
      };
    case "intersection":
      return {
        containment: unionContainment,
        change: (change) => ({ left: change(def.left, INSIDE), right: change(def.right, INSIDE) }),
      };
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "nonoptional":
      return {
        containment: unionContainment,
        isWrapper: true,
        change: (change) => ({ innerType: change(def.innerType, INSIDE) }),
      };
    case "pipe": {
      // The function of `z.preprocess` has no shape of its own.
      const isPreprocess = definitionOf(def.in).type === "transform";
      return {
        containment: unionContainment,
        isWrapper: true,
        insides: isPreprocess ? [def.out] : [def.in, def.out],
        change: (change) => ({
          in: change(def.in, isPreprocess ? BESIDE : INSIDE),
          out: change(def.out, isPreprocess ? INSIDE : BESIDE),
        }),
      };
    }
    case "lazy":
      return {
        containment: unionContainment,
        isWrapper: true,
        change(change) {
          const inner = "innerType" in internals ? internals.innerType : def.getter();
          const changed = change(inner, INSIDE);
          // zod caches the getter's result in the definition.
          return changed === inner ? {} : { getter: () => changed, _cachedInner: undefined };
        },
      };
    case "any":
    case "unknown":
    case "custom":
    case "transform":
      return { ...LEAF, isOpen: true };
    default:
      return LEAF;
  }
}

const LEAF: TypeContainment = { containment: leafContainment, change: () => ({}) };

/**
 * Changes the parts of a type, one level deep.
 *
 *     mapParts(z.array(z.string()).min(1), () => z.number())   // z.array(z.number()).min(1)
 *
 * Checks, error messages and metadata are kept.
 *
 * @returns a new type, or the type itself if no part changes
 */
export function mapParts(type: z.core.$ZodType, change: ChangePart): z.core.$ZodType {
  return cloneWithMetadata(type, containmentOf(type).change(change));
}

/** Returns the parts of a type with their edges. */
export function partsOf(type: z.core.$ZodType): readonly (readonly [edge: Edge, part: z.core.$ZodType])[] {
  const parts: [edge: Edge, part: z.core.$ZodType][] = [];
  containmentOf(type).change((part, edge) => {
    parts.push([edge, part]);
    return part;
  });
  return parts;
}

/**
 * Returns the types at the same place in the data: the wrapped type, a union's options, both sides of a pipe.
 *
 * @returns an empty list for other types
 */
export function insidesOf(type: z.core.$ZodType): readonly z.core.$ZodType[] {
  const { insides } = containmentOf(type);
  return insides ?? partsOf(type).flatMap(([edge, part]) => (edge === INSIDE ? [part] : []));
}

/** Returns true if a type wraps a single type, instead of having parts or options. */
export function isWrapper(type: z.core.$ZodType): boolean {
  return containmentOf(type).isWrapper ?? false;
}

function mapShape(
  shape: z.core.$ZodShape,
  change: (field: z.core.$ZodType, name: string) => z.core.$ZodType,
): z.core.$ZodShape {
  const names = Object.keys(shape);
  const types = Object.values(shape);
  const changed = mapList(types, (type, i) => change(type, names[i] ?? ""));
  return changed === types ? shape : Object.fromEntries(changed.map((type, i) => [names[i], type]));
}

function mapList<T>(list: readonly T[], change: (item: T, i: number) => T): readonly T[] {
  const changed = list.map(change);
  return changed.some((item, i) => item !== list[i]) ? changed : list;
}
