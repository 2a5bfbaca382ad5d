import { z } from "zod";

/**
 * Clones a type with some of its definition replaced; metadata and custom error messages stay.
 *
 * @returns the type itself where nothing is replaced
 */
export function rebuild<T extends z.core.$ZodType>(type: T, replaced: Partial<T["_zod"]["def"]>): T {
  const { def } = type._zod;
  const changed = Object.entries(replaced).some(([key, value]) => Reflect.get(def, key) !== value);
  return changed ? z.core.clone(type, { ...def, ...replaced }) : type;
}

/** A check of any value; what it checks is known to the type that it came with. */
export type Check = z.core.$ZodCheck;

/**
 * Runs checks only after the type in front of them has passed: zod itself runs a parent's refinements although a check
 * of a child failed.
 */
export function gate(type: z.core.$ZodType, checks: readonly Check[]): z.core.$ZodType {
  if (checks.length === 0) return type;
  // The checks came with the type in front, so they get the values that they were written for.
  return z.pipe(type, z.any().check(...(checks as readonly z.core.$ZodCheck<unknown>[])));
}

/** The checks attached to a type. */
export function checksOf(type: z.core.$ZodType): readonly Check[] {
  return type._zod.def.checks ?? [];
}
