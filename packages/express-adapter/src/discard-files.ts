import type { FilledForm } from "@turnform/form";
import type { Control } from "@turnform/schema";
import { StoredFile } from "./stored-file.ts";

/**
 * Removes the files of a post from their store, except the files that the next page shows.
 *
 * Files kept by an earlier post stay until they expire: the page behind the Back button may still show them.
 *
 * @param page The page that answers the post; undefined if the answer is no page of the form
 */
export async function discardNewFiles(controls: readonly Control[], page?: FilledForm): Promise<void> {
  const files = controls.flatMap(([, value]) =>
    value instanceof StoredFile && value.digest !== undefined ? value : [],
  );
  if (files.length === 0) return;
  const shown = new Set<File>(page?.files());
  for (const file of files) if (!shown.has(file)) await file.discard();
}
