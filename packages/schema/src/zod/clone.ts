import { z } from "zod";

/**
 * Clones a type with parts of its definition replaced. Keeps custom error messages, but not metadata.
 *
 * Copies property descriptors, because a getter may compute a new default each time.
 *
 * @returns the type itself if nothing is replaced
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
 * Copies metadata to a changed type, over its own. zod's clones lose it.
 *
 * Leaves the `id` out, as zod does: it names a single type in a JSON Schema.
 */
export function keepMetadata(from: z.core.$ZodType, to: z.core.$ZodType): void {
  const { id: _, ...rest } = z.globalRegistry.get(from) ?? {};
  if (Object.keys(rest).length > 0) z.globalRegistry.add(to, { ...z.globalRegistry.get(to), ...rest });
}
