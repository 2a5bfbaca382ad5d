/**
 * Converts a name to a segment of an element's id.
 *
 * Letters, digits and `_` stay. Other characters become `.hex.`, so that different paths have different ids, without white space.
 * `-` joins segments, `:` adds a part of a field, and `*` stands for the number of a blank item.
 */
export function idSegment(name: string): string {
  // Nearly all names need no change. A plain pattern is faster for these.
  return /^\w+$/.test(name)
    ? name
    : name.replaceAll(/[^\p{L}\p{N}_]/gu, (char) => `.${char.codePointAt(0)?.toString(16)}.`);
}

/** Returns the id of an inner field. */
export function childId(id: string, key: string | number): string {
  return `${id}-${typeof key === "number" ? key : idSegment(key)}`;
}
