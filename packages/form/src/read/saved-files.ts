import type { Control } from "@turnform/schema";
import { SAVED } from "../field/reserved-names.ts";
import { SavedFile } from "../field/saved-file.ts";

/** Files of a record before and after an edit. Each file is listed once. */
export interface ComparedFiles {
  /** Saved files that the record still has. */
  readonly kept: readonly SavedFile[];
  /** New files. Copy them to your storage. */
  readonly added: readonly File[];
  /** Saved files that the record no longer has. Delete them from your storage after saving. */
  readonly removed: readonly SavedFile[];
}

/**
 * Compares the files of two values, at any depth: of the data from `load` and of the value for `save`. A replaced file is removed, and its
 * replacement added.
 */
export function compareFiles(before: unknown, after: unknown): ComparedFiles {
  const files = [...new Set(filesIn(after))];
  const kept = new Map(files.filter(isSaved).map((file) => [file.id, file]));
  const earlier = new Map([...filesIn(before)].filter(isSaved).map((file) => [file.id, file]));
  return {
    kept: [...kept.values()],
    added: files.filter((file) => !isSaved(file)),
    removed: [...earlier.values()].filter(({ id }) => !kept.has(id)),
  };
}

/**
 * Puts the saved files of the current data in the place of their posted ids. Other ids are left out: a person keeps only the files of the
 * loaded record.
 */
export function withSavedFiles(controls: readonly Control[], current: unknown): readonly Control[] {
  if (!controls.some(isKeptId)) return controls;
  const files = new Map([...filesIn(current)].filter(isSaved).map((file) => [file.id, file]));
  return controls.flatMap((control): Control[] => {
    if (!isKeptId(control)) return [control];
    const file = files.get(control[1]);
    return file ? [[SAVED, file]] : [];
  });
}

function isKeptId(control: Control): control is readonly [name: string, value: string] {
  return control[0] === SAVED && typeof control[1] === "string";
}

function isSaved(file: File): file is SavedFile {
  return file instanceof SavedFile;
}

/**
 * Finds the files in any data.
 *
 * @yields each file, in order
 */
function* filesIn(data: unknown): Generator<File> {
  const seen = new Set<object>();
  const todo = [data];
  while (todo.length > 0) {
    const value = todo.pop();
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    if (value instanceof File) {
      yield value;
      continue;
    }
    seen.add(value);
    for (const part of partsOf(value).toReversed()) todo.push(part);
  }
}

function partsOf(value: object): readonly unknown[] {
  if (value instanceof Map) return [...value].flat();
  if (Array.isArray(value) || value instanceof Set) return [...value];
  return Object.values(value);
}
