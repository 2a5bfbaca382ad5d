import fs, { existsSync } from "node:fs";
import { mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { fileStore } from "./file-store.ts";
import { memoryStore } from "./memory-store.ts";
import type { Upload, UploadStore } from "./upload-store.ts";

/** Fills the disk until the test ends, or the result is called. On Linux, `/dev/full` acts as a full disk. */
function fillDisk(): () => void {
  const { createWriteStream } = fs;
  const full = vi.spyOn(fs, "createWriteStream").mockImplementation(() => createWriteStream("/dev/full"));
  syncBuiltinESMExports();
  const free = (): void => {
    full.mockRestore();
    syncBuiltinESMExports();
  };
  onTestFinished(free);
  return free;
}

const directory = await mkdtemp(join(tmpdir(), "uploads-"));
afterAll(() => rm(directory, { recursive: true }));
let count = 0;
const fresh = (): string => join(directory, String(count++), "deep");

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function* failing(): AsyncGenerator<Uint8Array> {
  yield Buffer.from("half");
  throw new Error("cut off");
}

async function textOf(upload: Upload, start = 0, end = upload.size): Promise<string> {
  const read: Uint8Array[] = [];
  for await (const chunk of upload.read(start, end)) read.push(chunk);
  return Buffer.concat(read).toString();
}

const details = { name: "ř.txt", type: "text/plain", owner: "ann" };

/** Tests for every store. */
describe.each<[string, (ttl?: string) => UploadStore]>([
  ["fileStore", (ttl = "1h") => fileStore({ directory: fresh(), ttl })],
  ["memoryStore", (ttl = "1h") => memoryStore({ ttl })],
])("%s", (_, makeStore) => {
  it("returns a saved file to its owner", async () => {
    const store = makeStore();
    const saved = await store.save(chunks("ab", "cde"), details);
    expect(saved).toMatchObject({ name: "ř.txt", type: "text/plain", size: 5 });
    expect(Math.abs(saved.lastModified - Date.now())).toBeLessThan(10_000);
    const found = await store.find(saved.id, "ann");
    expect(found).toMatchObject({ id: saved.id, name: "ř.txt", type: "text/plain", size: 5 });
    for (const upload of [saved, found ?? saved]) {
      expect(await textOf(upload)).toBe("abcde");
      expect(await textOf(upload, 1, 3)).toBe("bc");
      expect(await textOf(upload, 2, 2)).toBe("");
    }
  });

  it("keeps an empty file", async () => {
    const store = makeStore();
    const { id } = await store.save(chunks(), details);
    const found = await store.find(id, "ann");
    expect(found?.size).toBe(0);
    expect(found && (await textOf(found))).toBe("");
  });

  it("returns nothing to others, or for another id", async () => {
    const store = makeStore();
    const { id } = await store.save(chunks("a"), details);
    expect(await store.find(id, "bob")).toBeUndefined();
    for (const other of [
      "",
      "x",
      `${id}x`,
      "../../etc/passwd",
      `${id}.json`,
      id.toUpperCase(),
      "__proto__",
    ]) {
      expect(await store.find(other, "ann")).toBeUndefined();
      await store.remove(other);
    }
    expect(await store.find(id, "ann")).toBeDefined();
  });

  it("never gives an id twice", async () => {
    const store = makeStore();
    const saved = await Promise.all(Array.from({ length: 50 }, () => store.save(chunks("a"), details)));
    expect(new Set(saved.map(({ id }) => id)).size).toBe(50);
    expect(saved.every(({ id }) => id.length >= 22)).toBe(true);
  });

  it("removes a file, even twice", async () => {
    const store = makeStore();
    const { id } = await store.save(chunks("a"), details);
    await store.remove(id);
    await store.remove(id);
    expect(await store.find(id, "ann")).toBeUndefined();
  });

  it("passes on an error of the content", async () => {
    await expect(makeStore().save(failing(), details)).rejects.toThrow("cut off");
  });

  it("forgets expired files, and keeps files that are found in time", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const store = makeStore("1h");
    const lost = await store.save(chunks("a"), details);
    const kept = await store.save(chunks("b"), details);
    vi.setSystemTime(Date.now() + 40 * 60_000);
    expect(await store.find(kept.id, "ann")).toBeDefined();
    vi.setSystemTime(Date.now() + 40 * 60_000);
    expect(await store.find(lost.id, "ann")).toBeUndefined();
    expect(await store.find(kept.id, "ann")).toBeDefined();
  });

  it("refuses an invalid time to live", () => {
    for (const ttl of ["", "forever", "0s", "30 days"]) expect(() => makeStore(ttl)).toThrow(TypeError);
  });
});

describe("fileStore", () => {
  it("leaves no failed, expired or removed upload, and touches no other file", async () => {
    const home = fresh();
    const store = fileStore({ directory: home });
    await expect(store.save(failing(), details)).rejects.toThrow("cut off");
    expect(await readdir(home)).toEqual([]);
    const { id } = await store.save(chunks("a"), details);
    expect(await readdir(home)).toHaveLength(2);
    await store.remove(id);
    expect(await readdir(home)).toEqual([]);
    await fileStore({ directory: home, ttl: "100ms" }).save(chunks("a"), details);
    await writeFile(join(home, "other.txt"), "");
    await expect.poll(() => readdir(home)).toEqual(["other.txt"]);
  });

  it("reads and removes nothing outside its directory, whatever the id", async () => {
    const home = fresh();
    const store = fileStore({ directory: join(home, "uploads") });
    const { id } = await store.save(chunks("a"), details);
    for (const ending of ["data", "json"])
      await rename(join(home, "uploads", `${id}.${ending}`), join(home, `evil.${ending}`));
    expect(await store.find("../evil", "ann")).toBeUndefined();
    await store.remove("../evil");
    expect(await readdir(home)).toEqual(["evil.data", "evil.json", "uploads"]);
  });

  it("finds the files of another process in the same directory", async () => {
    const home = fresh();
    const { id } = await fileStore({ directory: home }).save(chunks("a"), details);
    expect(await fileStore({ directory: home }).find(id, "ann")).toMatchObject({ size: 1, name: "ř.txt" });
  });
});

/** Returns the bytes that stores count for a file. */
const counted = (size: number): number => size + 4096 + Buffer.byteLength(details.name + details.type);
const full = { name: "HttpError", status: 507 };

describe.each<[string, (limits: { maxTotal?: number; maxPerOwner?: number; ttl?: string }) => UploadStore]>([
  ["fileStore", (limits) => fileStore({ directory: fresh(), ...limits })],
  ["memoryStore", memoryStore],
])("%s that is full", (_, makeStore) => {
  it("refuses files past its total limit, until something is removed", async () => {
    const store = makeStore({ maxTotal: counted(4) });
    const { id } = await store.save(chunks("abcd"), details);
    for (const content of [[], ["d"]])
      await expect(store.save(chunks(...content), { ...details, owner: "bob" })).rejects.toMatchObject(full);
    await store.remove(id);
    await store.remove(id);
    await expect(store.save(chunks("ab", "cde"), details)).rejects.toMatchObject(full);
    await expect(store.save(failing(), details)).rejects.toThrow("cut off");
    const again = await store.save(chunks("ab", "cd"), details);
    expect(await textOf(again)).toBe("abcd");
  });

  it("refuses files past the limit of one person", async () => {
    const store = makeStore({ maxPerOwner: counted(4) });
    const { id } = await store.save(chunks("abcd"), details);
    await expect(store.save(chunks(), details)).rejects.toMatchObject(full);
    await store.save(chunks("abcd"), { ...details, owner: "bob" });
    await store.remove(id);
    await store.save(chunks("abcd"), details);
  });

  it("keeps its limits while many files arrive at once", async () => {
    const store = makeStore({ maxTotal: counted(1000) * 3 });
    const saved = await Promise.allSettled(
      Array.from({ length: 20 }, () => store.save(chunks(...Array<string>(100).fill("0123456789")), details)),
    );
    const took = saved.filter(({ status }) => status === "fulfilled").length;
    expect(took).toBeGreaterThan(0);
    expect(took).toBeLessThanOrEqual(3);
    for (const result of saved) {
      if (result.status === "rejected") expect(result.reason).toMatchObject(full);
      else await store.remove(result.value.id);
    }
    await store.save(chunks("a".repeat(1000)), details);
  });

  it("frees the room of expired files", async () => {
    const store = makeStore({ maxTotal: counted(4), ttl: "100ms" });
    await store.save(chunks("abcd"), details);
    const again = async (): Promise<number> =>
      store.save(chunks("abcd"), details).then(
        ({ size }) => size,
        () => 0,
      );
    await expect.poll(again).toBe(4);
  });

  it("refuses invalid limits", () => {
    expect(() => makeStore({ maxTotal: -1 })).toThrow("maxTotal");
    expect(() => makeStore({ maxPerOwner: Infinity })).toThrow("maxPerOwner");
  });
});

describe("fileStore that is full", () => {
  it("counts files from before a restart, also of other processes", async () => {
    const home = fresh();
    const before = fileStore({ directory: home });
    const kilobytes = (count: number) =>
      chunks(
        ..."x"
          .repeat(count)
          .split("")
          .map((x) => x.repeat(1000)),
      );
    const { id } = await before.save(kilobytes(100), details);
    await before.save(kilobytes(100), { ...details, owner: "bob" });
    await writeFile(join(home, `${"x".repeat(32)}.data`), "x".repeat(100_000)); // half of an upload
    await writeFile(join(home, `${"y".repeat(32)}.json`), '{"half');
    await writeFile(join(home, "other.txt"), "x".repeat(1_000_000));

    // Each file counts about 4 kB extra
    const after = fileStore({ directory: home, maxTotal: 500_000, maxPerOwner: 150_000 });
    await expect(after.save(kilobytes(50), details)).rejects.toMatchObject(full);
    const eve = { ...details, owner: "eve" };
    await after.save(kilobytes(140), eve);
    await expect(after.save(kilobytes(50), { ...details, owner: "joe" })).rejects.toMatchObject(full);
    await after.remove(id);
    await after.save(kilobytes(140), details);
  });

  it.skipIf(!existsSync("/dev/full"))("throws a 507 if the disk is full, and leaves nothing", async () => {
    const home = fresh();
    const store = fileStore({ directory: home });
    const free = fillDisk();
    await expect(store.save(chunks("a"), details)).rejects.toMatchObject({
      ...full,
      cause: { code: "ENOSPC" },
    });
    expect(await readdir(home)).toEqual([]);
    free();
    await store.save(chunks("a"), details);
  });
});
