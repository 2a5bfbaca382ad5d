import type { Field } from "../field/field.ts";
import type { Place, Surroundings } from "../field/place.ts";
import type { ColumnView } from "../field/view.ts";

/**
 * Returns the headings of a list's table. A column is hidden if its field is hidden in each row.
 *
 * @param blank The place of the blank item
 */
export function tableColumns(
  list: Place,
  blank: Place,
  inside: Surroundings,
  values: readonly unknown[],
): readonly ColumnView[] {
  const item = blank.field;
  const fields = item.children.filter(({ widget }) => widget.options?.hidden !== true);
  const isConditional = fields.some(({ dependence }) => dependence);
  const rows = isConditional ? values.map((value, at) => list.item(item, at, value, inside)) : [];
  return fields.map((field) => columnOf(field, blank, rows));
}

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
