import { z } from "zod";
import { PARSE_OPTIONS } from "./parse-options.ts";

const { error, reportInput } = PARSE_OPTIONS;

/** What a type makes of a value, with its issues as zod notes them: without texts, and none where the value passed. */
export type Outcome = Pick<z.core.ParsePayload, "value" | "issues">;

/**
 * Parses at once, as `safeParse` does, but for the texts of issues, which {@link finished} gives those that are shown.
 *
 * @throws TypeError where something in the type takes its time
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

/** {@link run} for types with asynchronous checks or transforms. */
export async function runAsync(type: z.core.$ZodType, value: unknown): Promise<Outcome> {
  return await type._zod.run({ value, issues: [] }, { error, reportInput, async: true });
}

/** Runs a type within the run of another, whose issues get their texts later. */
export function runInside(type: z.core.$ZodType, value: unknown): Outcome | Promise<Outcome> {
  return type._zod.run({ value, issues: [] }, { async: true });
}

/** An issue as zod notes it, or as it is given by `safeParse`. */
export type FoundIssue = z.core.$ZodRawIssue | z.core.$ZodIssue;

/** An issue as `safeParse` gives it; one that is such already stays as it is. */
export function finished(issue: FoundIssue): z.core.$ZodIssue {
  return z.core.util.finalizeIssue(raw(issue), PARSE_OPTIONS, z.core.config());
}

/** Takes an issue for one as zod notes it. */
export function raw(issue: FoundIssue): z.core.$ZodRawIssue {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a finished issue only lacks what a raw one may lack
  return issue as z.core.$ZodRawIssue;
}
