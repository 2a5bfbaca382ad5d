import type { Issue } from "@turnform/schema";
import type { Reading } from "./reading.ts";

/**
 * Merges the issues of the schema with those of the widgets.
 *
 * An issue of a widget replaces those that the schema finds at the same place, since the schema saw only what the widget left.
 * A doubt counts only where nothing else is wrong, neither there nor in a part of it.
 *
 * @param found The issues of the schema
 */
export function mergeIssues(
  found: readonly Issue[],
  { issues, doubts, rewordings }: Pick<Reading, "issues" | "doubts" | "rewordings">,
): readonly Issue[] {
  const told = new Set(issues.map(placeOf));
  const all = [...issues, ...reworded(found, rewordings).filter((issue) => !told.has(placeOf(issue)))];
  if (doubts.length === 0) return all;
  const wrong = new Set(
    all.flatMap(({ path }) => [...path, ""].map((_, end) => placeOf({ path: path.slice(0, end) }))),
  );
  return [...all, ...doubts.filter((doubt) => !wrong.has(placeOf(doubt)))];
}

/** Returns the issues of the schema, reworded where a widget has better words. Several issues of one place then become one. */
function reworded(found: readonly Issue[], rewordings: Reading["rewordings"]): readonly Issue[] {
  if (rewordings.size === 0) return found;
  return [...new Set(found.map((issue) => rewordings.get(placeOf(issue)) ?? issue))];
}

function placeOf({ path }: Pick<Issue, "path">): string {
  return JSON.stringify(path);
}
