import { z } from "zod";

/**
 * Clones a type with some of its definition replaced; custom error messages stay, metadata does not.
 *
 * Definitions are merged by their properties as they stand: a default may be made anew at each look.
 *
 * @returns the type itself where nothing is replaced
 */
export function cloneWith<T extends z.core.$ZodType>(type: T, replaced: Partial<T["_zod"]["def"]>): T {
  const { def } = type._zod;
  const changed = Object.entries(replaced).some(([key, value]) => Reflect.get(def, key) !== value);
  return changed ? z.core.clone(type, z.core.util.mergeDefs(def, replaced)) : type;
}

/** Clones a type as {@link cloneWith} does, and keeps its metadata. */
export function cloneWithMetadata(
  type: z.core.$ZodType,
  replaced: Readonly<Record<string, unknown>>,
): z.core.$ZodType {
  const clone = cloneWith(type, replaced);
  if (clone !== type) keepMetadata(type, clone);
  return clone;
}

/**
 * Gives a changed type the metadata of the type it was made of, over its own; zod's clones lose it.
 *
 * The `id` stays behind, as with zod: it names one type in a JSON Schema.
 */
export function keepMetadata(from: z.core.$ZodType, to: z.core.$ZodType): void {
  const { id: _, ...rest } = z.globalRegistry.get(from) ?? {};
  if (Object.keys(rest).length > 0) z.globalRegistry.add(to, { ...z.globalRegistry.get(to), ...rest });
}
