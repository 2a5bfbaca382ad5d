/**
 * Describes a value in an error, by its sort and a short text.
 *
 *     describeValue("a")   // `"a"`
 *     describeValue([1])   // "a list"
 */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (Array.isArray(value)) return "a list";
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  const { constructor } = value;
  return constructor === Object || typeof constructor !== "function" ? "an object" : `a ${constructor.name}`;
}
