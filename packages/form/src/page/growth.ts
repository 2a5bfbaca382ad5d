import { divisionOf, type Growth } from "../field/division.ts";
import type { Field } from "../field/field.ts";
import { walkFields } from "../field/walk-fields.ts";
import { partOf } from "../field/cstruct.ts";
import { containerOf } from "../read/container.ts";

/** The place of a field, as far as the length of its HTML depends on it. */
export interface Spot {
  /** How many growing fields it is in, from 1. */
  readonly level: number;
  /** Characters of its id. */
  readonly idLength: number;
  /** True if the blank item of a list around holds the same field. */
  readonly hasTwin: boolean;
}

/** Returns the costs of what a value adds to a field. */
export type Costs = (growth: Growth, field: Field, spot: Spot) => number;

/**
 * Sums up what a value adds to a fresh field: items of lists, and fields of chosen cases, at every level.
 *
 * Fields that can't be edited add nothing: their values are not a stranger's.
 */
export function sumOfGrowth(field: Field, value: unknown, spot: Spot, costs: Costs): number {
  if (!drawsParts(field) || !grows(field)) return 0;
  const cstruct = field.inParts(value);
  const growth = divisionOf(field.node).growth?.(field, cstruct);
  let sum = growth ? costs(growth, field, spot) : 0;
  if (!field.children.some(grows)) return sum;
  const level = spot.level + (growth ? 1 : 0);
  const hasTwin = twinIn(field, spot);
  for (const [key, part] of field.parts(cstruct)) {
    const idLength = spot.idLength + 1 + String(key).length;
    sum += sumOfGrowth(part, partOf(cstruct, key), { level, idLength, hasTwin }, costs);
  }
  return sum;
}

/**
 * Returns true if a blank item on the page holds the parts of a field. A union may show another case than the blank item around,
 * and a list of fixed length has no blank item.
 */
function twinIn({ isList, node }: Field, { hasTwin }: Spot): boolean {
  if (node.discriminator !== undefined) return false;
  const { minLength, maxLength } = node.constraints;
  return hasTwin || (isList && (maxLength === undefined || minLength !== maxLength));
}

const growing = new WeakMap<Field, boolean>();

/** True if a value can add to the controls of a field, or of a field inside it. */
function grows(field: Field): boolean {
  const before = growing.get(field);
  if (before !== undefined) return before;
  let found = false;
  if (!field.isFixed)
    for (const each of walkFields(field))
      found ||= drawsParts(each) && divisionOf(each.node).growth !== undefined;
  growing.set(field, found);
  return found;
}

/** Returns true if a field's widget draws controls for each part. Others draw one control, as long as the posted text. */
function drawsParts(field: Field): boolean {
  return field.widget.isGroup === true || containerOf(field) !== undefined;
}
