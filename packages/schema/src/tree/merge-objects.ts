import { z } from "zod";
import { definitionOf, objectDefinition } from "../zod/definition.ts";
import { type Fields, fieldsOf, moveField, reshape, settledField } from "./fields.ts";
import { insidesOf, isWrapper } from "../zod/type-parts.ts";
import { followed } from "./type-at.ts";
import { keepMetadata } from "../zod/clone.ts";

declare module "zod" {
  interface GlobalMeta {
    /** For `mergeObjects`: name of the next field. */
    insertBefore?: string;
  }
}

/** The result type of {@link mergeObjects}. */
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
 * Merges several objects into one, as a class inherits from its bases.
 *
 *     mergeObjects(
 *       z.object({ name: z.string(), notes: z.string() }),
 *       z.object({ notes: z.string().optional(), owner: z.string().meta({ insertBefore: "notes" }) }),
 *     ) // name, owner, notes?
 *
 * A field of the same name replaces the earlier one in its place. A new field comes last, or before the field named by its
 * metadata `insertBefore` (not read for fields written as getters). Later metadata wins, entry by entry. The refinements
 * of all objects run, in order. The last object decides about unknown names.
 *
 * @param objects Left unchanged
 * @throws PathError if `insertBefore` names a missing field
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

/** Reads `insertBefore`, also through wrappers. */
function insertBeforeOf(type: z.core.$ZodType): string | undefined {
  const [inside] = isWrapper(type) && definitionOf(type).type !== "lazy" ? insidesOf(type) : [];
  return z.globalRegistry.get(type)?.insertBefore ?? (inside && insertBeforeOf(inside));
}
