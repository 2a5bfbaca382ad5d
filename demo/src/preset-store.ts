import { createClient, type Client } from "@libsql/client";
import { z } from "zod";
import { examplePreset, Preset } from "./preset.ts";

const Entry = z.object({
  id: z.int(),
  name: z.string(),
  /** ISO 8601, UTC. */
  updatedAt: z.iso.datetime(),
});
/** A line of the list of presets. */
export type PresetEntry = z.output<typeof Entry>;

/** Thrown when a preset in the database isn't JSON or doesn't fit the schema. */
export class StoredPresetError extends Error {
  override readonly name = "StoredPresetError";
  /** Lets the error page show the message. */
  readonly expose = true;
  readonly id: number;

  constructor(id: number, problem: string, options?: ErrorOptions) {
    super(`Preset ${id} in the database can't be read: ${problem}`, options);
    this.id = id;
  }
}

/** The presets of one database. Each method rejects with a `LibsqlError` where the database fails. */
export class PresetStore {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  /** @returns all presets without their cycles, by name */
  async list(): Promise<PresetEntry[]> {
    const { rows } = await this.#client.execute(
      "SELECT id, name, updated_at AS updatedAt FROM presets ORDER BY name COLLATE NOCASE, id",
    );
    return rows.map((row) => Entry.parse(row));
  }

  /**
   * @returns the preset, or undefined where there is none of this id
   * @throws {StoredPresetError} where what is stored is no preset
   */
  async get(id: number): Promise<Preset | undefined> {
    const { rows } = await this.#client.execute("SELECT preset FROM presets WHERE id = ?", [id]);
    return rows[0] && readPreset(id, rows[0]["preset"]);
  }

  /** @returns the new preset's id */
  async create(preset: Preset): Promise<number> {
    return Number((await this.#client.execute(insertion(preset))).lastInsertRowid);
  }

  /** @returns whether there was a preset of this id */
  async update(id: number, preset: Preset): Promise<boolean> {
    const { rowsAffected } = await this.#client.execute(
      "UPDATE presets SET name = ?, preset = ?, updated_at = ? WHERE id = ?",
      [preset.name, JSON.stringify(preset), now(), id],
    );
    return rowsAffected > 0;
  }

  /** @returns whether there was a preset of this id */
  async delete(id: number): Promise<boolean> {
    return (await this.#client.execute("DELETE FROM presets WHERE id = ?", [id])).rowsAffected > 0;
  }

  /** Closes the database. */
  close(): void {
    this.#client.close();
  }
}

/**
 * Opens a database of presets. A database without their table gets it, and one example in it.
 *
 * @param url A libsql URL: `file:presets.db` is a file in the current directory
 * @returns the open store; close it when done
 * @throws {LibsqlError} where the URL is none or the file can't be opened
 */
export async function openPresetStore(url: string): Promise<PresetStore> {
  const client = createClient({ url });
  try {
    const { rows } = await client.execute(
      "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'presets'",
    );
    if (rows.length === 0) await client.batch([createTable, insertion(examplePreset)], "write");
    return new PresetStore(client);
  } catch (error) {
    client.close();
    throw error;
  }
}

const createTable = `CREATE TABLE presets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  preset TEXT NOT NULL,
  updated_at TEXT NOT NULL
)`;

function insertion(preset: Preset): { sql: string; args: string[] } {
  return {
    sql: "INSERT INTO presets (name, preset, updated_at) VALUES (?, ?, ?)",
    args: [preset.name, JSON.stringify(preset), now()],
  };
}

function now(): string {
  return new Date().toISOString();
}

function readPreset(id: number, stored: unknown): Preset {
  const result = Preset.safeParse(readJson(id, stored));
  if (!result.success)
    throw new StoredPresetError(id, z.prettifyError(result.error), { cause: result.error });
  return result.data;
}

function readJson(id: number, stored: unknown): unknown {
  if (typeof stored !== "string") throw new StoredPresetError(id, "it is no text");
  try {
    return JSON.parse(stored);
  } catch (cause) {
    throw new StoredPresetError(id, "it is no JSON", { cause });
  }
}
