import { z } from "zod";
import { type CheckOptions, report } from "./check.ts";

/**
 * Makes a check from your own function. A falsy result fails, a text fails with that message, anything else passes.
 *
 *     z.string().check(satisfies((name) => name !== "foo" || "${val} is taken"))
 *     z.int().check(satisfies((n) => n % 2 === 0, { message: "${val} is odd" }))
 *
 * A function that returns a promise makes the schema asynchronous: use `validateAsync`. If the message is always the
 * same, zod's `.refine()` is enough.
 */
export function satisfies<T>(judge: (value: T) => unknown, options?: CheckOptions): z.core.$ZodCheck<T> {
  return z.check<T>((payload) => {
    const finish = (verdict: unknown): void => {
      if (!verdict) report(payload, "invalid", options);
      else if (typeof verdict === "string") report(payload, "invalid", { message: verdict });
    };
    const verdict = judge(payload.value);
    return verdict instanceof Promise ? verdict.then(finish) : finish(verdict);
  });
}
