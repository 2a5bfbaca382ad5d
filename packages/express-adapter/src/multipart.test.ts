import { Readable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import type { Control } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { type FileTaker, type MultipartLimits, readMultipart } from "./multipart.ts";
import { memoryHeldBy } from "./testing/held-memory.ts";

const LIMITS: MultipartLimits = {
  limit: 2 ** 20,
  maxPairs: 10_000,
  maxNameLength: 1000,
  maxValueLength: 2 ** 20,
  maxPartHeaderSize: 8192,
  maxFiles: 1000,
  maxFileSize: 2 ** 20,
  maxUploadSize: 2 ** 30,
};

function read(
  body: Iterable<string>,
  limits: Partial<MultipartLimits> = {},
  take?: FileTaker,
): Promise<Control[]> {
  const type = "multipart/form-data; boundary=xx";
  const chunks = Readable.from(bytesOf(body), { objectMode: false, highWaterMark: 1 });
  return readMultipart(chunks, type, { ...LIMITS, ...limits }, take, new AbortController().signal);
}

function* bytesOf(texts: Iterable<string>): Generator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}

const part = (disposition: string, content: string, more = ""): string =>
  `--xx\r\nContent-Disposition: form-data; ${disposition}\r\n${more}\r\n${content}\r\n`;
const END = "--xx--\r\n";
const empty = (more = ""): string => part('name="f"; filename=""', "", more);

/** Reads a file, and keeps nothing of it. */
const forget: FileTaker = {
  async save(content, name) {
    for await (const _ of content);
    return new File([], name);
  },
  async discard() {},
};

describe("readMultipart", () => {
  it("counts headers and files without content towards the limit", async () => {
    const type = `Content-Type: ${"x".repeat(5000)}\r\n`;
    const refused = { option: "limit", limit: 2 ** 20 };
    await expect(read([empty(type).repeat(300), END], {}, forget)).rejects.toMatchObject(refused);
    await expect(read([empty().repeat(300), END], { limit: 10_000 }, forget)).rejects.toMatchObject({
      option: "limit",
    });
    expect(await read([empty(type).repeat(100), END], {}, forget)).toHaveLength(100);
  });

  it.each([
    ["before the first boundary", ["x".repeat(200_000), "\r\n", part('name="a"', "1"), END]],
    ["after the last boundary", [part('name="a"', "1"), END, "x".repeat(200_000)]],
    ["of a boundary", [part('name="a"', "1"), `--xx${" ".repeat(5000)}`, part('name="b"', "").slice(4), END]],
  ])("counts bytes %s towards the limit", async (_, body) => {
    expect((await read(body))[0]).toEqual(["a", "1"]);
    await expect(read(body, { limit: 2000 }, forget)).rejects.toMatchObject({ option: "limit" });
  });

  it("refuses a part's header past its limit, complete or not", async () => {
    const refused = { option: "maxPartHeaderSize", limit: 8192, status: 413 };
    for (const header of ["X: ".padEnd(9000, "x"), "X: 1\r\n".repeat(2000), "x".repeat(9000)]) {
      await expect(read([part('name="a"', "", `${header}\r\n`), END])).rejects.toMatchObject(refused);
      await expect(read([`--xx\r\n${header}`])).rejects.toMatchObject(refused);
    }
  });

  it.each([
    ["a line that is no header", part('name="a"', "1", "X\r\n")],
    ["a bare line break", part('name="a\nb"', "1")],
    ["a longer boundary", part('name="a"', "1").replace("--xx", "--xxx")],
    ["a header on the line of a boundary", part('name="a"', "1").replace("--xx\r\n", "--xx")],
  ])("refuses %s", async (_, body) => {
    await expect(read([body, END])).rejects.toMatchObject({ status: 400 });
  });

  it("returns texts that keep no header or body in memory", async () => {
    const filler = `X: ${"x".repeat(7000)}\r\n`;
    const one = part('name="a-name-of-28-letters-or-so-"', "v".repeat(20), filler);
    const other = empty(`Content-Type: application/x-of-28-letters\r\n${filler}`);
    function* body(): Generator<string> {
      for (let count = 0; count < 1000; count++) yield one + other;
      yield END;
    }
    const held = await memoryHeldBy(() => read(body(), { limit: 2 ** 26 }));
    expect(held / 2 ** 20).toBeLessThan(5); // 14, were headers held
  });

  it("reads nothing ahead while a file is being stored", async () => {
    let sent = 0;
    let stored = 0;
    let ahead = 0;
    function* body(): Generator<string> {
      for (; sent < 500; sent++) yield part('name="f"; filename="f"', "x".repeat(10_000));
      yield END;
    }
    const slow: FileTaker = {
      ...forget,
      async save(content, name, type) {
        for (let turns = 0; turns < 20; turns++) await turn();
        ahead = Math.max(ahead, sent - stored++);
        return forget.save(content, name, type);
      },
    };
    expect(await read(body(), {}, slow)).toHaveLength(500);
    expect(ahead).toBeLessThan(10);
  });

  it("finds a boundary wherever two long chunks meet", async () => {
    const sizes: number[] = [];
    const measuring: FileTaker = {
      ...forget,
      async save(content, name) {
        let size = 0;
        for await (const chunk of content) size += chunk.length;
        sizes.push(size);
        return new File([], name);
      },
    };
    const first = part('name="f"; filename="f"', "x".repeat(10_000));
    const body = `${first}${part('name="g"; filename="g"', "y".repeat(10_000))}${END}`;
    for (let at = first.length - 20; at < first.length + 20; at++)
      expect(await read([body.slice(0, at), body.slice(at)], {}, measuring)).toHaveLength(2);
    expect(sizes).toEqual(Array(80).fill(10_000));
  });

  it("continues after a file that the store reads only in part", async () => {
    const few: FileTaker = {
      ...forget,
      async save(content, name) {
        for await (const _ of content) break;
        return new File([], name);
      },
    };
    const body = [
      '--xx\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n',
      "1",
      "2",
      "3\r\n",
    ];
    const controls = await read([...body, part('name="a"', "1"), END], {}, few);
    expect(controls.map(([name]) => name)).toEqual(["f", "a"]);
  });
});
