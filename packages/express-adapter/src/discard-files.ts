import type { FilledForm } from "@turnform/form";
import type { Control } from "@turnform/schema";
import { StoredFile } from "./stored-file.ts";

/**
 * Removes the files that came with a post from their store, except those that the next page shows.
 *
 * Files that were kept from before stay until they expire: other pages keep them too, such as the one that Back leads to.
 *
 * @param page The page that answers the post; undefined if no page of the form does
 */
export async function discardNewFiles(controls: readonly Control[], page?: FilledForm): Promise<void> {
  const files = controls.flatMap(([, value]) =>
    value instanceof StoredFile && value.digest !== undefined ? value : [],
  );
  if (files.length === 0) return;
  const shown = new Set<File>(page?.files());
  for (const file of files) if (!shown.has(file)) await file.discard();
}
