import { chosenCase } from "../field/cases.ts";
import type { Field } from "../field/field.ts";
import { isMapping } from "../field/cstruct.ts";

/**
 * Returns what was typed into a field, without controls that somebody has added to the form: no field has their names, and the
 * schema drops them.
 *
 * @param typed The field's cstruct; it is not changed
 */
export function withoutAdded(field: Field, typed: unknown): unknown {
  const isList = Array.isArray(typed);
  if (!isList && !isMapping(typed)) return typed;
  const parts = field.parts(typed);
  // Nothing is known of a value whose widget alone reads it.
  if (parts.length === 0) return typed;
  const given = new Map<string | number, unknown>(isList ? typed.entries() : Object.entries(typed));
  const { isLoose } = (chosenCase(field, typed)?.field ?? field).node;
  const own = new Map(isList || isLoose ? given : []);
  for (const [key, part] of parts) if (given.has(key)) own.set(key, withoutAdded(part, given.get(key)));
  return isList ? [...own.values()] : Object.assign(Object.create(null), Object.fromEntries(own));
}
