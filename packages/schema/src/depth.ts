/**
 * Whether lists and mappings nest deeper than some levels; in linear time, and without recursion.
 *
 * @param levels At least 0: a text has none, an empty list has one
 */
export function isDeeperThan(value: unknown, levels: number): boolean {
  let level: readonly unknown[] = [value].filter(isNested);
  for (let depth = 0; depth < levels && level.length > 0; depth++) level = level.flatMap(partsOf);
  return level.length > 0;
}

/** The lists and mappings that a value is made of; files, dates and texts have none. */
function partsOf(value: unknown): readonly unknown[] {
  return isNested(value) ? Object.values(value).filter(isNested) : [];
}

function isNested(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Blob) && !(value instanceof Date);
}
