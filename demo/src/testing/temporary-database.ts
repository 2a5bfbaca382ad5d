import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new folder for a test's database. */
export interface TemporaryDatabase {
  readonly folder: string;
  /** libSQL URL of a file in the folder. The file does not exist yet. */
  readonly url: string;
  readonly remove: () => void;
}

/** Makes an empty folder for a test's database. */
export function temporaryDatabase(): TemporaryDatabase {
  const folder = mkdtempSync(join(tmpdir(), "turnform-database-"));
  const url = `file:${join(folder, "presets.db")}`;
  return { folder, url, remove: () => rmSync(folder, { recursive: true }) };
}
