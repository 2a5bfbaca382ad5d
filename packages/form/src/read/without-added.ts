import { leftOut } from "@turnform/schema/left-out";
import { chosenCase } from "../field/cases.ts";
import type { Field } from "../field/field.ts";
import { isMapping } from "../field/cstruct.ts";
import { nothingFor } from "../field/left-out.ts";

/**
 * Returns the typed value of a field without added controls. No field has their names, and the schema drops them.
 *
 * @param typed Cstruct of the field; it is not changed
 */
export function withoutAdded(field: Field, typed: unknown): unknown {
  if (field.leftOutBy !== undefined && leftOut(typed)) return nothingFor(field, typed);
  const isList = Array.isArray(typed);
  if (!isList && !isMapping(typed)) return typed;
  const parts = field.parts(typed);
  // Only its widget knows the parts of this value.
  if (parts.length === 0) return typed;
  const given = new Map<string | number, unknown>(isList ? typed.entries() : Object.entries(typed));
  const { isLoose } = (chosenCase(field, typed)?.field ?? field).node;
  const result = new Map(isList || isLoose ? given : []);
  for (const [key, part] of parts) {
    if (!given.has(key)) continue;
    const inside = withoutAdded(part, given.get(key));
    if (inside === undefined && !isList) result.delete(key);
    else result.set(key, inside);
  }
  return isList ? [...result.values()] : Object.assign(Object.create(null), Object.fromEntries(result));
}
