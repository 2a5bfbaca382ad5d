import type { Issue } from "@turnform/schema";
import type { Reading } from "./reading.ts";

/**
 * Merges the issues of the schema with those of the widgets.
 *
 * An issue of a widget replaces the schema's issues at the same place, because the schema saw only the widget's result. A suggestion
 * counts only if there is no other issue, neither at its place nor inside it.
 *
 * @param found Issues of the schema
 */
export function mergeIssues(
  found: readonly Issue[],
  { issues, suggestions, rewordings }: Pick<Reading, "issues" | "suggestions" | "rewordings">,
): readonly Issue[] {
  const reported = new Set(issues.map(placeOf));
  const all = [...issues, ...reworded(found, rewordings).filter((issue) => !reported.has(placeOf(issue)))];
  if (suggestions.length === 0) return all;
  const wrong = new Set(
    all.flatMap(({ path }) => [...path, ""].map((_, end) => placeOf({ path: path.slice(0, end) }))),
  );
  return [...all, ...suggestions.filter((suggestion) => !wrong.has(placeOf(suggestion)))];
}

/**
 * Replaces issues of the schema by the widgets' wording, unless their message is set in the schema. Several issues at one place then
 * become one.
 */
function reworded(found: readonly Issue[], rewordings: Reading["rewordings"]): readonly Issue[] {
  if (rewordings.size === 0) return found;
  return [
    ...new Set(found.map((issue) => (isOwn(issue) ? issue : (rewordings.get(placeOf(issue)) ?? issue)))),
  ];
}

/** Returns true if the schema itself sets the message. */
function isOwn({ message, zod }: Issue): boolean {
  return zod?.message === message;
}

function placeOf({ path }: Pick<Issue, "path">): string {
  return JSON.stringify(path);
}
