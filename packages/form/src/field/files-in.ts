import type { Field } from "./field.ts";

/**
 * Finds the files on a page, at file fields. A file posted for a text, or replaced by another one, is on no
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
  for (const [, part, partValue] of field.partsOf(value)) yield* filesIn(part, partValue);
}
