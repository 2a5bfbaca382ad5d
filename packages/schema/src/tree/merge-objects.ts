import { z } from "zod";
import { definitionOf, objectDefinition } from "../zod/definition.ts";
import { type Fields, fieldsOf, moveField, reshape, settledField } from "./fields.ts";
import { insidesOf, isWrapper } from "../zod/type-parts.ts";
import { followed } from "./type-at.ts";
import { keepMetadata } from "../zod/clone.ts";

declare module "zod" {
  interface GlobalMeta {
    /** For `mergeObjects`: the field that a field comes before. */
    insertBefore?: string;
  }
}

/** The object that some objects make together. */
export type MergedObject<T extends readonly z.ZodObject[]> = z.ZodObject<
  MergedShape<T>,
  T extends readonly [...z.ZodObject[], z.ZodObject<infer _, infer C>] ? C : z.core.$strip
>;

type MergedShape<T extends readonly z.ZodObject[]> = T extends readonly [
  z.ZodObject<infer S>,
  ...infer Rest extends readonly z.ZodObject[],
]
  ? Rest extends readonly []
    ? S
    : z.core.util.Extend<S, MergedShape<Rest>>
  : z.core.$ZodShape;

/**
 * Makes one object of several, as a class is made of its bases.
 *
 *     mergeObjects(
 *       z.object({ name: z.string(), notes: z.string() }),
 *       z.object({ notes: z.string().optional(), owner: z.string().meta({ insertBefore: "notes" }) }),
 *     ) // name, owner, notes?
 *
 * A field of the same name takes the earlier one's place, a new one comes last, or before the field that its metadata names
 * as `insertBefore` (of a field written as a getter this is not read). Later metadata wins, entry by entry; refinements
 * of all objects are run, in order; what becomes of unknown names is what the last object says.
 *
 * @param objects Left unchanged
 * @throws PathError where `insertBefore` names no field
 */
export function mergeObjects<const T extends readonly [z.ZodObject, ...z.ZodObject[]]>(
  ...objects: T
): MergedObject<T> {
  const [first, ...others] = objects;
  return followed(others.reduce<z.ZodObject>(merge, first));
}

function merge(base: z.ZodObject, over: z.ZodObject): z.ZodObject {
  let fields: Fields = new Map([...fieldsOf(base), ...fieldsOf(over)]);
  for (const name of fieldsOf(over).keys()) {
    const type = settledField(over, name);
    const before = type && insertBeforeOf(type);
    if (before !== undefined) fields = moveField(fields, name, { before });
  }
  const { checks: later = [], catchall } = objectDefinition(over);
  const checks = [...(objectDefinition(base).checks ?? []), ...later];
  const merged: z.ZodObject = reshape(base, fields, { checks, catchall });
  keepMetadata(over, merged);
  return merged;
}

/** Metadata is found through wrappers. */
function insertBeforeOf(type: z.core.$ZodType): string | undefined {
  const [inside] = isWrapper(type) && definitionOf(type).type !== "lazy" ? insidesOf(type) : [];
  return z.globalRegistry.get(type)?.insertBefore ?? (inside && insertBeforeOf(inside));
}
