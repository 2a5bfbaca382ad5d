import { partsIn } from "../field/part-of.ts";
import type { Place } from "../field/place.ts";

/**
 * Returns true if a place holds a control that must be filled in and is empty, so that a browser sends no form with it.
 *
 * @param place Any field on a page
 */
export function holdsEmptyRequired(place: Place): boolean {
  const { field, value, readonly } = place;
  const { hidden = false } = field.widget.options ?? {};
  if (field.isFixed || hidden || readonly) return false;
  const parts = [...partsIn(field, value)];
  // A page shows as many items as there must be at least
  if (field.isList && parts.length < (field.node.constraints.minLength ?? 0)) return true;
  if (parts.length > 0)
    return parts.some(([key, part, each]) => holdsEmptyRequired(place.inside(part, key, each)));
  if (field.isList || (value !== undefined && value !== "")) return false;
  return field.constants(false).required;
}
