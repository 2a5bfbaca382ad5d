import type { z } from "zod";
import type { Field } from "../field/field.ts";
import { walkFields } from "../field/walk-fields.ts";

/**
 * Returns the types of fields that no post and no data can set: fields that can't be edited, and computed ones. A type that another field
 * reads is left out.
 */
export function unreadTypes(root: Field): ReadonlySet<z.core.$ZodType> {
  const unread = new Set<z.core.$ZodType>();
  const read = new Set<z.core.$ZodType>();
  for (const { isFixed, node } of walkFields<Field>(root))
    (isFixed || node.meta.computed !== undefined ? unread : read).add(node.type);
  for (const type of read) unread.delete(type);
  return unread;
}
