/**
 * Returns true if lists and mappings nest deeper than the given levels. Takes linear time and looks no deeper.
 *
 * @param levels At least 0. A text has 0 levels, an empty list has 1
 */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (!isNested(value)) return false;
  if (levels === 0) return true;
  for (const part of Array.isArray(value) ? value : Object.values(value)) {
    if (isDeeperThan(part, levels - 1)) return true;
  }
  return false;
}

/** Returns true for a list or a mapping. Files, dates and texts have no parts. */
function isNested(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !(value instanceof Blob) && !(value instanceof Date);
}
