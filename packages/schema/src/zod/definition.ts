import type { z } from "zod";

/** The definition of one of zod's own types. */
export type Definition = z.core.$ZodTypes["_zod"]["def"];

/** Returns what zod knows of a type. Its `type` tells definitions apart. */
export function definitionOf(type: z.core.$ZodType): Definition {
  return known(type)._zod.def;
}

/** Takes a type for one of zod's own. A type of another library falls through every switch on `def.type`. */
export function known(type: z.core.$ZodType): z.core.$ZodTypes {
  return type as z.core.$ZodTypes;
}

export function isType(value: unknown): value is z.core.$ZodType {
  return typeof value === "object" && value !== null && "_zod" in value;
}
