import type { InArgs } from "@libsql/client";
import type { Preset } from "../preset.ts";
import { DatabaseSubmits } from "./database-submits.ts";
import type { PatientClient } from "./patient-client.ts";
import { Entry, type PresetEntry, readPreset, type StoredPreset } from "./stored-preset.ts";

/** How many presets a database takes. */
export const MOST_PRESETS = 1000;
/** How many are read at once. */
const CHUNK = 10;

/** What became of a save: somebody else has `changed` the preset since the version that was edited, or it is `gone`. */
export type SaveOutcome = "saved" | "changed" | "gone";

/** Thrown when presets would become more than a store keeps. */
export class FullStoreError extends Error {
  override readonly name = "FullStoreError";
  readonly limit: number;

  constructor(limit: number, added: number) {
    super(
      `At most ${limit} presets are kept, and ${added === 1 ? "one more does" : `${added} more do`} not fit: delete some first`,
    );
    this.limit = limit;
  }
}

/** The presets of one database. Each method rejects with a `LibsqlError` where the database fails. */
export class PresetStore {
  /** Remembers saved submits, so that none is saved twice. */
  readonly submits: DatabaseSubmits;
  /** Signs visitors' keys: one for all processes that share the database. */
  readonly secret: string;
  readonly #client: PatientClient;
  readonly #running = new Set<Promise<unknown>>();

  constructor(client: PatientClient, secret: string) {
    this.#client = client;
    this.secret = secret;
    this.submits = new DatabaseSubmits(client);
  }

  /** @returns all presets without their cycles, by name */
  async list(): Promise<PresetEntry[]> {
    const { rows } = await this.#client.execute(`SELECT ${columns} FROM presets ${byName}`);
    return rows.map((row) => Entry.parse(row));
  }

  /**
   * Reads all presets, a few at a time, since together they may have tens of megabytes; what is deleted meanwhile is left out.
   *
   * @yields the presets, by name
   * @throws {StoredPresetError} where one of what is stored is no preset
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
   * @returns the preset, or undefined where there is none of this id
   * @throws {StoredPresetError} where what is stored is no preset
   */
  async get(id: number): Promise<StoredPreset | undefined> {
    const { rows } = await this.#client.execute(`SELECT ${columns}, preset FROM presets WHERE id = ?`, [id]);
    return rows[0] && { ...Entry.parse(rows[0]), preset: readPreset(id, rows[0]["preset"]) };
  }

  /**
   * @returns the new preset's id
   * @throws {FullStoreError} where there are {@link MOST_PRESETS}
   */
  async create(preset: Preset): Promise<number> {
    return this.createAll([preset]);
  }

  /**
   * Adds presets, all or none.
   *
   * @returns the last one's id
   * @throws {FullStoreError} where they would be more than {@link MOST_PRESETS}
   */
  async createAll(presets: readonly Preset[]): Promise<number> {
    const { rowsAffected, lastInsertRowid } = await this.#finish(this.#client.execute(...insertion(presets)));
    if (rowsAffected < presets.length) throw new FullStoreError(MOST_PRESETS, presets.length);
    return Number(lastInsertRowid);
  }

  /**
   * Saves a preset over the version it was edited from, and over no other.
   *
   * @param version The version that was edited
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

  /** @returns whether there was a preset of this id */
  async delete(id: number): Promise<boolean> {
    const deletion = this.#client.execute("DELETE FROM presets WHERE id = ?", [id]);
    return (await this.#finish(deletion)).rowsAffected > 0;
  }

  /** Asks the database for anything at all; rejects where it does not answer. */
  async ping(): Promise<void> {
    await this.#client.execute("SELECT 1 FROM presets LIMIT 1");
  }

  /** Closes the database once what is being written is written. */
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

/** One statement, so that all presets find room or none. */
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
