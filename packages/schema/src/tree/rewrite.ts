import { z } from "zod";
import { mapParts } from "../zod/type-parts.ts";

/**
 * Changes a type and all its parts, innermost first.
 *
 * @param change Gets each type with its changed parts, and the original type
 * @returns the changed type, or the type itself if nothing changes
 */
export function rewrite(
  type: z.core.$ZodType,
  change: (type: z.core.$ZodType, original: z.core.$ZodType) => z.core.$ZodType,
): z.core.$ZodType {
  const results = new Map<z.core.$ZodType, z.core.$ZodType | undefined>();
  function run(original: z.core.$ZodType): z.core.$ZodType {
    const found = results.get(original);
    if (found) return found;
    if (results.has(original))
      return new z.ZodLazy({ type: "lazy", getter: () => ready(results.get(original)) });
    results.set(original, undefined);
    const changed = change(mapParts(original, run), original);
    results.set(original, changed);
    return changed;
  }
  return run(type);
}

/** Returns a recursive type, which is complete before anything is parsed. */
export function ready(type: z.core.$ZodType | undefined): z.core.$ZodType {
  if (!type) throw new TypeError("A recursive type was used before its change was complete");
  return type;
}
