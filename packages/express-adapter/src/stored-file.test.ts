import { describe, expect, it } from "vitest";
import { z } from "zod";
import { memoryStore } from "./memory-store.ts";
import { StoredFile } from "./stored-file.ts";
import type { UploadStore } from "./upload-store.ts";

async function stored(content: string, store: UploadStore = memoryStore()): Promise<StoredFile> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (const byte of Buffer.from(content)) yield Uint8Array.of(byte);
  }
  return new StoredFile(
    await store.save(chunks(), { name: "a.png", type: "image/png", owner: "ann" }),
    store,
  );
}

describe("StoredFile", () => {
  it("is a File", async () => {
    const file = await stored("čau");
    expect(file).toBeInstanceOf(File);
    expect([file.name, file.type, file.size]).toEqual(["a.png", "image/png", 4]);
    expect(await file.text()).toBe("čau");
    expect(Buffer.from(await file.arrayBuffer()).toString()).toBe("čau");
    expect(await new Response(file.stream()).text()).toBe("čau");
    expect(Math.abs(file.lastModified - Date.now())).toBeLessThan(10_000);
  });

  it("slices like a File", async () => {
    const content = "0123456789";
    const [file, real] = [await stored(content), new File([content], "a")];
    const ranges = [[], [2], [2, 5], [-3], [-5, -2], [5, 2], [0, 100], [-100, 3], [9, 10]];
    for (const [start, end] of ranges) {
      const [slice, expected] = [file.slice(start, end, "a/b"), real.slice(start, end, "a/b")];
      expect(await slice.text()).toBe(await expected.text());
      expect([slice.size, slice.type]).toEqual([expected.size, expected.type]);
      expect(await slice.slice(1, -1).text()).toBe(await expected.slice(1, -1).text());
    }
  });

  it("passes z.file() with its size and type", async () => {
    const file = await stored("12345");
    expect(z.file().min(5).max(5).mime("image/png").parse(file)).toBe(file);
    expect(z.file().max(4).safeParse(file).success).toBe(false);
    expect(z.file().min(6).safeParse(file).success).toBe(false);
    expect(z.file().mime("text/plain").safeParse(file).success).toBe(false);
  });

  it("leaves the store when discarded", async () => {
    const store = memoryStore();
    const file = await stored("a", store);
    await file.discard();
    expect(await store.find(file.id, "ann")).toBeUndefined();
  });
});
