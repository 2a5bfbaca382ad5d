import { z } from "zod";
import { PARSE_OPTIONS } from "./parse-options.ts";

const { error, reportInput } = PARSE_OPTIONS;

/** A parsed value with zod's raw issues, which have no texts. Without issues, the value has passed. */
export type Outcome = Pick<z.core.ParsePayload, "value" | "issues">;

/**
 * Parses synchronously, as `safeParse` does, but without texts. {@link finished} adds them to the issues that are shown.
 *
 * @throws TypeError if the type has asynchronous checks or transforms
 */
export function run(type: z.core.$ZodType, value: unknown): Outcome {
  try {
    const outcome = type._zod.run({ value, issues: [] }, { error, reportInput, async: false });
    if (!(outcome instanceof Promise)) return outcome;
    throw new z.core.$ZodAsyncError();
  } catch (error) {
    if (!(error instanceof z.core.$ZodAsyncError)) throw error;
    throw new TypeError(
      "The schema has asynchronous checks or transforms: use deserializeAsync or validateAsync",
      { cause: error },
    );
  }
}

/** Works like {@link run}, for types with asynchronous checks or transforms. */
export async function runAsync(type: z.core.$ZodType, value: unknown): Promise<Outcome> {
  return await type._zod.run({ value, issues: [] }, { error, reportInput, async: true });
}

/** Runs a type inside the run of another, which adds texts to the issues later. */
export function runInside(type: z.core.$ZodType, value: unknown): Outcome | Promise<Outcome> {
  return type._zod.run({ value, issues: [] }, { async: true });
}

/** An issue without a text, or an issue from `safeParse`. */
export type FoundIssue = z.core.$ZodRawIssue | z.core.$ZodIssue;

/** Completes an issue as `safeParse` does. A complete issue stays unchanged. */
export function finished(issue: FoundIssue): z.core.$ZodIssue {
  return z.core.util.finalizeIssue(raw(issue), PARSE_OPTIONS, z.core.config());
}

/** Casts an issue to zod's raw issue. */
export function raw(issue: FoundIssue): z.core.$ZodRawIssue {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a finished issue only lacks what a raw one may lack
  return issue as z.core.$ZodRawIssue;
}
