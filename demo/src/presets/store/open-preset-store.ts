import { z } from "zod";
import type { Preset } from "../preset.ts";
import { migrate, NewerDatabaseError } from "./migrations.ts";
import { PatientClient } from "./patient-client.ts";
import { PresetStore } from "./preset-store.ts";

/**
 * Opens a database of presets and brings it up to date.
 *
 * @param url libSQL URL: `file:presets.db` is a file in the current directory, `libsql://…` or `https://…` a server
 * @param options `authToken`: token for a server; `firstPresets`: presets of a new database, by default none
 * @returns the open store; close it when done
 * @throws {Error} if the URL is invalid or the database can't be opened; the message names the database and the reason
 * @throws {NewerDatabaseError} if a newer program made the database
 */
export async function openPresetStore(
  url: string,
  options: { readonly authToken?: string | undefined; readonly firstPresets?: readonly Preset[] } = {},
): Promise<PresetStore> {
  const { authToken, firstPresets } = options;
  let client: PatientClient | undefined;
  try {
    client = new PatientClient({ url, ...(authToken ? { authToken } : {}) });
    // With WAL, readers and a writer don't block each other, and a transaction writes to the disk once.
    if (client.isFile) await client.execute("PRAGMA journal_mode = WAL");
    await migrate(client, firstPresets);
    const { rows } = await client.execute("SELECT secret FROM secrets");
    return new PresetStore(client, z.string().parse(rows[0]?.["secret"]));
  } catch (cause) {
    client?.close();
    if (cause instanceof NewerDatabaseError) throw cause;
    const problem = `The database ${url.replace(/\?.*$/s, "")} can't be opened: ${reasonOf(cause)}`;
    // A server's URL may carry a password.
    throw new Error(problem.replaceAll(/\/\/[^/\s]*@/g, "//"), { cause });
  }
}

/** SQLITE_CANTOPEN (14), the only detail in libSQL's message. */
const CANT_OPEN = /^ConnectionFailed\(".*: 14"\)$/s;

/** Returns the message of the innermost cause. The outer errors only tell that something failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return reasonOf(error.cause);
  // Node throws one if all addresses of a host fail.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return CANT_OPEN.test(error.message)
    ? "it is not a readable and writable file, or its folder is missing"
    : error.message;
}
