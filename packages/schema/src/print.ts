/** Whether a value is an object that has no text of its own: a mapping. */
export function isBare(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return !("toString" in value) || value.toString === Object.prototype.toString;
}

/** A value as it prints: points in time as ISO 8601, days without their time, and nothing for a mapping. */
export function print(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? "" : value.toISOString().replace("T00:00:00.000Z", "");
  }
  // What is left has a text: a number, or an object with a `toString` of its own.
  return isBare(value) ? "" : `${value as number}`;
}
