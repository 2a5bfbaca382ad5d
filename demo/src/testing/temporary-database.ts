import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A place for a test's database. */
export interface TemporaryDatabase {
  /** The path of a new folder. */
  readonly folder: string;
  /** A libSQL URL of a file in the folder, which is not there yet. */
  readonly url: string;
  /** Removes the folder. */
  readonly remove: () => void;
}

/** Makes an empty folder for a test's database. */
export function temporaryDatabase(): TemporaryDatabase {
  const folder = mkdtempSync(join(tmpdir(), "turnform-database-"));
  const url = `file:${join(folder, "presets.db")}`;
  return { folder, url, remove: () => rmSync(folder, { recursive: true }) };
}
