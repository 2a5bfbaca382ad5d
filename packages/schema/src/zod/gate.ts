import { z } from "zod";

/** A check of any value; what it checks is known to the type that it came with. */
export type Check = z.core.$ZodCheck;

/**
 * Runs checks only after the type in front of them has passed: zod itself runs a parent's refinements although a check
 * of a child failed.
 */
export function gate(type: z.core.$ZodType, checks: readonly Check[]): z.core.$ZodType {
  if (checks.length === 0) return type;
  // The checks came with the type in front, so they get the values that they were written for.
  const checked = z.any().check(...(checks as readonly z.core.$ZodCheck<unknown>[]));
  // What is absent is not checked, as zod does not.
  return z.pipe(type, z.optional(checked));
}

/** The checks attached to a type. */
export function checksOf(type: z.core.$ZodType): readonly Check[] {
  return type._zod.def.checks ?? [];
}
