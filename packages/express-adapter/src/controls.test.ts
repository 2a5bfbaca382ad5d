import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import express, { type ErrorRequestHandler, type Express } from "express";
import { describe, expect, it } from "vitest";
import { controls, type ControlsOptions } from "./controls.ts";
import { HttpError } from "./http-error.ts";
import { post, serve, URLENCODED } from "./testing/serve.ts";

/** Answers with the fields of an error. */
const report: ErrorRequestHandler = (error: Error, _req, res, _next) => {
  const status = error instanceof HttpError ? error.status : 500;
  res.status(status).json(Object.assign({ message: error.message }, error));
};

/** Creates an app that answers with the controls. */
function echo(options?: ControlsOptions, before: (app: Express) => void = () => {}): Express {
  const app = express();
  before(app);
  app.use(controls(options));
  app.all("/body", (req, res) => void res.json({ body: req.body }));
  app.all("/{*path}", (req, res) => void res.json(req.controls));
  return app.use(report);
}

const json = async (response: Promise<Response>): Promise<unknown> => (await response).json();

describe("controls", () => {
  it("reads the controls of a body in order, with repeats and blanks", async () => {
    const url = await serve(echo());
    expect(await json(post(url, "b=1&a=&b=%C5%99+x&=&__start__=m%3Amapping"))).toEqual([
      ["b", "1"],
      ["a", ""],
      ["b", "ř x"],
      ["", ""],
      ["__start__", "m:mapping"],
    ]);
  });

  it("reads raw bytes, valid UTF-8 or not", async () => {
    const url = await serve(echo());
    expect(await json(post(url, Uint8Array.of(0x61, 0x3d, 0xff, 0xc5, 0x99)))).toEqual([["a", "\ufffdř"]]);
  });

  it("refuses a body that takes too long with 408", async () => {
    const url = new URL(await serve(echo({ receiveTimeout: "100ms" })));
    const socket = connect(Number(url.port), url.hostname);
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${URLENCODED}\r\nContent-Length: 9\r\n\r\na=1`);
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1.1 408 /);
    await once(socket, "close");
  });

  it.each([URLENCODED, "multipart/form-data; boundary=x"])(
    "does not wait for a sender who left earlier (%s)",
    async (type) => {
      const app = express();
      app.use((req, _res, next) => {
        req.once("close", next);
        socket.destroy();
      });
      app.use(controls());
      const failed = new Promise<unknown>((resolve) => {
        app.use(((error, _req, _res, _next) => resolve(error)) satisfies ErrorRequestHandler);
      });
      const url = new URL(await serve(app));
      const socket = connect(Number(url.port), url.hostname);
      socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 9\r\n\r\na=1`);
      expect(await failed).toMatchObject({
        status: 400,
        message: expect.stringContaining("could not be read"),
      });
    },
  );

  it("takes the controls of GET from the query", async () => {
    const url = await serve(echo());
    expect(await json(fetch(`${url}/days?q=a+b&q=&x=1?2`))).toEqual([
      ["q", "a b"],
      ["q", ""],
      ["x", "1?2"],
    ]);
    expect(await json(fetch(url))).toEqual([]);
  });

  it("answers HEAD", async () => {
    const response = await fetch(`${await serve(echo())}?q=1`, { method: "HEAD" });
    expect(response.headers.get("Content-Length")).toBe(String('[["q","1"]]'.length));
  });

  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
    ["GZIP", gzipSync],
    ["identity", (body: string) => Buffer.from(body)],
  ])("inflates a body sent as %s", async (encoding, compress) => {
    const url = await serve(echo());
    const body = Uint8Array.from(compress("a=1&b=%C5%99"));
    expect(await json(post(url, body, { "Content-Encoding": encoding }))).toEqual([
      ["a", "1"],
      ["b", "ř"],
    ]);
  });

  it("reads no controls from an empty body", async () => {
    const url = await serve(echo());
    expect(await json(post(url, ""))).toEqual([]);
    expect(await json(post(url, Uint8Array.from(gzipSync("")), { "Content-Encoding": "gzip" }))).toEqual([]);
    expect(await json(fetch(url, { method: "POST" }))).toEqual([]);
    expect(await json(fetch(url, { method: "DELETE" }))).toEqual([]);
  });

  it("reads a chunked body", async () => {
    const { port } = new URL(await serve(echo()));
    const req = request({ host: "127.0.0.1", port, method: "POST", headers: { "Content-Type": URLENCODED } });
    for (const byte of Buffer.from("a=%C5%99&b=2")) req.write(Uint8Array.of(byte));
    req.end();
    const [res] = await once(req, "response");
    expect(JSON.parse(await text(res))).toEqual([
      ["a", "ř"],
      ["b", "2"],
    ]);
  });

  it.each(["UTF-8", "utf8", '"utf-8"'])("accepts the charset %s", async (charset) => {
    const type = `${URLENCODED.toUpperCase()}; charset=${charset}`;
    expect(await json(post(await serve(echo()), "a=%C5%99", { "Content-Type": type }))).toEqual([["a", "ř"]]);
  });

  it("refuses another charset with 415", async () => {
    const response = await post(await serve(echo()), "a=1", {
      "Content-Type": `${URLENCODED}; charset=latin1`,
    });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({
      message: 'Charset "latin1" is not supported. Send the form as UTF-8',
    });
  });

  it("checks _charset_ but never decodes by it", async () => {
    const url = await serve(echo());
    expect(await json(post(url, "_charset_=utf-8&a=1"))).toEqual([
      ["_charset_", "utf-8"],
      ["a", "1"],
    ]);
    expect((await post(url, "_charset_=windows-1252&a=%E9")).status).toBe(400);
    expect((await fetch(`${url}?_charset_=windows-1252`)).status).toBe(400);
  });

  it("refuses a body that can't be inflated", async () => {
    const url = await serve(echo());
    const zipped = gzipSync("a=1");
    for (const body of [Uint8Array.of(1, 2, 3), Uint8Array.from(zipped.subarray(0, -4))]) {
      const response = await post(url, body, { "Content-Encoding": "gzip" });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ message: expect.stringContaining("could not be read") });
    }
    expect((await post(url, "a=1", { "Content-Encoding": "zstd" })).status).toBe(415);
  });

  it.each<[ControlsOptions, string, object]>([
    [{ limit: 8 }, "a=1234567", { option: "limit", limit: 8, actual: 9 }],
    [{ limit: "1kb" }, `a=${"x".repeat(2000)}`, { option: "limit", limit: 1024, actual: 2002 }],
    [{ maxPairs: 2 }, "a&b&c", { option: "maxPairs", limit: 2, actual: 3 }],
    [{ maxNameLength: 3 }, "abcd=", { option: "maxNameLength", limit: 3, actual: 4 }],
    [{ maxValueLength: 3 }, "a=1234", { option: "maxValueLength", limit: 3, actual: 4 }],
    [{}, "a&".repeat(10_001), { option: "maxPairs", limit: 10_000, actual: 10_001 }],
    [{}, `${"a".repeat(1025)}=`, { option: "maxNameLength", limit: 1024, actual: 1025 }],
    [{ limit: "2mb" }, `a=${"x".repeat(1_048_577)}`, { option: "maxValueLength", limit: 1_048_576 }],
  ])("refuses a form past %j with 413", async (options, body, error) => {
    const response = await post(await serve(echo(options)), body);
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ name: "LimitError", ...error });
  });

  it("accepts a form exactly at the limits", async () => {
    const url = await serve(echo({ limit: 7, maxPairs: 1, maxNameLength: 3, maxValueLength: 3 }));
    expect(await json(post(url, "abc=123"))).toEqual([["abc", "123"]]);
  });

  it("answers a client that still sends past the limit, and keeps its connection", async () => {
    const url = await serve(echo({ limit: "10kb" }));
    expect((await post(url, "x".repeat(20_000_000))).status).toBe(413);
    expect((await post(url, "a=1")).status).toBe(200);
  });

  it("stops inflating a bomb at the limit", async () => {
    const body = Uint8Array.from(gzipSync(Buffer.alloc(50_000_000)));
    const response = await post(await serve(echo()), body, { "Content-Encoding": "gzip" });
    expect(response.status).toBe(413);
    const error = await response.json();
    expect(error).toMatchObject({ option: "limit", limit: 1_048_576 });
    expect(error).toHaveProperty("actual", expect.closeTo(1_048_576, -6));
  });

  it.each(["identity", "gzip"])("fails if the client disconnects (%s)", async (encoding) => {
    const app = express();
    // The client disconnects while chunks are being read
    app.use((req, _res, next) => {
      req.once("data", () => socket.destroy());
      next();
    });
    app.use(controls());
    const failed = new Promise<unknown>((resolve) => {
      app.use(((error, _req, _res, _next) => resolve(error)) satisfies ErrorRequestHandler);
    });
    const socket = connect(Number(new URL(await serve(app)).port), "127.0.0.1");
    const head = `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${URLENCODED}\r\nContent-Encoding: ${encoding}\r\n`;
    socket.write(`${head}Content-Length: 100\r\n\r\n`);
    socket.write(gzipSync("a=1").subarray(0, 12));
    expect(await failed).toMatchObject({ status: 400 });
  });

  it.each([
    ["multipart/mixed; boundary=x", "multipart/mixed"],
    ["application/json", "application/json"],
    ["text/plain", "text/plain"],
  ])("throws a 415 when the controls of a body in %s are read", async (type, named) => {
    const response = await post(await serve(echo()), "a=1", { "Content-Type": type });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({
      message: expect.stringContaining(`content type is ${named}.`),
    });
  });

  it("leaves other bodies to other middleware, which may assign the controls", async () => {
    const app = express().use(controls(), express.json());
    app.use((req, _res, next) => {
      req.controls = [["json", req.body.a]];
      next();
    });
    app.post("/", (req, res) => void res.json(req.controls));
    const response = post(await serve(app), '{"a":"1"}', { "Content-Type": "application/json" });
    expect(await json(response)).toEqual([["json", "1"]]);
  });

  it("explains what to do if another middleware read the body", async () => {
    const message = expect.stringContaining("Put controls() before it");
    for (const reader of [express.urlencoded({ extended: true }), express.text({ type: URLENCODED })]) {
      const response = await post(await serve(echo({}, (app) => app.use(reader))), "a=1");
      expect(response.status).toBe(500);
      expect(await response.json()).toMatchObject({ message });
    }
  });

  it("may run before express.urlencoded(), and twice", async () => {
    const app = express().use(controls(), express.urlencoded({ extended: true }), controls());
    app.post("/", (req, res) => void res.json([req.controls, req.body]));
    expect(await json(post(await serve(app), "a=1"))).toEqual([[["a", "1"]], { a: "1" }]);
  });

  it("refuses an invalid limit", () => {
    expect(() => controls({ limit: "lots" })).toThrow(TypeError);
    expect(() => controls({ maxPairs: Infinity })).toThrow("maxPairs");
  });
});
