import type { Invalid, SchemaNode } from "@turnform/schema";
import { leftOut, leftOutText, type Nothing } from "@turnform/schema/left-out";
import type { TextId } from "../languages/english-texts.ts";

/**
 * A person's way to leave an optional group out: to untick a box, or to put nothing into the group. A list without items and a union
 * without a chosen case have nothing in them.
 */
export type LeavingOut = "box" | "nothing inside";

/** A field that may be an optional group. */
interface Group {
  readonly node: SchemaNode;
  readonly title: string;
  readonly leftOutBy: LeavingOut | undefined;
  say(id: TextId, values?: Readonly<Record<string, unknown>>): string;
}

/** A group on one page. */
interface GroupPlace {
  readonly field: Group;
  readonly id: string;
  readonly value: unknown;
  readonly error: Invalid | undefined;
  readonly focus: string | undefined;
  readonly readonly: boolean;
}

/** The choice to include an optional group, on one page. */
export interface InclusionView {
  /** The text posted if the group is left out. */
  readonly leftOut: string;
  /** True if the group is included. */
  readonly included: boolean;
  readonly autofocus: boolean;
}

/** Returns true if a value, posted or shown, leaves its field out. */
export function isLeftOut({ leftOutBy }: Group, value: unknown): boolean {
  return leftOutBy !== undefined && (value === undefined || value === null || leftOut(value) !== undefined);
}

/** Returns the id of the box that includes a group. */
export function boxId(id: string): string {
  return `${id}:included`;
}

/** Returns the label of the box that includes a group, or undefined for a group without the box. */
export function includeLabel(field: Group, text: string | undefined): string | undefined {
  return field.leftOutBy === "box" ? (text ?? field.say("include", { group: field.title })) : undefined;
}

/** Returns the choice to include a group. A group without a box needs none once it has a value. */
export function inclusionOf(place: GroupPlace): InclusionView | undefined {
  const { field, value, error, id, focus, readonly } = place;
  if (field.leftOutBy === undefined || readonly) return undefined;
  const isOut = isLeftOut(field, value);
  if (!isOut && field.leftOutBy !== "box") return undefined;
  return {
    leftOut: leftOutText(nothingFor(field, value)),
    // An error inside must be seen.
    included: !isOut || (error?.children.size ?? 0) > 0,
    autofocus: focus === boxId(id),
  };
}

/** Returns the value of a group that is left out: the one it has, or else undefined before null. */
export function nothingFor({ node }: Group, value: unknown): Nothing {
  const { leftOutValues } = node;
  const given = value === null ? null : leftOut(value)?.nothing;
  return leftOutValues.includes(given) ? given : leftOutValues[0];
}
