import type { z } from "zod";

/**
 * Takes a union's failure apart: the issues of the option that was meant, at their own places.
 *
 * Meant is the option that the value has the shape of, and of several the one with the fewest issues.
 *
 * @returns the issues, or the issue itself where no option has the value's shape
 */
export function bestBranch(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union" || !("errors" in issue)) return [issue];
  const fitting = issue.errors
    .filter((branch) => branch.every(({ path }) => path.length > 0))
    .sort((a, b) => a.length - b.length);
  const [best] = fitting;
  return best?.flatMap((each) => bestBranch({ ...each, path: [...issue.path, ...each.path] })) ?? [issue];
}

/** One issue for each option of a union that a value has the shape of none of. */
export function reasons(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union" || !("errors" in issue)) return [];
  return issue.errors.flatMap((branch) => branch.slice(0, 1));
}
