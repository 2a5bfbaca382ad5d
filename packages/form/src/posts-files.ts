import type { Field } from "./field.ts";

/** Whether a field's widget, or one inside it, posts files. A schema inside itself is looked at once. */
export function postsFiles(field: Field, seen: Set<unknown> = new Set()): boolean {
  if (field.widget.multipart) return true;
  if (seen.has(field.node.type)) return false;
  seen.add(field.node.type);
  return field.children.some((child) => postsFiles(child, seen));
}
