import { beforeEach, describe, expect, it } from "vitest";
import { type TemporaryDatabase, temporaryDatabase } from "../../testing/temporary-database.ts";
import { firstPresets } from "../first-presets.ts";
import { openPresetStore } from "./open-preset-store.ts";

let database: TemporaryDatabase;
beforeEach(() => {
  database = temporaryDatabase();
  return database.remove;
});

describe("openPresetStore", () => {
  it("adds the first presets to a new database only once", async () => {
    const first = await openPresetStore(database.url, { firstPresets });
    const entries = await first.list();
    expect(entries.map(({ name }) => name)).toEqual(["Look around the room", "Quick demo", "Show and tell"]);
    const stored = await Promise.all([1, 2, 3].map(async (id) => (await first.get(id))?.preset));
    expect(stored).toEqual(firstPresets);
    for (const { id } of entries) await first.delete(id);
    await first.close();

    const second = await openPresetStore(database.url, { firstPresets });
    expect(await second.list()).toEqual([]);
    await second.close();
  });

  it("names the database that can't be opened and the reason, without a password", async () => {
    await expect(openPresetStore(`file:${database.folder}/no/such/folder.db`)).rejects.toThrow(
      /folder\.db can't be opened: it is not a readable and writable file, or its folder is missing$/,
    );
    await expect(openPresetStore(`file:${database.folder}`)).rejects.toThrow(
      "it is not a readable and writable file",
    );
    await expect(openPresetStore("ws://127.0.0.1:9?tls=0&authToken=x")).rejects.toThrow(
      "The database ws://127.0.0.1:9 can't be opened: connect ECONNREFUSED 127.0.0.1:9",
    );
    await expect(openPresetStore("https://me:secret@localhost")).rejects.toThrow(/^(?!.*secret)/s);
  });
});
