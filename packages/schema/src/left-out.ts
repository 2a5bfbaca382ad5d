/** Name of the control that says whether a value includes the list or mapping around it. It is no part of the value. */
export const INCLUDED = "__included__";

/** The value of a group that is left out. */
export type Nothing = null | undefined;

/** The groups that are left out, with their values. A property of the groups would also be found in the values of `z.any()`. */
const marks = new WeakMap<object, { readonly nothing: Nothing }>();

/**
 * Marks a group of texts, a mapping or a list, as left out. Its value is then `nothing`; its texts are only kept for the next page.
 *
 * @param group Marked, and returned
 */
export function leaveOut<Group extends object>(group: Group, nothing: Nothing): Group {
  marks.set(group, { nothing });
  return group;
}

/** Returns the value of a group that is left out, or undefined for any other value. */
export function leftOut(group: unknown): { readonly nothing: Nothing } | undefined {
  return typeof group === "object" && group !== null ? marks.get(group) : undefined;
}

/** Returns the text of the control that leaves a group out. */
export function leftOutText(nothing: Nothing): "" | "null" {
  return nothing === null ? "null" : "";
}

/** Marks a posted group as its control says. Without the control, it is included. */
export function markAsPosted<Group extends object>(group: Group, control: unknown): Group {
  if (control === "") return leaveOut(group, undefined);
  return control === "null" ? leaveOut(group, null) : group;
}

/** Copies the mark of a group to a changed copy of it, and returns the copy. */
export function keepLeftOut<Copy>(group: unknown, copy: Copy): Copy {
  const out = leftOut(group);
  if (out && typeof copy === "object" && copy !== null) leaveOut(copy, out.nothing);
  return copy;
}
