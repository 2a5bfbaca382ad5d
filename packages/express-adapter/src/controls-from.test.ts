import { once } from "node:events";
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import type { Control } from "@turnform/schema";
import { describe, expect, it, onTestFinished } from "vitest";
import { controlsFromMessage, controlsFromRequest, type ControlsFromOptions } from "./controls-from.ts";
import { memoryStore } from "./memory-store.ts";
import { StoredFile } from "./stored-file.ts";
import { URLENCODED } from "./testing/serve.ts";

type Read = (url: string, init?: RequestInit, options?: ControlsFromOptions) => Promise<readonly Control[]>;

const fromRequest: Read = (path, init, options) =>
  controlsFromRequest(new Request(`http://localhost${path}`, init), options);

/** Calls `controlsFromMessage()` in a server, and passes its result or error back. */
const fromMessage: Read = async (path, init, options) => {
  const { promise, resolve, reject } = resolvers<readonly Control[]>();
  const server = createServer((req, res) => {
    const reading = controlsFromMessage(req, options);
    reading.finally(() => res.end()).catch(() => undefined);
    reading.then(resolve, reject);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  await Promise.race([fetch(`http://127.0.0.1:${port}${path}`, init), promise]);
  return promise;
};

function resolvers<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((res, rej) => {
    resolve = res;
    reject = rej;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

const posting = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => ({
  method: "POST",
  body,
  headers: { "Content-Type": URLENCODED, ...headers },
});

describe.each([
  ["controlsFromRequest", fromRequest],
  ["controlsFromMessage", fromMessage],
])("%s", (_name, read) => {
  it("reads posted controls in order", async () => {
    expect(await read("/?a=1", posting("day=10&day=&month=%C5%99&=+"))).toEqual([
      ["day", "10"],
      ["day", ""],
      ["month", "ř"],
      ["", " "],
    ]);
  });

  it("reads the query of GET", async () => {
    expect(await read("/search?q=a+b&q=")).toEqual([
      ["q", "a b"],
      ["q", ""],
    ]);
    expect(await read("/search", { method: "HEAD" })).toEqual([]);
  });

  it("returns no controls without a body", async () => {
    expect(await read("/?a=1", { method: "POST" })).toEqual([]);
    expect(await read("/", { method: "DELETE" })).toEqual([]);
  });

  it("inflates compressed bodies", async () => {
    const body = new Uint8Array(gzipSync("a=%2B"));
    expect(await read("/", posting(body, { "Content-Encoding": "gzip" }))).toEqual([["a", "+"]]);
  });

  it("throws the errors of controls()", async () => {
    const utf16 = { "Content-Type": `${URLENCODED}; charset=utf-16` };
    await expect(read("/", posting("a=1", utf16))).rejects.toMatchObject({ name: "HttpError", status: 415 });
    await expect(read("/", posting("{}", { "Content-Type": "application/json" }))).rejects.toMatchObject({
      status: 415,
    });
    await expect(read("/", posting("_charset_=latin1"))).rejects.toMatchObject({ status: 400 });
    const options = { limit: 10, maxPairs: 1 };
    await expect(read("/", posting("a=1&b=2"), options)).rejects.toMatchObject({
      option: "maxPairs",
      limit: 1,
    });
    await expect(read("/", posting("x".repeat(100)), options)).rejects.toMatchObject({
      option: "limit",
      status: 413,
    });
  });

  it("reads fields and files of multipart forms, in one order", async () => {
    const body = new FormData();
    body.append("a", "1\r\n2");
    body.append("file", new File(["hi"], "ř.txt", { type: "text/plain" }));
    body.append("a", "");
    const [first, [, file] = [], last] = await read("/", { method: "POST", body });
    expect([first, last]).toEqual([
      ["a", "1\r\n2"],
      ["a", ""],
    ]);
    if (!(file instanceof File)) throw new Error("There is no file");
    expect([file.name, file.type, await file.text()]).toEqual(["ř.txt", "text/plain", "hi"]);
  });

  it("limits multipart forms, and refuses unreadable ones", async () => {
    const body = new FormData();
    for (const name of ["a", "bb"]) body.append(name, "ccc");
    body.append("file", new File(["12345"], "a.txt"));
    const refusal = (options: ControlsFromOptions) => read("/", { method: "POST", body }, options);
    await expect(refusal({ limit: 5 })).rejects.toMatchObject({ option: "limit", limit: 5 });
    await expect(refusal({ maxPairs: 1 })).rejects.toMatchObject({ option: "maxPairs" });
    await expect(refusal({ maxNameLength: 1 })).rejects.toMatchObject({ option: "maxNameLength" });
    await expect(refusal({ maxValueLength: 2 })).rejects.toMatchObject({ option: "maxValueLength" });
    await expect(refusal({ maxUploadSize: 4 })).rejects.toMatchObject({
      option: "maxUploadSize",
      status: 413,
    });
    body.set("file", new Blob([new Uint8Array(10 * 1024 ** 2 + 1)]));
    await expect(refusal({})).rejects.toMatchObject({ option: "maxUploadSize", status: 413 });
    const noBoundary = posting("--x--", { "Content-Type": "multipart/form-data" });
    await expect(read("/", noBoundary)).rejects.toMatchObject({ status: 400 });
  });

  it("keeps uploads for their owner in a store", async () => {
    const uploads = memoryStore();
    const body = new FormData();
    body.append("upload", new File(["hi"], "a.txt"));
    const [[, stored] = []] = await read("/", { method: "POST", body }, { uploads, owner: "Ann" });
    if (!(stored instanceof StoredFile)) throw new Error("The file is not stored");
    const again = posting(`__upload__=${stored.id}`);
    const [[, kept] = []] = await read("/", again, { uploads, owner: "Ann" });
    expect(kept instanceof File && (await kept.text())).toBe("hi");
    expect(await read("/", again, { uploads, owner: "Bob" })).toEqual([]);
    await expect(read("/", again, { uploads })).rejects.toThrow("needs an owner");
  });

  it("refuses other sites' forms", async () => {
    await expect(read("/", posting("a=1", { "Sec-Fetch-Site": "cross-site" }))).rejects.toMatchObject({
      status: 403,
    });
    await expect(read("/", posting("a=1", { Origin: "https://example.org" }))).rejects.toMatchObject({
      status: 403,
    });
    expect(await read("/", posting("a=1", { "Sec-Fetch-Site": "same-origin" }))).toEqual([["a", "1"]]);
  });

  it("refuses invalid limits", async () => {
    await expect(read("/", posting("a=1"), { limit: Infinity })).rejects.toThrow(TypeError);
  });
});

describe("controlsFromRequest", () => {
  it("throws if the body was already read", async () => {
    const request = new Request("http://localhost/", posting("a=1"));
    await request.text();
    await expect(controlsFromRequest(request)).rejects.toThrow("The body was already read");
  });

  it("reads a body in several pieces", async () => {
    const body = new Blob(["a=1&", "b=2"]).stream();
    const init = { method: "POST", headers: { "Content-Type": URLENCODED }, body, duplex: "half" } as const;
    expect(await controlsFromRequest(new Request("http://localhost/", init))).toEqual([
      ["a", "1"],
      ["b", "2"],
    ]);
  });
});
