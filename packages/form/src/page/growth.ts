import { divisionOf, type Growth } from "../field/division.ts";
import type { Field } from "../field/field.ts";
import { walkFields } from "../field/walk-fields.ts";
import { partOf } from "../field/cstruct.ts";
import { containerOf } from "../read/container.ts";

/** Place of a field, as far as it changes the length of the HTML. */
export interface Spot {
  /** Number of growing fields around it, plus 1. */
  readonly level: number;
  /** Length of its id in characters. */
  readonly idLength: number;
  /** True if the blank item of an outer list has the same field. */
  readonly outerBlankHasField: boolean;
}

/** Returns the cost of a value's added parts. */
export type Costs = (growth: Growth, field: Field, spot: Spot) => number;

/**
 * Sums up the costs of a value compared to a fresh field: items of lists, and fields of chosen cases, at every level.
 *
 * Fields that can't be edited cost nothing, because a stranger can't choose their values.
 */
export function sumOfGrowth(field: Field, value: unknown, spot: Spot, costs: Costs): number {
  if (!drawsParts(field) || !grows(field)) return 0;
  const cstruct = field.inParts(value);
  const growth = divisionOf(field.node).growth?.(field, cstruct);
  let sum = growth ? costs(growth, field, spot) : 0;
  if (!field.children.some(grows)) return sum;
  const level = spot.level + (growth ? 1 : 0);
  const outerBlankHasField = blankHasField(field, spot);
  for (const [key, part] of field.parts(cstruct)) {
    const idLength = spot.idLength + 1 + String(key).length;
    sum += sumOfGrowth(part, partOf(cstruct, key), { level, idLength, outerBlankHasField }, costs);
  }
  return sum;
}

/**
 * Returns true if a blank item on the page has the parts of a field. A union may show another case than the blank item, and a list
 * of fixed length has no blank item.
 */
function blankHasField({ isList, node }: Field, { outerBlankHasField }: Spot): boolean {
  if (node.discriminator !== undefined) return false;
  const { minLength, maxLength } = node.constraints;
  return outerBlankHasField || (isList && (maxLength === undefined || minLength !== maxLength));
}

const growing = new WeakMap<Field, boolean>();

/** Returns true if a value can add controls to a field, or to an inner one. */
function grows(field: Field): boolean {
  const before = growing.get(field);
  if (before !== undefined) return before;
  let found = false;
  if (!field.isFixed)
    for (const inner of walkFields(field))
      found ||= drawsParts(inner) && divisionOf(inner.node).growth !== undefined;
  growing.set(field, found);
  return found;
}

/** Returns true if a field's widget draws controls for each part. Other widgets draw one control, as long as the posted text. */
function drawsParts(field: Field): boolean {
  return field.widget.isGroup === true || containerOf(field) !== undefined;
}
