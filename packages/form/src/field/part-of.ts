import type { Field } from "./field.ts";
import { isMapping } from "./is-mapping.ts";

/** The part of a list or mapping at a key; of anything else nothing. */
export function partOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/**
 * Walks the parts of a field's value. Those of a record or map are its entries.
 *
 * @param value The field's cstruct
 * @yields the key, the field and the cstruct of each part
 */
export function* partsIn(
  field: Field,
  value: unknown,
): Generator<readonly [key: string | number, part: Field, value: unknown], void> {
  const held = field.inParts(value);
  for (const [key, part] of field.parts(held)) yield [key, part, partOf(held, key)];
}
