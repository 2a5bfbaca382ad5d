import { z } from "zod";

/** A check of any value; what it checks is known to the type that it came with. */
export type Check = z.core.$ZodCheck;

/**
 * Runs checks only after the type in front of them has passed: zod itself runs a parent's refinements although a check
 * of a child failed.
 */
export function gate(type: z.core.$ZodType, checks: readonly Check[]): z.core.$ZodType {
  if (checks.length === 0) return type;
  const checked = z.any().check(...ofAnyValue(checks));
  // What is absent is not checked, as zod does not.
  return z.pipe(type, z.optional(checked));
}

/** Takes checks for such of any value. They get the values of the type that they came with. */
export function ofAnyValue(checks: readonly Check[]): readonly z.core.$ZodCheck<unknown>[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- callers run checks on values of their own type
  return checks as readonly z.core.$ZodCheck<unknown>[];
}

/** The checks attached to a type. */
export function checksOf(type: z.core.$ZodType): readonly Check[] {
  return type._zod.def.checks ?? [];
}
