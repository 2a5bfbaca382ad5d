import { z } from "zod";
import { mapParts } from "../zod/type-parts.ts";

/**
 * Makes a type of another by changing all that it is made of, the innermost first.
 *
 * @param change Gets each type, its parts being changed already, and the type as it was
 * @returns the changed type; the type itself where nothing changes
 */
export function rewrite(
  type: z.core.$ZodType,
  change: (type: z.core.$ZodType, original: z.core.$ZodType) => z.core.$ZodType,
): z.core.$ZodType {
  const known = new Map<z.core.$ZodType, z.core.$ZodType | undefined>();
  function run(original: z.core.$ZodType): z.core.$ZodType {
    const found = known.get(original);
    if (found) return found;
    if (known.has(original)) return new z.ZodLazy({ type: "lazy", getter: () => ready(known.get(original)) });
    known.set(original, undefined);
    const changed = change(mapParts(original, run), original);
    known.set(original, changed);
    return changed;
  }
  return run(type);
}

/** The type that a recursive one stands for: it is there by the time anything is parsed. */
export function ready(type: z.core.$ZodType | undefined): z.core.$ZodType {
  if (!type) throw new TypeError("A recursive type was looked into while it was changed");
  return type;
}
