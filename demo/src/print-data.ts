import { isDecimal } from "@turnform/schema";

/**
 * Formats data as readable JSON. Values that JSON lacks appear under the name of their type:
 *
 *     printData({ on: new Date(0), tags: new Set(["a"]) })
 *     // { "on": { "Date": "1970-01-01T00:00:00.000Z" }, "tags": { "Set": ["a"] } }, one property a line
 *
 * Other types become `{ "Decimal": "1.50" }`, `{ "bigint": "12" }`, `{ "Map": [["key", "value"]] }` and
 * `{ "File": { "name": …, "size": …, "type": … } }`. Undefined properties are left out.
 */
export function printData(data: unknown): string {
  return JSON.stringify(jsonOf(data), null, 2).replaceAll(ON_THREE_LINES, '{ "$1": $2 }');
}

/** A text under the name of its type, as `JSON.stringify` formats it. */
const ON_THREE_LINES = /\{\n *"(bigint|number|Decimal|Date)": (".*")\n *\}/g;

function jsonOf(value: unknown): unknown {
  if (typeof value === "bigint") return { bigint: String(value) };
  if (typeof value === "number" && !Number.isFinite(value)) return { number: String(value) };
  if (typeof value !== "object" || value === null) return value;
  if (isDecimal(value)) return { Decimal: String(value) };
  if (value instanceof Date) return { Date: value.toJSON() };
  if (value instanceof File) return { File: { name: value.name, size: value.size, type: value.type } };
  if (value instanceof Set) return { Set: [...value].map(jsonOf) };
  if (value instanceof Map) return { Map: [...value].map(([key, part]) => [jsonOf(key), jsonOf(part)]) };
  if (Array.isArray(value)) return value.map(jsonOf);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, jsonOf(part)]));
}
