import { z } from "zod";
import { runInside } from "../zod/run.ts";

type RawIssues = readonly z.core.$ZodRawIssue[];

/**
 * Makes a check that passes if all given checks pass. It reports the issues of every failed one.
 *
 *     any(luhn(), all(uuid(), noneOf([NIL])))
 *
 * Useful inside `any` only: `.check()` with several checks does the same.
 */
export function all<T>(...checks: readonly z.core.$ZodCheck<T>[]): z.core.$ZodCheck<T> {
  return combine(checks, (failures) => failures.flat());
}

/**
 * Makes a check that passes if at least one given check passes. If none does, it reports the issues of all.
 *
 *     z.string().check(any(email(), regex(/\+\d+$/, { message: "Not a phone number" })))
 *
 * Without arguments it always passes.
 */
export function any<T>(...checks: readonly z.core.$ZodCheck<T>[]): z.core.$ZodCheck<T> {
  return combine(checks, (failures) =>
    failures.some((issues) => issues.length === 0) ? [] : failures.flat(),
  );
}

/** Makes a check from others, which run independently. `remaining` selects the issues to report. */
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

/** Returns a type with this check only: zod runs checks, with their conditions, as part of a type. */
function typeWith<T>(check: z.core.$ZodCheck<T>): z.core.$ZodType {
  // The value has passed the type that `all` or `any` is attached to, so it is of the check's type.
  return z.any().check(check);
}
