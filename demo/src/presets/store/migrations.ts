import { type InStatement, LibsqlError } from "@libsql/client";
import type { PatientClient } from "./patient-client.ts";
import type { Preset } from "../preset.ts";

/** The first step: a new database with its first presets. */
function firstStep(presets: readonly Preset[]): readonly InStatement[] {
  return [
    // Databases from before migrations already have this table and got their presets.
    `CREATE TABLE IF NOT EXISTS presets (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      preset TEXT NOT NULL,
      updated_at TEXT NOT NULL
    )`,
    {
      sql: `INSERT INTO presets (name, preset, updated_at)
        SELECT json_extract(value, '$.name'), value, ? FROM json_each(?)
        WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'presets')`,
      args: [new Date().toISOString(), JSON.stringify(presets)],
    },
  ];
}

/** Further steps, in order; the first has number 2. Only append steps, never change one. */
const laterSteps: readonly (readonly InStatement[])[] = [
  ["ALTER TABLE presets ADD COLUMN version INTEGER NOT NULL DEFAULT 1"],
  [
    `CREATE TABLE submits (
      page TEXT PRIMARY KEY,
      content TEXT NOT NULL,
      claim TEXT NOT NULL,
      answer TEXT,
      until INTEGER NOT NULL
    )`,
    "CREATE INDEX submits_until ON submits (until)",
    // The secret signs visitors' keys for all processes of this database.
    "CREATE TABLE secrets (secret TEXT NOT NULL)",
    "INSERT INTO secrets VALUES (lower(hex(randomblob(32))))",
  ],
];

/** Thrown when a database was made by a newer program than this one. */
export class NewerDatabaseError extends Error {
  override readonly name = "NewerDatabaseError";
  readonly found: number;
  readonly supported: number;

  constructor(found: number, supported: number) {
    super(
      `The database is at migration ${found}, but this program knows only ${supported}. Use a newer version of the demo`,
    );
    this.found = found;
    this.supported = supported;
  }
}

/**
 * Brings a database up to date, one transaction a step. Several processes may do so at once: each step first inserts its number,
 * a primary key.
 *
 * @param firstPresets Presets of a new database
 * @throws {NewerDatabaseError} if a newer program made the database
 * @throws {LibsqlError} if the database fails; earlier steps stay applied
 */
export async function migrate(client: PatientClient, firstPresets: readonly Preset[] = []): Promise<void> {
  const migrations = [firstStep(firstPresets), ...laterSteps];
  await client.execute(
    "CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, applied_at TEXT NOT NULL)",
  );
  const found = await lastApplied(client);
  if (found > migrations.length) throw new NewerDatabaseError(found, migrations.length);
  for (const [index, statements] of migrations.entries()) {
    if (index + 1 > found) await apply(client, index + 1, statements);
  }
}

async function lastApplied(client: PatientClient): Promise<number> {
  const { rows } = await client.execute("SELECT max(number) AS number FROM migrations");
  return Number(rows[0]?.["number"] ?? 0);
}

async function apply(
  client: PatientClient,
  number: number,
  statements: readonly InStatement[],
): Promise<void> {
  const mark = {
    sql: "INSERT INTO migrations (number, applied_at) VALUES (?, ?)",
    args: [number, new Date().toISOString()],
  };
  try {
    await client.batch([mark, ...statements]);
  } catch (error) {
    const doneByAnother = error instanceof LibsqlError && (await lastApplied(client)) >= number;
    if (!doneByAnother) throw error;
  }
}
