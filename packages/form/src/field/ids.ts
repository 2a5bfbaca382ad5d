/**
 * Writes a name as a segment of an element's id.
 *
 * Letters, digits and `_` stand for themselves; anything else becomes `.hex.`, so that no two paths share an id and an
 * id holds no white space. `-` joins segments, `:` adds a part of a field, `*` stands for the number of a blank item.
 */
export function idSegment(name: string): string {
  // Nearly all names are such already, which a plain pattern tells faster
  return /^\w+$/.test(name)
    ? name
    : name.replaceAll(/[^\p{L}\p{N}_]/gu, (char) => `.${char.codePointAt(0)?.toString(16)}.`);
}

/** The id of a field inside another. */
export function childId(id: string, key: string | number): string {
  return `${id}-${typeof key === "number" ? key : idSegment(key)}`;
}
