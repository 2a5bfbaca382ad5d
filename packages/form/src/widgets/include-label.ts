import type { Field } from "../field/field.ts";

/** Returns the label of the box that includes an optional group, or undefined for a group without the box. */
export function includeLabel(field: Field, text: string | undefined): string | undefined {
  return field.leftOutBy === "box" ? (text ?? field.say("include", { group: field.title })) : undefined;
}
