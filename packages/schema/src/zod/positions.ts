import { SAFE_PROTO } from "./safe-key.ts";

/** Where the items of a decoded array stood in the page, for arrays from which missing items were left out. */
const positionsOf = new WeakMap<object, readonly number[]>();

/** Notes where the items of a decoded array stood. */
export function keepPositions(decoded: readonly unknown[], positions: readonly number[]): void {
  positionsOf.set(decoded, positions);
}

/**
 * Turns a path into decoded data into the path that the person sees.
 *
 * @param path Names and positions, as zod gives them
 * @param decoded What was parsed
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

/** By the ways to parts of lists and mappings that are fast: errors may be many. */
function valueAt(value: object, key: PropertyKey): unknown {
  return Array.isArray(value) ? value[Number(key)] : Reflect.get(value, key);
}
