import type { InArgs } from "@libsql/client";
import type { Preset } from "../preset.ts";
import { DatabaseSubmits } from "./database-submits.ts";
import type { PatientClient } from "./patient-client.ts";
import { Entry, type PresetEntry, readPreset, type StoredPreset } from "./stored-preset.ts";

/** Most presets in a database. */
export const MOST_PRESETS = 1000;
/** Presets read by one statement. */
const CHUNK = 10;

/** Outcome of a save. `changed`: someone else has saved since the edited version. `gone`: someone has deleted the preset. */
export type SaveOutcome = "saved" | "changed" | "gone";

/** Thrown when new presets would exceed the store's limit. */
export class FullStoreError extends Error {
  override readonly name = "FullStoreError";
  readonly limit: number;

  constructor(limit: number, added: number) {
    const presets = added === 1 ? "another preset" : `${added} more presets`;
    super(`No room for ${presets}: the limit is ${limit}. Delete some presets first`);
    this.limit = limit;
  }
}

/** The presets of one database. Each method rejects with a `LibsqlError` if the database fails. */
export class PresetStore {
  readonly submits: DatabaseSubmits;
  /** Secret that signs visitors' keys, the same for all processes of the database. */
  readonly secret: string;
  readonly #client: PatientClient;
  readonly #running = new Set<Promise<unknown>>();

  constructor(client: PatientClient, secret: string) {
    this.#client = client;
    this.secret = secret;
    this.submits = new DatabaseSubmits(client);
  }

  /** Lists all presets without their cycles, sorted by name. */
  async list(): Promise<PresetEntry[]> {
    const { rows } = await this.#client.execute(`SELECT ${columns} FROM presets ${byName}`);
    return rows.map((row) => Entry.parse(row));
  }

  /**
   * Reads all presets, a few at a time because all may take tens of megabytes. Skips presets deleted meanwhile.
   *
   * @yields the presets, sorted by name
   * @throws {StoredPresetError} if a stored preset can't be read
   */
  async *all(): AsyncGenerator<Preset, void> {
    const ids = (await this.list()).map(({ id }) => id);
    for (let from = 0; from < ids.length; from += CHUNK) {
      const { rows } = await this.#client.execute(
        `SELECT id, preset FROM presets WHERE id IN (SELECT value FROM json_each(?)) ${byName}`,
        [JSON.stringify(ids.slice(from, from + CHUNK))],
      );
      for (const row of rows) yield readPreset(Number(row["id"]), row["preset"]);
    }
  }

  /**
   * Reads a preset.
   *
   * @returns the preset, or undefined if the id is unknown
   * @throws {StoredPresetError} if the stored preset can't be read
   */
  async get(id: number): Promise<StoredPreset | undefined> {
    const { rows } = await this.#client.execute(`SELECT ${columns}, preset FROM presets WHERE id = ?`, [id]);
    return rows[0] && { ...Entry.parse(rows[0]), preset: readPreset(id, rows[0]["preset"]) };
  }

  /**
   * Adds a preset.
   *
   * @returns its id
   * @throws {FullStoreError} if there are already {@link MOST_PRESETS}
   */
  async create(preset: Preset): Promise<number> {
    return this.createAll([preset]);
  }

  /**
   * Adds all presets or none.
   *
   * @returns the id of the last one
   * @throws {FullStoreError} if the total would exceed {@link MOST_PRESETS}
   */
  async createAll(presets: readonly Preset[]): Promise<number> {
    const { rowsAffected, lastInsertRowid } = await this.#finish(this.#client.execute(...insertion(presets)));
    if (rowsAffected < presets.length) throw new FullStoreError(MOST_PRESETS, presets.length);
    return Number(lastInsertRowid);
  }

  /**
   * Saves a preset, but only over the version that was edited.
   *
   * @param version The edited version
   */
  async update(id: number, version: number, preset: Preset): Promise<SaveOutcome> {
    const { rowsAffected } = await this.#finish(
      this.#client.execute(
        "UPDATE presets SET name = ?, preset = ?, updated_at = ?, version = version + 1 WHERE id = ? AND version = ?",
        [preset.name, JSON.stringify(preset), now(), id, version],
      ),
    );
    if (rowsAffected > 0) return "saved";
    const { rows } = await this.#client.execute("SELECT 1 FROM presets WHERE id = ?", [id]);
    return rows.length > 0 ? "changed" : "gone";
  }

  /** Deletes a preset. Returns true if it existed. */
  async delete(id: number): Promise<boolean> {
    const deletion = this.#client.execute("DELETE FROM presets WHERE id = ?", [id]);
    return (await this.#finish(deletion)).rowsAffected > 0;
  }

  /** Runs a small query; rejects if the database does not answer. */
  async ping(): Promise<void> {
    await this.#client.execute("SELECT 1 FROM presets LIMIT 1");
  }

  /** Waits for running writes, then closes the database. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#running);
    this.#client.close();
  }

  async #finish<T>(write: Promise<T>): Promise<T> {
    this.#running.add(write);
    try {
      return await write;
    } finally {
      this.#running.delete(write);
    }
  }
}

const columns = "id, name, version, updated_at AS updatedAt";
const byName = "ORDER BY name COLLATE NOCASE, id";

/** Returns a single statement that checks the limit and inserts all presets or none. */
function insertion(presets: readonly Preset[]): [sql: string, args: InArgs] {
  return [
    `INSERT INTO presets (name, preset, updated_at)
      SELECT json_extract(value, '$.name'), value, ? FROM json_each(?)
      WHERE (SELECT count(*) FROM presets) + ? <= ${MOST_PRESETS}`,
    [now(), JSON.stringify(presets), presets.length],
  ];
}

function now(): string {
  return new Date().toISOString();
}
