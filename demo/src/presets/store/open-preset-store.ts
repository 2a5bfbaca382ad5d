import { z } from "zod";
import { migrate, NewerDatabaseError } from "./migrations.ts";
import { PatientClient } from "./patient-client.ts";
import { PresetStore } from "./preset-store.ts";

/**
 * Opens a database of presets and brings it up to date. A new one gets an example.
 *
 * @param url A libsql URL: `file:presets.db` is a file in the current directory, `libsql://…` or `https://…` a server
 * @param options `authToken`: what a server asks for
 * @returns the open store; close it when done
 * @throws {Error} where the URL is none or the database can't be opened, saying which and why
 * @throws {NewerDatabaseError} where the database is ahead of this program
 */
export async function openPresetStore(
  url: string,
  options: { readonly authToken?: string | undefined } = {},
): Promise<PresetStore> {
  const { authToken } = options;
  let client: PatientClient | undefined;
  try {
    client = new PatientClient({ url, ...(authToken ? { authToken } : {}) });
    // Readers and a writer then don't wait for each other, and a transaction writes to the disk once.
    if (client.isFile) await client.execute("PRAGMA journal_mode = WAL");
    await migrate(client);
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

/** SQLite's number for a file that can't be opened, which is all that libSQL says of it. */
const CANT_OPEN = /^ConnectionFailed\(".*: 14"\)$/s;

/** @returns the innermost cause of an error, in words: what wraps it says no more than that something failed */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return reasonOf(error.cause);
  // Where each of a host's addresses failed.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return CANT_OPEN.test(error.message)
    ? "it is no file that can be read and written, or its folder is missing"
    : error.message;
}
