import { z } from "zod";

/** Stands for a value that was never made, because a value that it depends on is wrong. */
export const UNMADE: unique symbol = Symbol("unmade");

type Payload = z.core.ParsePayload;

interface ChainDef extends z.core.$ZodPipeDef {
  readonly salvage: (failed: Payload) => unknown;
}

interface Chain extends z.core.$ZodPipe {
  readonly _zod: z.core.$ZodPipeInternals & { readonly def: ChainDef };
}

const ChainType: z.core.$constructor<Chain, ChainDef> = z.core.$constructor(
  "Chain",
  (instance: Chain, def: ChainDef) => {
    z.core.$ZodPipe.init(instance, def);
    const { in: first, out: second, salvage } = def;
    const isTransform = second._zod.def.type === "transform";
    const judge = (made: Payload): Payload => {
      if (made.issues.some(isFailure)) made.value = UNMADE;
      return made;
    };
    const proceed = (
      left: Payload,
      context: z.core.ParseContextInternal,
    ): z.core.util.MaybeAsync<Payload> => {
      if (left.issues.some(isFailure)) {
        left.value = salvage(left);
        left.aborted = true;
        return left;
      }
      if (first === second) return left;
      const right = second._zod.run({ value: left.value, issues: left.issues }, context);
      if (!isTransform) return right;
      return right instanceof Promise ? right.then(judge) : judge(right);
    };
    instance._zod.parse = (payload, context) => {
      const left = first._zod.run(payload, context);
      return left instanceof Promise
        ? left.then((parsed) => proceed(parsed, context))
        : proceed(left, context);
    };
  },
);

/**
 * Makes a type that parses with one type and then with another, like `z.pipe()`.
 *
 * If the first type or a transform fails, nothing is known of the result. Its value is then {@link UNMADE}, so that no
 * rule takes the first type's value for it.
 *
 * @param second Without it, the value of the first type is the result
 * @param salvage Returns the known part of the result if the first type fails
 */
export function chain(
  first: z.core.$ZodType,
  second: z.core.$ZodType = first,
  salvage: ChainDef["salvage"] = () => UNMADE,
): z.core.$ZodType {
  return new ChainType({ type: "pipe", in: first, out: second, salvage });
}

/** Returns true for an issue that makes its value wrong. Unknown keys are left out of the value. */
export function isFailure({ code }: z.core.$ZodRawIssue): boolean {
  return code !== "unrecognized_keys";
}
