import { type Field, walkFields } from "./field.ts";
import { isMapping } from "./is-mapping.ts";
import { partOf } from "./part-of.ts";

/**
 * Gives fields that can't be edited the value they have, whatever was posted for them.
 *
 * @param field The form's root
 * @param posted The cstruct of the post; it is not changed
 * @param current The cstruct of the data that the form was filled with; asked for only where it is needed
 * @returns the cstruct with the values of such fields in place; items of a sequence take those of a new item
 */
export function keepFixed(field: Field, posted: unknown, current: () => unknown): unknown {
  if (field.isFixed) return current();
  if (!holdsFixed(field)) return posted;
  const isMapped = isMapping(posted);
  if (!isMapped && !Array.isArray(posted)) return posted;
  const fresh: unknown = field.isList ? field.item.node.serialize(undefined) : undefined;
  const now: unknown = field.isList ? undefined : current();
  const held = new Map(field.isList ? [] : field.parts(now));
  const valueOf = (key: string | number, part: Field): unknown => {
    if (field.isList) return fresh;
    // A part that the data has not, such as one of another case of a union, is as in an empty form.
    return held.get(key) === part ? partOf(now, key) : part.node.serialize(undefined);
  };
  const kept = new Map<string | number, unknown>(Object.entries(posted));
  for (const [key, part] of field.parts(posted)) {
    const name = String(key);
    const value = keepFixed(part, kept.get(name), () => valueOf(key, part));
    if (value === undefined && isMapped) kept.delete(name);
    else kept.set(name, value);
  }
  return isMapped ? Object.assign(Object.create(null), Object.fromEntries(kept)) : [...kept.values()];
}

const known = new WeakMap<Field, boolean>();

/** Whether something inside a field can't be edited; a schema inside itself is asked once. */
function holdsFixed(field: Field): boolean {
  const before = known.get(field);
  if (before !== undefined) return before;
  let holds = false;
  for (const { isFixed } of walkFields(field)) holds ||= isFixed;
  known.set(field, holds);
  return holds;
}
