/** Runs the store of docs/recipes/uploads-to-s3.md on a server with the interface of S3. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UploadStore } from "@turnform/express-adapter";
import { folderNamed, folderOf, writePage } from "./folder.ts";
import { readPage } from "./page.ts";
import { bucketServer, keys } from "./s3-server.ts";

const page = readPage("docs/recipes/uploads-to-s3.md");
const folder = folderNamed("uploads-to-s3");
writePage(folderOf(folder, page), page);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bucket = bucketServer();
let store: UploadStore;
beforeAll(async () => {
  const { s3Store } = await import(/* @vite-ignore */ `${folderOf(folder, page)}s3-store.ts`);
  store = s3Store({ ...keys, bucket: bucket() });
});

async function* chunks(...sizes: number[]): AsyncGenerator<Uint8Array> {
  for (const [index, size] of sizes.entries()) yield new Uint8Array(size).fill(index + 1);
}

async function textOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const read: Uint8Array[] = [];
  for await (const chunk of content) read.push(chunk);
  return Buffer.concat(read);
}

const details = { name: "žába.txt", type: "text/plain", owner: "Ann" };

describe("s3Store", () => {
  it.each([[[]], [[3, 2]], [[9_000_000, 7_000_000, 5]]])(
    "saves, finds, reads and removes a file of %s bytes",
    async (sizes) => {
      const saved = await store.save(chunks(...sizes), details);
      const expected = await textOf(chunks(...sizes));
      expect(saved).toMatchObject({ name: "žába.txt", type: "text/plain", size: expected.length });
      const found = await store.find(saved.id, "Ann");
      expect(found).toMatchObject({
        id: saved.id,
        name: "žába.txt",
        type: "text/plain",
        size: expected.length,
      });
      expect((await textOf(found?.read(0, expected.length) ?? chunks())).equals(expected)).toBe(true);
      expect(await textOf(saved.read(1, Math.min(4, expected.length)))).toEqual(expected.subarray(1, 4));
      await store.remove(saved.id);
      expect(await store.find(saved.id, "Ann")).toBeUndefined();
      await store.remove(saved.id);
    },
  );

  it("gives a file to its owner only", async () => {
    const { id } = await store.save(chunks(1), details);
    expect(await store.find(id, "Bob")).toBeUndefined();
    for (const odd of ["", "../x", `${id}?acl`]) expect(await store.find(odd, "Ann")).toBeUndefined();
  });

  it.each([1, 9_000_000])("leaves nothing of an upload that breaks off after %s bytes", async (size) => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(size);
      throw new Error("broken off");
    }
    await expect(store.save(broken(), details)).rejects.toThrow("broken off");
  });
});
