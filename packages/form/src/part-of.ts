import { isMapping } from "./is-mapping.ts";

/** The part of a list or mapping at a key; of anything else nothing. */
export function partOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
