import { z } from "zod";
import { isFailure } from "./chain.ts";
import { checkPartly } from "./check-partly.ts";

/** A check of values whose type is unknown here. */
export type Check = z.core.$ZodCheck;

interface GateDef extends z.core.$ZodPipeDef {
  /** A type with the checks only. */
  readonly checked: z.core.$ZodType;
}

interface Gate extends z.core.$ZodPipe {
  readonly _zod: z.core.$ZodPipeInternals & { readonly def: GateDef };
}

const GateType: z.core.$constructor<Gate, GateDef> = z.core.$constructor(
  "Gate",
  (instance: Gate, def: GateDef) => {
    z.core.$ZodPipe.init(instance, def);
    const { in: type, checked } = def;
    const checks = ofAnyValue(checksOf(checked));
    const proceed = (
      parsed: z.core.ParsePayload,
      context: z.core.ParseContextInternal,
    ): z.core.util.MaybeAsync<z.core.ParsePayload> => {
      if (parsed.issues.some(isFailure)) return checkPartly(parsed, checks, context);
      // Like zod, doesn't check an absent value.
      return parsed.value === undefined
        ? parsed
        : checked._zod.run({ value: parsed.value, issues: parsed.issues }, context);
    };
    instance._zod.parse = (payload, context) => {
      const parsed = type._zod.run(payload, context);
      return parsed instanceof Promise
        ? parsed.then((each) => proceed(each, context))
        : proceed(parsed, context);
    };
  },
);

/**
 * Runs checks after the type. If parts of the value are wrong, a check counts only if it reads none of them. zod itself
 * runs a parent's refinements even if a check of a child failed.
 */
export function gate(type: z.core.$ZodType, checks: readonly Check[]): z.core.$ZodType {
  if (checks.length === 0) return type;
  const checked = z.any().check(...ofAnyValue(checks));
  return new GateType({ type: "pipe", in: type, out: type, checked });
}

/** Casts checks to checks of any value. They get only values of their own type. */
export function ofAnyValue(checks: readonly Check[]): readonly z.core.$ZodCheck<unknown>[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- callers run checks on values of their own type
  return checks as readonly z.core.$ZodCheck<unknown>[];
}

export function checksOf(type: z.core.$ZodType): readonly Check[] {
  return type._zod.def.checks ?? [];
}
