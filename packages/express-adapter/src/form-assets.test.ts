import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { baseResources, bootstrap, createForm } from "@turnform/form";
import express from "express";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { assetsFrom, formAssets } from "./form-assets.ts";
import { serve } from "./testing/serve.ts";

const form = createForm(z.object({ name: z.string() }));
const [style, script] = baseResources.map(({ file }) => file);
if (style === undefined || script === undefined) throw new Error("There is nothing to serve");

/** Fetches the bytes as sent: `fetch()` would inflate them. */
async function raw(url: string, headers: Record<string, string> = {}, method = "GET") {
  const { hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port), hostname);
  const lines = Object.entries({ Host: "localhost", Connection: "close", ...headers });
  socket.write(
    `${method} ${pathname} HTTP/1.1\r\n${lines.map((line) => `${line.join(": ")}\r\n`).join("")}\r\n`,
  );
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(socket, "close");
  const answer = Buffer.concat(chunks);
  const end = answer.indexOf("\r\n\r\n");
  const [status = "", ...rest] = answer.toString("latin1", 0, end).split("\r\n");
  const answered = new Headers(
    rest.map((line): [string, string] => [line.split(":")[0] ?? "", line.replace(/^.*?: ?/, "")]),
  );
  return { status: Number(status.split(" ")[1]), headers: answered, body: answer.subarray(end + 4) };
}

describe("formAssets", () => {
  const app = express().use(formAssets());

  it.each([
    [style, "text/css; charset=utf-8"],
    [script, "text/javascript; charset=utf-8"],
  ])("serves %s for ever", async (file, type) => {
    const { status, headers } = await raw(`${await serve(app)}/assets/${file}`);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": type,
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
      etag: `"${file}"`,
    });
  });

  it("serves each file under its plain name too, to be revalidated", async () => {
    const url = await serve(app);
    const hashed = await raw(`${url}/assets/${style}`);
    const plain = await raw(`${url}/assets/turnform.css`);
    expect(plain.body).toEqual(hashed.body);
    expect(plain.headers.get("Cache-Control")).toBe("no-cache");
  });

  it.each([
    ["gzip, deflate, br", "br"],
    ["gzip, br;q=0", "gzip"],
    ["GZIP", "gzip"],
    ["*", "br"],
    ["deflate", null],
    ["*;q=0", null],
    ["", null],
  ])("answers Accept-Encoding: %s with %s", async (accepted, encoding) => {
    const url = `${await serve(app)}/assets/${script}`;
    const { headers, body } = await raw(url, { "Accept-Encoding": accepted });
    const inflate =
      { br: brotliDecompressSync, gzip: gunzipSync }[encoding ?? ""] ?? ((bytes: Buffer) => bytes);
    const plain = await raw(url);
    expect(headers.get("Content-Encoding")).toBe(encoding);
    expect(headers.get("Content-Length")).toBe(String(body.length));
    expect(inflate(body)).toEqual(plain.body);
    expect(headers.get("ETag") === plain.headers.get("ETag")).toBe(encoding === null);
    if (encoding !== null) expect(body.length).toBeLessThan(plain.body.length / 2);
  });

  it("answers 304 to a browser that has the file in this encoding", async () => {
    const url = `${await serve(app)}/assets/turnform.js`;
    const br = { "Accept-Encoding": "br" };
    const etag = (await raw(url, br)).headers.get("ETag") ?? "";
    const again = await raw(url, { ...br, "If-None-Match": `"other", W/${etag}` });
    expect([again.status, again.body.length, again.headers.get("ETag")]).toEqual([304, 0, etag]);
    expect(again.headers.get("Cache-Control")).toBe("no-cache");
    expect((await raw(url, { "If-None-Match": etag })).status).toBe(200);
  });

  it("allows GET and HEAD only", async () => {
    const url = `${await serve(app)}/assets/${script}`;
    const [head, get] = [await raw(url, {}, "HEAD"), await raw(url)];
    expect([head.status, head.body.length]).toEqual([200, 0]);
    for (const name of ["Content-Length", "ETag", "Content-Type"]) {
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    }
    const response = await fetch(url, { method: "POST" });
    expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("passes other paths on", async () => {
    const url = await serve(app);
    const others = [
      "other.js",
      "",
      ".",
      "..%2fpackage.json",
      "%2e%2e/package.json",
      "turnform.js.map",
      "turnform.js/",
    ];
    const stored = [`${script}.br`, `${script}.gz`, "manifest.json", "turnform-00000000.js", "constructor"];
    for (const path of [...others, ...stored]) {
      expect((await raw(`${url}/assets/${path}`)).status, path).toBe(404);
    }
    for (const path of ["/turnform.js", "//turnform.js", "/assets//turnform.js", "/assets/../turnform.js"]) {
      expect((await raw(url + path)).status, path).toBe(404);
    }
  });

  it("serves below another base, and below the path where it is mounted", async () => {
    const app = express()
      .use(formAssets({ base: "/site/files/" }))
      .use("/elsewhere", formAssets())
      .use("/assets", formAssets());
    const url = await serve(express().use("/site", app).use(app));
    for (const path of ["/site/files", "/elsewhere", "/assets", "/site/assets"]) {
      expect((await raw(`${url}${path}/turnform.js`)).status, path).toBe(200);
    }
    for (const path of ["/files", "/assets/assets"]) {
      expect((await raw(`${url}${path}/turnform.js`)).status, path).toBe(404);
    }
  });

  it.each(["assets", "https://example.org", "/a b", '/"><script>', "//evil"])(
    "refuses the base %s",
    (base) => {
      expect(() => formAssets({ base })).toThrow('a path such as "/assets"');
    },
  );

  it("answers web requests", async () => {
    const assets = formAssets();
    const ask = (path: string, init?: RequestInit) =>
      assets.respond(new Request(`http://localhost${path}`, init));
    const response = ask(`/assets/${style}`, { headers: { "Accept-Encoding": "gzip" } });
    expect(response?.headers.get("Content-Encoding")).toBe("gzip");
    expect(
      gunzipSync(Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer())).toString(),
    ).toContain(".tf-form");
    expect(ask("/assets/turnform.css", { headers: { "If-None-Match": "*" } })?.status).toBe(304);
    expect(ask("/assets/turnform.css", { method: "POST" })?.status).toBe(405);
    expect(ask("/turnform.css")).toBeUndefined();
  });

  it("serves files from dot directories, where some package managers install", async () => {
    const home = mkdtempSync(join(tmpdir(), "assets-"));
    onTestFinished(() => rmSync(home, { recursive: true }));
    const folder = join(home, ".store");
    mkdirSync(folder);
    writeFileSync(join(folder, "a-1.js"), "export {};");
    const resource = { name: "a.js", file: "a-1.js", integrity: "", version: "1" };
    const assets = assetsFrom((file) => join(folder, file), [resource]);
    expect((await raw(`${await serve(express().use(assets))}/assets/a.js`)).body.toString()).toBe(
      "export {};",
    );
  });

  it("names a file that is not built", async () => {
    const missing = assetsFrom(() => {
      throw new Error("Cannot find module");
    }, baseResources);
    const response = await fetch(`${await serve(express().use(missing))}/assets/turnform.css`);
    expect(response.status).toBe(500);
    expect(await response.text()).toMatch(/@turnform\/form\/client\/turnform-\w+\.css.* is missing/);
  });
});

describe("formAssets().tags", () => {
  it("links existing files, with matching digests", async () => {
    const assets = formAssets();
    const html = String(assets.tags(form));
    expect(html.replaceAll(/-\w{8}\.|sha384-[^"]{64}/g, "#")).toBe(
      `<link rel="stylesheet" href="/assets/turnform#css" integrity="#">
<script type="module" src="/assets/turnform#js" integrity="#"></script>`,
    );
    const url = await serve(express().use(assets));
    for (const [, address, integrity = ""] of html.matchAll(/(?:href|src)="(.*?)" integrity="(.*?)"/g)) {
      // fetch() rejects if the digest differs
      expect((await fetch(url + address, { integrity })).status).toBe(200);
    }
  });

  it("loads the stylesheets of a form's theme in its order, without the plain one", () => {
    const themed = createForm(z.object({ name: z.string() }), { theme: bootstrap(), layout: "inline" });
    const files = String(formAssets().tags(themed)).matchAll(/\/([\w-]+)-\w{8}\./g);
    expect([...files].map(([, name]) => name)).toEqual([
      "bootstrap",
      "turnform-bootstrap",
      "turnform-layouts",
      "turnform",
    ]);
  });

  it("loads each file once for any number of forms, filled or not", () => {
    const { tags } = formAssets({ base: "/" });
    expect(String(tags(form, form.render()))).toBe(String(tags(form)));
    expect(String(tags())).toBe(String(tags(undefined)));
    expect(String(tags())).toContain(' src="/turnform-');
  });
});
