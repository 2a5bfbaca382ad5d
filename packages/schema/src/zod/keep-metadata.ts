import { z } from "zod";

/**
 * Gives a changed type the metadata of the type it was made of, over its own; zod's clones lose it.
 *
 * The `id` stays behind, as with zod: it names one type in a JSON Schema.
 */
export function keepMetadata(from: z.core.$ZodType, to: z.core.$ZodType): void {
  const { id: _, ...rest } = z.globalRegistry.get(from) ?? {};
  if (Object.keys(rest).length > 0) z.globalRegistry.add(to, { ...z.globalRegistry.get(to), ...rest });
}
