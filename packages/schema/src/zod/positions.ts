import { SAFE_PROTO } from "./safe-key.ts";

/** Positions on the page of the items of decoded arrays, if missing items were left out. */
const positionsOf = new WeakMap<object, readonly number[]>();

/** Remembers the positions of a decoded array's items. */
export function keepPositions(decoded: readonly unknown[], positions: readonly number[]): void {
  positionsOf.set(decoded, positions);
}

/**
 * Converts a path in decoded data to the path on the page.
 */
export function pathInPage(path: readonly PropertyKey[], decoded: unknown): (string | number)[] {
  let at = decoded;
  return path.map((key) => {
    const positions = Array.isArray(at) ? positionsOf.get(at) : undefined;
    at = typeof at === "object" && at !== null ? valueAt(at, key) : undefined;
    if (typeof key === "symbol") return String(key);
    if (key === SAFE_PROTO) return "__proto__";
    return typeof key === "number" ? (positions?.[key] ?? key) : key;
  });
}

/** Reads a part of a list or mapping in the fastest way, because there may be many errors. */
function valueAt(value: object, key: PropertyKey): unknown {
  return Array.isArray(value) ? value[Number(key)] : Reflect.get(value, key);
}
