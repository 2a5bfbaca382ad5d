/**
 * Whether lists and mappings nest deeper than some levels; in linear time, and no deeper into them than that.
 *
 * @param levels At least 0: a text has none, an empty list has one
 */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (!isNested(value)) return false;
  if (levels === 0) return true;
  for (const part of Array.isArray(value) ? value : Object.values(value)) {
    if (isDeeperThan(part, levels - 1)) return true;
  }
  return false;
}

/** Whether a value is a list or a mapping; files, dates and texts have no parts. */
function isNested(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !(value instanceof Blob) && !(value instanceof Date);
}
