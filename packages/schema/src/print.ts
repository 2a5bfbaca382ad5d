/** Whether a value is an object that has no text of its own: a mapping, whatever the names in it. */
export function isBare(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return true;
  const toString: unknown = Reflect.get(Object(prototype), "toString");
  return toString === undefined || toString === Object.prototype.toString;
}

/** A value as it prints: points in time as ISO 8601, days without their time, lists by commas, and nothing for a mapping. */
export function print(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(print).join(",");
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? "" : value.toISOString().replace("T00:00:00.000Z", "");
  }
  // What is left has a text: a number, or an object of a class with a `toString`.
  return isBare(value) ? "" : String(value);
}
