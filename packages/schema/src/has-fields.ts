/** Returns true for an object with named parts: not an array, blob, date, map, set or bytes. */
export function hasFields(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  if (value instanceof Blob || value instanceof Date || value instanceof Map || value instanceof Set)
    return false;
  return !ArrayBuffer.isView(value);
}

/**
 * Reads a property of a posted mapping or an application's own object, getters included.
 *
 * @returns undefined for names inherited by every object
 */
export function readField(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) || !(name in Object.prototype) ? value[name] : undefined;
}
