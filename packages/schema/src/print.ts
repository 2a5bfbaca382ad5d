/** Returns true for a plain mapping: an object without a `toString` of its class. */
export function isBare(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return true;
  const toString: unknown = Reflect.get(Object(prototype), "toString");
  return toString === undefined || toString === Object.prototype.toString;
}

/** Prints a value: dates as ISO 8601 (midnight without its time), lists with commas, a mapping as nothing. */
export function print(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(print).join(",");
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? "" : value.toISOString().replace("T00:00:00.000Z", "");
  }
  // Numbers and objects with a `toString` remain.
  return isBare(value) ? "" : String(value);
}
