import { beforeEach, describe, expect, it } from "vitest";
import { temporaryDatabase } from "../../testing/temporary-database.ts";
import { examplePreset } from "../preset.ts";
import { migrate, NewerDatabaseError } from "./migrations.ts";
import { openPresetStore } from "./open-preset-store.ts";
import { PatientClient } from "./patient-client.ts";

let url: string;
let client: PatientClient;
beforeEach(() => {
  const database = temporaryDatabase();
  ({ url } = database);
  client = new PatientClient({ url });
  return () => {
    client.close();
    database.remove();
  };
});

/** Makes a database as it was before there were migrations. */
async function makeOldDatabase(): Promise<void> {
  await client.batch([
    `CREATE TABLE presets (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      preset TEXT NOT NULL,
      updated_at TEXT NOT NULL
    )`,
    {
      sql: "INSERT INTO presets (name, preset, updated_at) VALUES ('Old', ?, '2025-01-02T03:04:05.678Z')",
      args: [JSON.stringify({ ...examplePreset, name: "Old" })],
    },
  ]);
}

async function numbers(): Promise<number[]> {
  const { rows } = await client.execute("SELECT number FROM migrations ORDER BY number");
  return rows.map((row) => Number(row["number"]));
}

describe("migrate", () => {
  it("keeps what a database from before migrations holds", async () => {
    await makeOldDatabase();
    const store = await openPresetStore(url);
    expect(await store.list()).toEqual([
      { id: 1, name: "Old", version: 1, updatedAt: "2025-01-02T03:04:05.678Z" },
    ]);
    expect((await store.get(1))?.preset).toEqual({ ...examplePreset, name: "Old" });
    await store.close();
    expect(await numbers()).toEqual([1, 2, 3]);
  });

  it("does not bring the example back to a database from before migrations", async () => {
    await makeOldDatabase();
    await client.execute("DELETE FROM presets");
    const store = await openPresetStore(url);
    expect(await store.list()).toEqual([]);
    await store.close();
  });

  it("does each step once, however many start together", async () => {
    const stores = await Promise.all(Array.from({ length: 8 }, () => openPresetStore(url)));
    expect(await numbers()).toEqual([1, 2, 3]);
    expect(await stores[0]?.list()).toHaveLength(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  it("does a step that another process has just done no second time", async () => {
    await migrate(client);
    await client.execute("DELETE FROM migrations WHERE number > 1");
    // The step fails, since its column is there; only its mark would excuse it.
    await expect(migrate(client)).rejects.toThrow("duplicate column");
    expect(await numbers()).toEqual([1]);
  });

  it("leaves a database of a newer program alone", async () => {
    await migrate(client);
    await client.execute("INSERT INTO migrations VALUES (4, '2030-01-01T00:00:00Z')");
    await expect(migrate(client)).rejects.toThrow(NewerDatabaseError);
    await expect(migrate(client)).rejects.toThrow("at migration 4, and this program knows 3");
  });
});
