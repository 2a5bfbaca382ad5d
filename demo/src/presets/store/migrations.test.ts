import { beforeEach, describe, expect, it } from "vitest";
import { temporaryDatabase } from "../../testing/temporary-database.ts";
import { migrate, NewerDatabaseError } from "./migrations.ts";
import { PatientClient } from "./patient-client.ts";
import { openTestStore, productTour } from "../../testing/test-store.ts";

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

/** Creates a database in the format before migrations. */
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
      args: [JSON.stringify({ ...productTour, name: "Old" })],
    },
  ]);
}

async function numbers(): Promise<number[]> {
  const { rows } = await client.execute("SELECT number FROM migrations ORDER BY number");
  return rows.map((row) => Number(row["number"]));
}

describe("migrate", () => {
  it("keeps the presets of a database from before migrations", async () => {
    await makeOldDatabase();
    const store = await openTestStore(url);
    expect(await store.list()).toEqual([
      { id: 1, name: "Old", version: 1, updatedAt: "2025-01-02T03:04:05.678Z" },
    ]);
    expect((await store.get(1))?.preset).toEqual({ ...productTour, name: "Old" });
    await store.close();
    expect(await numbers()).toEqual([1, 2, 3]);
  });

  it("does not restore a deleted example in a database from before migrations", async () => {
    await makeOldDatabase();
    await client.execute("DELETE FROM presets");
    const store = await openTestStore(url);
    expect(await store.list()).toEqual([]);
    await store.close();
  });

  it("applies each step once, even if several processes start together", async () => {
    const stores = await Promise.all(Array.from({ length: 8 }, () => openTestStore(url)));
    expect(await numbers()).toEqual([1, 2, 3]);
    expect(await stores[0]?.list()).toHaveLength(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  it("ignores the failure of a step only if another process has applied it", async () => {
    await migrate(client);
    await client.execute("DELETE FROM migrations WHERE number > 1");
    // The step fails because its column exists, and no row shows that another process applied it.
    await expect(migrate(client)).rejects.toThrow("duplicate column");
    expect(await numbers()).toEqual([1]);
  });

  it("refuses a database of a newer program", async () => {
    await migrate(client);
    await client.execute("INSERT INTO migrations VALUES (4, '2030-01-01T00:00:00Z')");
    await expect(migrate(client)).rejects.toThrow(NewerDatabaseError);
    await expect(migrate(client)).rejects.toThrow("at migration 4, but this program knows only 3");
  });
});
