import type { z } from "zod";

/** The definition of one of zod's own types. */
export type Definition = z.core.$ZodTypes["_zod"]["def"];

/** Returns the definition of a type. Its `type` tells definitions apart. */
export function definitionOf(type: z.core.$ZodType): Definition {
  return asBuiltIn(type)._zod.def;
}

/** Returns the definition of an object. */
export function objectDefinition(type: z.core.$ZodObject): z.core.$ZodObjectDef {
  return type._zod.def;
}

/** Casts a type to zod's own types. A type of another library falls through every switch on `def.type`. */
export function asBuiltIn(type: z.core.$ZodType): z.core.$ZodTypes {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each case reads what its own `def.type` promises
  return type as z.core.$ZodTypes;
}

/** Returns the possible values of output properties with few of them, such as tags of a union's options. */
export function propertyValues(type: z.core.$ZodType): z.core.util.PropValues {
  return type._zod.propValues ?? {};
}

export function isType(value: unknown): value is z.core.$ZodType {
  return typeof value === "object" && value !== null && "_zod" in value;
}

/** Returns true for a pipe, also inside wrappers such as `.optional()`. A transform or codec is one. */
export function holdsPipe(type: z.core.$ZodType): boolean {
  const def = definitionOf(type);
  return def.type === "pipe" || ("innerType" in def && holdsPipe(def.innerType));
}
