import { z } from "zod";
import { runInside } from "../zod/run.ts";

type RawIssues = readonly z.core.$ZodRawIssue[];

/**
 * Every one of some checks passes; the messages of all that failed are kept.
 *
 *     any(luhn(), all(uuid(), noneOf([NIL])))
 *
 * Given to a type, several checks mean just that, so it serves inside `any`.
 *
 * @returns a check for `.check()`
 */
export function all<T>(...checks: readonly z.core.$ZodCheck<T>[]): z.core.$ZodCheck<T> {
  return combine(checks, (failures) => failures.flat());
}

/**
 * At least one of some checks passes; the messages of all are kept where none does.
 *
 *     z.string().check(any(email(), regex(/\+\d+$/, { message: "Not a phone number" })))
 *
 * Without any checks it passes.
 *
 * @returns a check for `.check()`
 */
export function any<T>(...checks: readonly z.core.$ZodCheck<T>[]): z.core.$ZodCheck<T> {
  return combine(checks, (failures) =>
    failures.some((issues) => issues.length === 0) ? [] : failures.flat(),
  );
}

/** @returns a check that runs others side by side, each on the value alone, and reports what remains of their issues */
function combine<T>(
  checks: readonly z.core.$ZodCheck<T>[],
  remaining: (failures: readonly RawIssues[]) => RawIssues,
): z.core.$ZodCheck<T> {
  const types = checks.map(typeWith);
  return z.check<T>((payload) => {
    const results = types.map((type) => runInside(type, payload.value));
    const finish = (all: readonly z.core.ParsePayload[]): void => {
      payload.issues.push(...remaining(all.map(({ issues }) => issues)));
    };
    return results.every(hasEnded)
      ? finish(results)
      : Promise.all(results.map(async (result) => result)).then(finish);
  });
}

function hasEnded<T>(result: T | Promise<T>): result is T {
  return !(result instanceof Promise);
}

/** @returns a type that has nothing but the check: zod runs checks, with their conditions, on types only */
function typeWith<T>(check: z.core.$ZodCheck<T>): z.core.$ZodType {
  // The value has passed the type that `all` or `any` is attached to, so it is of the check's type.
  return z.any().check(check);
}
