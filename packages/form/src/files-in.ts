import type { Field } from "./field.ts";
import { pairsOf } from "./pairs.ts";
import { partOf } from "./part-of.ts";

/**
 * Finds the files that a page shows: those at fields for files. A file that was posted for a text, or that another one replaces, is on no
 * page.
 *
 * @param value The field's cstruct
 * @yields each file, in the order of the page
 */
export function* filesIn(field: Field, value: unknown): Generator<File> {
  if (field.widget.multipart === true || field.node.kind === "file") {
    for (const file of [value].flat()) if (file instanceof File) yield file;
    return;
  }
  const parts = field.node.entry ? pairsOf(value) : value;
  for (const [key, part] of field.parts(parts)) yield* filesIn(part, partOf(parts, key));
}
