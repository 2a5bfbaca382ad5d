import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import express, { type ErrorRequestHandler, type Express } from "express";
import { afterAll, describe, expect, it, vi } from "vitest";
import { controls, type ControlsOptions } from "./controls.ts";
import { fileStore } from "./file-store.ts";
import { formErrors } from "./form-errors.ts";
import { HttpError } from "./http-error.ts";
import { memoryStore } from "./memory-store.ts";
import { StoredFile } from "./stored-file.ts";
import { post, serve } from "./testing/serve.ts";

const home = await mkdtemp(join(tmpdir(), "uploads-"));
afterAll(() => rm(home, { recursive: true }));
let count = 0;
const freshDirectory = (): string => join(home, String(count++));
const left = (directory: string): Promise<string[]> => readdir(directory).catch(() => []);

const report: ErrorRequestHandler = (error: Error, _req, res, _next) => {
  const status = error instanceof HttpError ? error.status : 500;
  res.status(status).json(Object.assign({ message: error.message }, error));
};

/** Creates an app that answers with the controls, and the content of files. `/discard` removes the files from the store. */
function echo(options: ControlsOptions = {}, directory?: string): Express {
  const app = express();
  app.use(controls({ ...(directory && { uploads: fileStore({ directory }) }), ...options }));
  app.post("/{*path}", async (req, res) => {
    const answer: unknown[] = [];
    for (const [name, value] of req.controls) {
      if (typeof value === "string") answer.push([name, value]);
      else
        answer.push([
          name,
          { name: value.name, type: value.type, text: await value.text(), id: idOf(value) },
        ]);
      if (req.path === "/discard" && value instanceof StoredFile) await value.discard();
    }
    res.json(answer);
  });
  return app.use(report);
}

const idOf = (file: File): string | undefined => (file instanceof StoredFile ? file.id : undefined);
/** Returns the files of an answer. The cast is safe: the app above wrote the answer. */
async function filesOf(response: Response): Promise<{ name: string; text: string; id: string }[]> {
  const controls = (await response.json()) as [string, string | { name: string; text: string; id: string }][];
  return controls.flatMap(([, value]) => (typeof value === "string" ? [] : value));
}

const type = "multipart/form-data; boundary=xx";

/** Returns a multipart body of parts, each a header and a content. */
function bodyOf(...parts: [disposition: string, content: string, headers?: string][]): string {
  const written = parts.map(
    ([disposition, content, headers = ""]) =>
      `--xx\r\nContent-Disposition: form-data; ${disposition}\r\n${headers}\r\n${content}\r\n`,
  );
  return `${written.join("")}--xx--\r\n`;
}

const send = (url: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  post(url, body, { "Content-Type": type, ...headers });
const form = (...entries: [string, string | File][]): FormData => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

/** Opens a connection, and sends the beginning of a form with a file. */
async function begin(url: string, content = "x".repeat(100_000)): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  const body = bodyOf(['name="a"', "1"], ['name="f"; filename="f"', content]);
  socket.write(
    `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${body.length + 100}\r\n\r\n${body.slice(0, -20)}`,
  );
  return socket;
}

describe("controls with multipart/form-data", () => {
  it("reads fields and files in one order, for any chunks of the body", async () => {
    const directory = freshDirectory();
    const url = await serve(echo({}, directory));
    const body = Buffer.from(
      bodyOf(
        ['name="a"', ""],
        ['name="f"; filename="one.txt"', "first\r\n--x", "Content-Type: text/x\r\n"],
        ['name="a"', "ř\r\n--x-not"],
        ['name="f"; filename="C:\\dir\\two"', ""],
        ['name="q%22\\%0D%0A"', "q"],
        ['name="f"; filename=""', "", "Content-Type: application/octet-stream\r\n"],
        ['name=""', "end"],
      ),
    );
    const id = expect.stringMatching(/^[\w-]{32}$/);
    const expected = [
      ["a", ""],
      ["f", { name: "one.txt", type: "text/x", text: "first\r\n--x", id }],
      ["a", "ř\r\n--x-not"],
      ["f", { name: "two", type: "text/plain", text: "", id }],
      ['q"\\\r\n', "q"],
      ["f", { name: "", type: "application/octet-stream", text: "" }],
      ["", "end"],
    ];
    expect(await (await send(url, Uint8Array.from(body))).json()).toEqual(expected);
    for (const step of [1, 2, 3, 7, 50]) {
      const { port } = new URL(url);
      const socket = connect(Number(port), "127.0.0.1").setNoDelay(true);
      socket.write(
        `POST /discard HTTP/1.0\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`,
      );
      for (let at = 0; at < body.length; at += step) {
        socket.write(body.subarray(at, at + step));
        if (at % 21 === 0) await turn();
      }
      let answer = "";
      for await (const chunk of socket) answer += String(chunk);
      expect(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n")))).toEqual(expected);
    }
    expect(await left(directory)).toHaveLength(4);
  });

  it.each(["../../evil", "/etc/evil", "..\\evil", "..", ".", "evil\0.txt", "evil%0D%0A", "x".repeat(1000)])(
    "stores a file named %j under its id",
    async (filename) => {
      const directory = freshDirectory();
      const url = await serve(echo({}, directory));
      const response = await send(url, bodyOf([`name="f"; filename="${filename}"`, "x"]));
      expect(response.status).toBe(200);
      const [file] = await filesOf(response);
      expect(file?.name).not.toMatch(/[/\\]/);
      expect((await left(directory)).toSorted()).toEqual([`${file?.id}.data`, `${file?.id}.json`]);
    },
  );

  it("reads FormData sent by fetch", async () => {
    const url = await serve(echo({}, freshDirectory()));
    const data = form(["š", "1"], ["file", new File(["ab"], 'š"\n.txt', { type: "text/csv" })], ["š", "2"]);
    expect(await (await fetch(url, { method: "POST", body: data })).json()).toEqual([
      ["š", "1"],
      ["file", { name: 'š"\n.txt', type: "text/csv", text: "ab", id: expect.any(String) }],
      ["š", "2"],
    ]);
    expect(await (await fetch(url, { method: "POST", body: new FormData() })).json()).toEqual([]);
  });

  it("refuses files without a store, but reads forms without files", async () => {
    const url = await serve(echo());
    expect(await (await send(url, bodyOf(['name="a"', "1"], ['name="f"; filename=""', ""]))).json()).toEqual([
      ["a", "1"],
      ["f", { name: "", type: "text/plain", text: "" }],
    ]);
    const refused = await send(url, bodyOf(['name="f"; filename="x"', "x"]));
    expect(refused.status).toBe(415);
    expect(await refused.json()).toMatchObject({ message: expect.stringContaining("no store") });
  });

  it.each<[string, number, string, Record<string, string>?]>([
    ["no parts", 400, "nothing"],
    ["no end", 400, bodyOf(['name="a"', "1"]).slice(0, -6)],
    ["a file cut off", 400, bodyOf(['name="f"; filename="f"', "1".repeat(100_000)]).slice(0, -1000)],
    ["a part without a name", 400, bodyOf(["filename=f", "1"])],
    ["a part without headers", 400, "--xx\r\n\r\n1\r\n--xx--\r\n"],
    ["a part with half a header", 400, "--xx\r\nX: 1\r\n--xx--\r\n"],
    ["an open quote", 400, bodyOf(['name="a', "1"])],
    ["no boundary", 400, bodyOf(['name="a"', "1"]), { "Content-Type": "multipart/form-data" }],
    ["another charset", 415, bodyOf(['name="a"', "1"]), { "Content-Type": `${type}; charset=latin1` }],
    [
      "a part in another charset",
      415,
      bodyOf(['name="a"', "1", "Content-Type: text/plain; charset=latin1\r\n"]),
    ],
    ["a part in base64", 415, bodyOf(['name="a"', "1", "Content-Transfer-Encoding: base64\r\n"])],
    [
      "another _charset_ after a file",
      400,
      bodyOf(['name="f"; filename="f"', "1"], ['name="_charset_"', "latin1"]),
    ],
    [
      "another multipart type",
      415,
      bodyOf(['name="a"', "1"]),
      { "Content-Type": "multipart/mixed; boundary=xx" },
    ],
  ])("refuses %s with %i, and keeps nothing", async (_, status, body, headers) => {
    const directory = freshDirectory();
    const url = await serve(echo({}, directory));
    const response = await send(url, body, headers);
    expect(response.status).toBe(status);
    expect(await left(directory)).toEqual([]);
    expect((await send(url, bodyOf(['name="a"', "1"]))).status).toBe(200);
  });

  it("refuses a compressed body", async () => {
    const url = await serve(echo());
    const body = Uint8Array.from(gzipSync(bodyOf(['name="a"', "1"])));
    expect((await send(url, body, { "Content-Encoding": "gzip" })).status).toBe(415);
  });

  const file = (name: string, size: number): [string, string] => [
    `name="f"; filename="${name}"`,
    "x".repeat(size),
  ];
  it.each<[ControlsOptions, [string, string][], object]>([
    [
      { limit: 10 },
      [
        ['name="a"', "12345"],
        ['name="b"', "12345"],
      ],
      { option: "limit", limit: 10 },
    ],
    [
      { maxPairs: 2 },
      [file("f", 9), ['name="a"', ""], ['name="b"', ""]],
      {
        option: "maxPairs",
        limit: 2,
        actual: 3,
        message: "The form has at least 3 controls; at most 2 are allowed",
      },
    ],
    [{ maxNameLength: 3 }, [['name="abcd"', ""]], { option: "maxNameLength", limit: 3, actual: 4 }],
    [{ maxNameLength: 3 }, [file("abcd", 3)], { option: "maxNameLength", limit: 3, actual: 4 }],
    [
      { maxValueLength: 3 },
      [file("f", 9), ['name="a"', "1234"]],
      { option: "maxValueLength", limit: 3, actual: 4 },
    ],
    [
      { maxPartHeaderSize: 100 },
      [file("f", 1), [`name="${"a".repeat(100)}"`, ""]],
      { option: "maxPartHeaderSize", limit: 100 },
    ],
    [{ maxFiles: 1 }, [file("f", 1), file("g", 1)], { option: "maxFiles", limit: 1, actual: 2 }],
    [
      { maxFileSize: "1kb" },
      [file("f", 1), file("g", 2000)],
      { option: "maxFileSize", limit: 1024, actual: 2000 },
    ],
    [
      { maxUploadSize: 1500, limit: "2kb" },
      [file("f", 1000), file("g", 1000)],
      {
        option: "maxUploadSize",
        limit: 1500,
        message: expect.stringMatching(
          /^The files of the form have at least .+ kB; at most 1\.46 kB are allowed$/,
        ),
      },
    ],
    [{ maxUploadSize: 100, limit: 1000 }, [file("f", 100_000)], { option: expect.any(String) }],
  ])("enforces the limits %j", async (options, parts, error) => {
    const directory = freshDirectory();
    const url = await serve(echo(options, directory));
    const response = await send(url, bodyOf(...parts));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ name: "LimitError", ...error });
    expect(await left(directory)).toEqual([]);
  });

  it("answers a client that still sends a file past the limit, and keeps its connection", async () => {
    const directory = freshDirectory();
    const url = await serve(echo({ maxFileSize: "10kb" }, directory));
    expect((await send(url, bodyOf(file("f", 20_000_000)))).status).toBe(413);
    expect((await send(url, bodyOf(file("f", 1)))).status).toBe(200);
    expect(await left(directory)).toHaveLength(2);
  });

  it("shows a page if there is no room for a file", async () => {
    const uploads = memoryStore({ maxPerOwner: "10kb" });
    const url = await serve(express().use(controls({ uploads }), formErrors()));
    const response = await send(url, bodyOf(file("f", 20_000)), { Accept: "text/html" });
    expect([response.status, await response.text()]).toEqual([
      507,
      expect.stringMatching(/Insufficient Storage.*no room for more of your files/s),
    ]);
  });

  it("answers a slow client with 408, and keeps nothing", async () => {
    const directory = freshDirectory();
    const uploads = fileStore({ directory });
    const save = vi.spyOn(uploads, "save");
    const socket = await begin(await serve(echo({ uploads, receiveTimeout: "300ms" })));
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1.1 408 /);
    expect(String(answer)).toMatch(/Connection: close/i);
    await once(socket, "close");
    expect(save).toHaveBeenCalledOnce();
    expect(await left(directory)).toEqual([]);
  });

  it("removes aborted uploads, and leaves no file open", async () => {
    const directory = freshDirectory();
    const url = await serve(echo({}, directory));
    const open = async (): Promise<number> => (await readdir("/proc/self/fd").catch(() => [])).length;
    const before = await open();
    for (let round = 0; round < 3; round++) {
      const sockets = await Promise.all(Array.from({ length: 20 }, () => begin(url)));
      await expect.poll(() => left(directory)).toHaveLength(20);
      for (const socket of sockets) socket.destroy();
      await expect.poll(() => left(directory)).toEqual([]);
    }
    await expect.poll(open).toBeLessThanOrEqual(before + 2);
  });

  it("keeps 100 simultaneous uploads apart, and discards all of them", async () => {
    const directory = freshDirectory();
    const url = await serve(echo({}, directory));
    const answers = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const content = `${index}-`.repeat(20_000);
        const body = form(["n", String(index)], ["f", new File([content], `${index}`)], ["end", "x"]);
        const response = await fetch(`${url}/discard`, { method: "POST", body });
        return (await filesOf(response))[0]?.text === content;
      }),
    );
    expect(answers).toEqual(Array(100).fill(true));
    expect(await left(directory)).toEqual([]);
  });
});

describe("controls with kept uploads", () => {
  const keep = (id: string): FormData => form(["a", "1"], ["__upload__", id], ["b", "2"]);

  it("puts a person's upload back in its place, but nobody else's", async () => {
    const url = await serve(echo({}, freshDirectory()));
    const stored = await fetch(url, { method: "POST", body: form(["f", new File(["ab"], "a.txt")]) });
    const [cookie = "", ...flags] = stored.headers.get("Set-Cookie")?.split("; ") ?? [];
    expect(cookie).toMatch(/^turnform_owner=[\w-]{72}$/);
    expect(flags.toSorted()).toEqual(["HttpOnly", "Path=/", "SameSite=Lax"]);
    const id = (await filesOf(stored))[0]?.id ?? "";

    const again = async (
      body: FormData | URLSearchParams,
      headers: Record<string, string>,
    ): Promise<unknown> => {
      const response = await fetch(url, { method: "POST", body, headers });
      expect(response.headers.get("Set-Cookie")).toBeNull();
      return response.json();
    };
    const back = [
      ["a", "1"],
      ["__upload__", { name: "a.txt", type: "application/octet-stream", text: "ab", id }],
      ["b", "2"],
    ];
    expect(await again(keep(id), { Cookie: `other=1; ${cookie}; x=y` })).toEqual(back);
    expect(await again(new URLSearchParams({ a: "1", __upload__: id, b: "2" }), { Cookie: cookie })).toEqual(
      back,
    );

    const dropped = [back[0], back[2]];
    const other = `turnform_owner=${"A".repeat(72)}`;
    for (const headers of [{}, { Cookie: other }, { Cookie: `${cookie}x` }]) {
      expect(await again(keep(id), headers)).toEqual(dropped);
    }
    expect(await again(keep("../x"), { Cookie: cookie })).toEqual(dropped);
  });

  it("uses the owners that the app names", async () => {
    const owner: ControlsOptions["owner"] = (req) => req.get("X-User") ?? "";
    const url = await serve(echo({ owner }, freshDirectory()));
    const as = async (user: string, body: FormData): Promise<Response> =>
      fetch(url, { method: "POST", body, headers: { "X-User": user } });
    const stored = await as("ann", form(["f", new File(["ab"], "a.txt")]));
    expect(stored.headers.get("Set-Cookie")).toBeNull();
    const id = (await filesOf(stored))[0]?.id ?? "";
    expect(await (await as("ann", keep(id))).json()).toHaveLength(3);
    expect(await (await as("bob", keep(id))).json()).toHaveLength(2);
  });

  it("counts kept and new files separately, since a new one may replace a kept one", async () => {
    const directory = freshDirectory();
    const url = await serve(echo({ maxFiles: 1 }, directory));
    const stored = await fetch(url, { method: "POST", body: form(["f", new File(["ab"], "a.txt")]) });
    const headers = { Cookie: stored.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
    const id = (await filesOf(stored))[0]?.id ?? "";
    const replacing = form(["__upload__", id], ["f", new File(["cd"], "b.txt")]);
    const both = await fetch(url, { method: "POST", headers, body: replacing });
    expect(both.status).toBe(200);
    expect((await filesOf(both)).map((kept) => kept.text)).toEqual(["ab", "cd"]);

    const before = await left(directory);
    const tooMany = form(["__upload__", id], ["__upload__", id], ["f", new File(["ef"], "c.txt")]);
    const refused = await fetch(url, { method: "POST", headers, body: tooMany });
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ option: "maxFiles", limit: 1, actual: 2 });
    expect(await left(directory)).toEqual(before);
  });
});
