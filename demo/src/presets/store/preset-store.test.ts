import { Readable } from "node:stream";
import { createClient } from "@libsql/client";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { temporaryDatabase } from "../../testing/temporary-database.ts";
import { FullStoreError, MOST_PRESETS } from "./preset-store.ts";
import { StoredPresetError } from "./stored-preset.ts";
import { openTestStore, productTour } from "../../testing/test-store.ts";

let url: string;
beforeEach(() => {
  const database = temporaryDatabase();
  ({ url } = database);
  return database.remove;
});

describe("PresetStore", () => {
  it("keeps presets after a restart", async () => {
    const first = await openTestStore(url);
    const id = await first.create({ ...productTour, name: "Slow" });
    expect(await first.update(id, 1, { ...productTour, name: "Slower" })).toBe("saved");
    await first.close();

    const second = await openTestStore(url);
    expect(await second.get(id)).toMatchObject({
      id,
      version: 2,
      preset: { ...productTour, name: "Slower" },
    });
    expect((await second.list()).map(({ name }) => name)).toEqual([productTour.name, "Slower"]);
    await second.close();
  });

  it("lists presets that it can't read, so that they can be deleted", async () => {
    const store = await openTestStore(url);
    const other = createClient({ url });
    await other.execute("UPDATE presets SET preset = '{', updated_at = 'yesterday'");
    await store.create({ ...productTour, name: "Slow" });
    await other.execute("INSERT INTO presets (name, preset, updated_at) VALUES (x'00ff', '{', '')");
    expect((await store.list()).map(({ id, name, updatedAt }) => [id, name, typeof updatedAt])).toEqual([
      [1, productTour.name, "undefined"],
      [2, "Slow", "string"],
      [3, "(no text)", "undefined"],
    ]);
    await expect(Readable.from(store.all()).toArray()).rejects.toThrow(
      "Preset 1 in the database can't be read: it is not JSON",
    );
    other.close();
    await store.close();
  });

  it("reports an unknown preset", async () => {
    const store = await openTestStore(url);
    expect(await store.get(99)).toBeUndefined();
    expect(await store.update(99, 1, productTour)).toBe("gone");
    expect(await store.delete(99)).toBe(false);
    await store.close();
  });

  it("overwrites only the version that was edited", async () => {
    const [mine, theirs] = await Promise.all([openTestStore(url), openTestStore(url)]);
    const outcomes = await Promise.all([
      mine.update(1, 1, { ...productTour, name: "Mine" }),
      theirs.update(1, 1, { ...productTour, name: "Theirs" }),
    ]);
    expect(outcomes.toSorted()).toEqual(["changed", "saved"]);
    expect(await mine.get(1)).toMatchObject({
      version: 2,
      name: outcomes[0] === "saved" ? "Mine" : "Theirs",
    });
    await Promise.all([mine.close(), theirs.close()]);
  });

  it("adds several presets at once, all or none", async () => {
    const store = await openTestStore(url);
    await store.createAll(Array.from({ length: MOST_PRESETS - 2 }, () => productTour));
    await expect(store.createAll([productTour, productTour])).rejects.toThrow(FullStoreError);
    expect(await store.list()).toHaveLength(MOST_PRESETS - 1);
    await store.create(productTour);
    await expect(store.create(productTour)).rejects.toThrow("No room for another preset: the limit is 1000");
    expect(await Readable.from(store.all()).toArray()).toHaveLength(MOST_PRESETS);
    await store.close();
  });

  it("waits for another process's transaction without blocking, and writes once", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
    onTestFinished(() => void vi.useRealTimers());
    const store = await openTestStore(url);
    const other = createClient({ url, timeout: 0 });
    const theirs = await other.transaction("write");
    await theirs.execute("UPDATE presets SET name = 'Theirs'");
    const saves = [store.create(productTour), store.create(productTour), store.update(1, 1, productTour)];
    const reads = [store.list(), store.list()];
    const started = performance.now();
    await vi.advanceTimersByTimeAsync(300);
    expect(performance.now() - started).toBeLessThan(2_000);
    await theirs.commit();
    expect(await Promise.all(saves)).toEqual([expect.any(Number), expect.any(Number), "saved"]);
    expect((await Promise.all(reads)).map(({ length }) => length > 0)).toEqual([true, true]);
    expect(await store.list()).toHaveLength(3);
    // The refused statements no longer lock the file.
    await other.execute("UPDATE presets SET name = 'Theirs'");

    const reading = await other.transaction("read");
    await reading.execute("SELECT * FROM presets");
    const saving = store.create(productTour);
    await vi.advanceTimersByTimeAsync(100);
    await reading.rollback();
    await saving;
    expect(await store.list()).toHaveLength(4);
    await other.execute("UPDATE presets SET name = 'Theirs'");
    other.close();
    await store.close();
  });

  it("finishes its writes before it closes", async () => {
    const store = await openTestStore(url);
    const saving = store.update(1, 1, { ...productTour, name: "Last" });
    await store.close();
    expect(await saving).toBe("saved");
  });

  it.each([
    ["{", "it is not JSON"],
    [JSON.stringify({ ...productTour, cycles: [[{ angle: 200, speed: 1, dwell: 0 }]] }), "angle"],
  ])("rejects with a StoredPresetError for the stored text %s", async (text, problem) => {
    const store = await openTestStore(url);
    const client = createClient({ url });
    await client.execute("UPDATE presets SET preset = ?", [text]);
    client.close();
    await expect(store.get(1)).rejects.toThrow(StoredPresetError);
    await expect(store.get(1)).rejects.toThrow(problem);
    await store.close();
  });
});
