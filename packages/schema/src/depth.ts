/**
 * Whether lists and mappings nest deeper than some levels; in linear time, and no deeper into them than that.
 *
 * @param levels At least 0: a text has none, an empty list has one
 */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (!isNested(value)) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeeperThan(item, levels - 1));
  // By its keys: the values of an object without a prototype take thrice the time to list
  return Object.keys(value).some((key) => isDeeperThan(Reflect.get(value, key), levels - 1));
}

/** Whether a value is a list or a mapping; files, dates and texts have no parts. */
function isNested(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Blob) && !(value instanceof Date);
}
