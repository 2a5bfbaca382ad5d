import type { z } from "zod";

/**
 * Returns the issues of the union option that the value was probably meant for, at their own paths.
 *
 * It is the option with the value's shape. Of several, the one with the fewest issues wins.
 *
 * @returns the option's issues, or the union's own issue if no option has the value's shape
 */
export function bestBranch(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union" || !("errors" in issue)) return [issue];
  const fitting = issue.errors.filter(hasLookedInside).sort((a, b) => a.length - b.length);
  const [best] = fitting;
  return best?.flatMap((inner) => bestBranch({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue];
}

/** Returns one issue for each option of a union, for a value with the shape of no option. */
export function reasons(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union" || !("errors" in issue)) return [];
  return issue.errors.flatMap((branch) => branch.slice(0, 1));
}

/** Returns true for the issues of an option with the value's shape. Its own checks may have failed too. */
function hasLookedInside(branch: readonly z.core.$ZodIssue[]): boolean {
  return (
    branch.some(({ path }) => path.length > 0) &&
    branch.every(({ path, code }) => path.length > 0 || code !== "unrecognized_keys")
  );
}
