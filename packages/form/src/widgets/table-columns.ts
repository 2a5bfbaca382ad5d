import type { Field } from "../field/field.ts";
import type { Place } from "../field/place.ts";
import type { ColumnView } from "../field/view.ts";

/**
 * Returns the headings of a table's columns.
 *
 * @param rows Returns the rows. It is only called if fields depend on others
 */
export function columnsOf(blank: Place, rows: () => readonly Place[]): readonly ColumnView[] {
  const fields = blank.field.children.filter(({ widget }) => widget.options?.hidden !== true);
  const places = fields.some(({ dependence }) => dependence) ? rows() : [];
  return fields.map((field) => columnOf(field, blank, places));
}

/** Returns a heading. The column is hidden if its field is hidden in each row, and marked if the field is required in one. */
function columnOf(field: Field, blank: Place, rows: readonly Place[]): ColumnView {
  const { required, requirable = false } = field.constants(blank.child(field).readonly);
  const conditional = field.dependence?.show !== undefined || requirable;
  const places = conditional ? rows.map((row) => row.child(field)) : [];
  return {
    label: field.title,
    required: required || places.some((place) => place.isRequired),
    requirable,
    conditional,
    hidden: places.length > 0 && places.every((place) => place.isHidden),
  };
}
