import { z } from "zod";
import { ANY_NAME, ANY_POSITION, BESIDE, type Edge, INSIDE } from "../paths/edge.ts";
import { keepMetadata } from "./keep-metadata.ts";

/** Makes another type of a part of a type, or gives the part back. */
export type ChangePart = (part: z.core.$ZodType, edge: Edge) => z.core.$ZodType;

/**
 * Changes what a type is made of, one level deep.
 *
 *     mapParts(z.array(z.string()).min(1), () => z.number())   // z.array(z.number()).min(1)
 *
 * Checks, error messages and metadata are kept.
 *
 * @returns a new type, or the type itself where no part changes
 */
export function mapParts(type: z.core.$ZodType, change: ChangePart): z.core.$ZodType {
  const internals = known(type)._zod;
  const { def } = internals;
  switch (def.type) {
    case "object":
      return rebuild(type, {
        shape: mapShape(def.shape, change),
        catchall: def.catchall && change(def.catchall, BESIDE),
      });
    case "array":
      return rebuild(type, { element: change(def.element, ANY_POSITION) });
    case "tuple":
      return rebuild(type, {
        items: mapList(def.items, (item, i) => change(item, String(i))),
        rest: def.rest && change(def.rest, ANY_POSITION),
      });
    case "set":
      return rebuild(type, { valueType: change(def.valueType, ANY_POSITION) });
    case "record":
      return rebuild(type, {
        keyType: change(def.keyType, BESIDE),
        valueType: change(def.valueType, ANY_NAME),
      });
    case "map":
      return rebuild(type, {
        keyType: change(def.keyType, "key"),
        valueType: change(def.valueType, "value"),
      });
    case "union":
      return rebuild(type, { options: mapList(def.options, (option) => change(option, INSIDE)) });
    case "intersection":
      return rebuild(type, { left: change(def.left, INSIDE), right: change(def.right, INSIDE) });
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "nonoptional":
      return rebuild(type, { innerType: change(def.innerType, INSIDE) });
    case "pipe": {
      const isPreprocess = isFunction(def.in);
      return rebuild(type, {
        in: change(def.in, isPreprocess ? BESIDE : INSIDE),
        out: change(def.out, isPreprocess ? INSIDE : BESIDE),
      });
    }
    case "lazy": {
      const inner = "innerType" in internals ? internals.innerType : def.getter();
      const changed = change(inner, INSIDE);
      // zod keeps what the getter gave in the definition itself.
      return changed === inner ? type : rebuild(type, { getter: () => changed, _cachedInner: undefined });
    }
    default:
      return type;
  }
}

/**
 * What stands at the same place in the data as a type: what it wraps, its options, both sides of a pipe.
 *
 * @returns nothing for a type that has a place by itself
 */
export function insidesOf(type: z.core.$ZodType): readonly z.core.$ZodType[] {
  const insides: z.core.$ZodType[] = [];
  const { def } = known(type)._zod;
  mapParts(type, (part, edge) => {
    if (edge === INSIDE || (def.type === "pipe" && !isFunction(def.in))) insides.push(part);
    return part;
  });
  return insides;
}

/** Whether a type wraps one other, rather than having parts or options of its own. */
export function isWrapper(type: z.core.$ZodType): boolean {
  const { def } = known(type)._zod;
  return def.type !== "union" && def.type !== "intersection" && insidesOf(type).length > 0;
}

/** A type's definition can be told by its `type`, once it is known to be one of zod's own; others fall through. */
export function known(type: z.core.$ZodType): z.core.$ZodTypes {
  return type as z.core.$ZodTypes;
}

/**
 * Clones a type with some of its definition replaced; getters of the definition, such as a default that is made anew
 * each time, stay getters.
 *
 * @returns the type itself where nothing is replaced
 */
export function rebuild<T extends z.core.$ZodType>(type: T, replaced: Readonly<Record<string, unknown>>): T {
  const { def } = type._zod;
  const isChanged = Object.entries(replaced).some(([key, value]) => Reflect.get(def, key) !== value);
  if (!isChanged) return type;
  const clone = z.core.clone(type, z.core.util.mergeDefs(def, replaced));
  keepMetadata(type, clone);
  return clone;
}

function mapShape(shape: z.core.$ZodShape, change: ChangePart): z.core.$ZodShape {
  const names = Object.keys(shape);
  const types = Object.values(shape);
  const changed = mapList(types, (type, i) => change(type, names[i] ?? ""));
  return changed === types ? shape : Object.fromEntries(changed.map((type, i) => [names[i], type]));
}

function mapList<T>(list: readonly T[], change: (each: T, i: number) => T): readonly T[] {
  const changed = list.map(change);
  return changed.some((each, i) => each !== list[i]) ? changed : list;
}

/** A function in front of a type, as `z.preprocess` makes it, has no shape of its own. */
function isFunction(type: z.core.$ZodType): boolean {
  return type._zod.def.type === "transform";
}
