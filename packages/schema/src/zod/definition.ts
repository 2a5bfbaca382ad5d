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

/**
 * Checks a schema at run time, for callers without types.
 *
 * @param path Dotted path of the type in its schema
 * @throws TypeError for a zod 3 type, or a value that is no zod type
 */
export function checkIsType(value: unknown, path = ""): void {
  if (isType(value)) return;
  const place = path === "" ? "The schema" : `Field "${path}"`;
  const isZod3 = typeof value === "object" && value !== null && "_def" in value;
  throw new TypeError(
    isZod3
      ? `${place} is a zod 3 type; Turnform needs zod 4. Import it from "zod" 4, or from "zod/v4" in zod 3.25`
      : `${place} is ${describe(value)}; a zod 4 type is needed, such as z.object({ … })`,
  );
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return typeof value === "object" ? "an object without a zod type" : `a ${typeof value}`;
}
