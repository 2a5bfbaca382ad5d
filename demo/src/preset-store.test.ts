import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { examplePreset } from "./preset.ts";
import { openPresetStore, StoredPresetError } from "./preset-store.ts";

let folder: string;
let url: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "turnform-store-"));
  url = `file:${join(folder, "presets.db")}`;
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("openPresetStore", () => {
  it("puts one example into a new database, and never again", async () => {
    const first = await openPresetStore(url);
    const [example] = await first.list();
    expect(example).toMatchObject({ id: 1, name: examplePreset.name });
    expect(await first.delete(1)).toBe(true);
    first.close();

    const second = await openPresetStore(url);
    expect(await second.list()).toEqual([]);
    second.close();
  });

  it("names the file it can't open", async () => {
    await expect(openPresetStore(`file:${folder}/no/such/folder.db`)).rejects.toThrow(/folder\.db/);
  });
});

describe("PresetStore", () => {
  it("keeps presets over a restart", async () => {
    const first = await openPresetStore(url);
    const id = await first.create({ ...examplePreset, name: "Slow" });
    expect(await first.update(id, { ...examplePreset, name: "Slower" })).toBe(true);
    first.close();

    const second = await openPresetStore(url);
    expect(await second.get(id)).toEqual({ ...examplePreset, name: "Slower" });
    expect((await second.list()).map(({ name }) => name)).toEqual([examplePreset.name, "Slower"]);
    second.close();
  });

  it("says where there is no such preset", async () => {
    const store = await openPresetStore(url);
    expect(await store.get(99)).toBeUndefined();
    expect(await store.update(99, examplePreset)).toBe(false);
    expect(await store.delete(99)).toBe(false);
    store.close();
  });

  it.each([
    ["{", "it is no JSON"],
    [JSON.stringify({ ...examplePreset, cycles: [[{ angle: 200, speed: 1, dwell: 0 }]] }), "angle"],
  ])("refuses a stored %s by name", async (text, problem) => {
    const store = await openPresetStore(url);
    const client = createClient({ url });
    await client.execute("UPDATE presets SET preset = ?", [text]);
    client.close();
    await expect(store.get(1)).rejects.toThrow(StoredPresetError);
    await expect(store.get(1)).rejects.toThrow(problem);
    store.close();
  });
});
