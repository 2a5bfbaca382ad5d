import type { Issue } from "@turnform/schema";
import type { FieldStates } from "@turnform/schema/conditions";
import { isMapping, partOf } from "../field/cstruct.ts";

/** Returns true for an issue that the states of the fields allow. One of a hidden field, or of a box that need not be ticked, does not count. */
export function countsIn({ path, code }: Issue, cstruct: unknown, states: FieldStates): boolean {
  if (isHiddenAt(path, cstruct, states)) return false;
  const around = path.slice(0, -1).reduce(partOf, cstruct);
  return code !== "required" || (isMapping(around) && states.isRequired(around, String(path.at(-1))));
}

/**
 * Returns true if a field is hidden, or a group around it.
 *
 * @param path Names and positions from the root to the field
 */
function isHiddenAt(path: Issue["path"], cstruct: unknown, states: FieldStates): boolean {
  let around = cstruct;
  for (const key of path) {
    if (isMapping(around) && states.isHidden(around, String(key))) return true;
    around = partOf(around, key);
  }
  return false;
}
