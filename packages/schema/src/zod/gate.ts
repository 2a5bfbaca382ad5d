import { z } from "zod";

/** A check of values whose type is unknown here. */
export type Check = z.core.$ZodCheck;

/**
 * Runs checks only after the type has passed. zod itself runs a parent's refinements even if a check of a child failed.
 */
export function gate(type: z.core.$ZodType, checks: readonly Check[]): z.core.$ZodType {
  if (checks.length === 0) return type;
  const checked = z.any().check(...ofAnyValue(checks));
  // Like zod, doesn't check an absent value.
  return z.pipe(type, z.optional(checked));
}

/** Casts checks to checks of any value. They get only values of their own type. */
export function ofAnyValue(checks: readonly Check[]): readonly z.core.$ZodCheck<unknown>[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- callers run checks on values of their own type
  return checks as readonly z.core.$ZodCheck<unknown>[];
}

export function checksOf(type: z.core.$ZodType): readonly Check[] {
  return type._zod.def.checks ?? [];
}
