import type { Issue } from "@turnform/schema";
import type { FieldStates } from "@turnform/schema/conditions";
import { isMapping, partOf } from "../field/cstruct.ts";

/**
 * Returns true if a field is hidden, or a group around it.
 *
 * @param path Names and positions from the root to the field
 */
export function isHiddenAt(path: Issue["path"], cstruct: unknown, states: FieldStates): boolean {
  let around = cstruct;
  for (const key of path) {
    if (isMapping(around) && states.isHidden(around, String(key))) return true;
    around = partOf(around, key);
  }
  return false;
}
