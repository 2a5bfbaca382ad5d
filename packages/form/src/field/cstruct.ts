/** Returns true if a value is an object with named parts, and not a list or a file. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Blob);
}

/** Returns the part of a list or mapping at a key; undefined for any other value. */
export function partOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Returns the pairs of keys and values of a record or map. Its cstruct is a list of them, or a mapping. */
export function pairsOf(cstruct: unknown): readonly unknown[] {
  if (Array.isArray(cstruct)) return cstruct;
  return isMapping(cstruct) ? Object.entries(cstruct) : [];
}

/** Positions of keys, by cstruct. */
const positions = new WeakMap<object, ReadonlyMap<unknown, number>>();

/** Returns the position of a key in the cstruct of a record or map, the last one of equal keys, or undefined. */
export function positionOf(cstruct: unknown, key: string): number | undefined {
  if (typeof cstruct !== "object" || cstruct === null) return undefined;
  const byKey =
    positions.get(cstruct) ??
    new Map(pairsOf(cstruct).map((pair, at) => [Array.isArray(pair) ? pair[0] : undefined, at]));
  positions.set(cstruct, byKey);
  return byKey.get(key);
}
