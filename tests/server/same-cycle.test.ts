/** Compares Express's route with the handler of web requests: the same posts get the same answers. */
import { createServer, request as httpRequest, type RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import {
  controls,
  FieldErrors,
  formErrors,
  formRoute,
  HttpError,
  memoryStore,
  requestLanguage,
  setSecret,
  StoredFile,
} from "@turnform/express-adapter";
import { formHandler } from "@turnform/express-adapter/web";
import { createForm, english, german } from "@turnform/form";
import express from "express";
import { Hono } from "hono";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { listenLocally } from "../../demo/src/testing/listen-locally.ts";
import { bridge } from "./web-bridge.ts";

const Album = z.object({
  title: z.string().max(10),
  angles: z.array(z.number().max(180)).default([]),
  cover: z.file().optional(),
});
type Album = z.output<typeof Album>;
const form = createForm(Album, { formId: "album", buttons: ["save", "copy"] });
const SECRET = "s".repeat(32);
const languages = [english, german] as const;

interface Options {
  readonly save?: (value: Album, request: { readonly url: string }, button?: string) => unknown;
  readonly load?: () => Partial<Album> | undefined;
  readonly token?: boolean;
  readonly notice?: string;
}

/** Options of both kinds of routes. */
const shared = ({ load, token, notice }: Options) => ({
  view: (page: unknown) => `<!doctype html><title>Album</title>${String(page)}`,
  redirect: "/done?ř",
  ...(load && { load }),
  ...(token && { token }),
  ...(notice !== undefined && { notice }),
});

const uploading = () => ({ uploads: memoryStore(), limit: "20kb", maxFileSize: "10kb" });

function expressServer(options: Options): RequestListener {
  const app = express().use(controls(uploading()));
  setSecret(app, SECRET);
  const language = (req: express.Request) => requestLanguage(req, languages);
  app.all("/", formRoute(form, options.save ?? (() => {}), { ...shared(options), language }));
  return app.use(formErrors());
}

const webHandler = (options: Options) =>
  formHandler(form, options.save ?? (() => {}), {
    ...shared(options),
    ...uploading(),
    secret: SECRET,
    language: (request) => requestLanguage(request, languages),
  });

const servers: [string, (options: Options) => RequestListener][] = [
  ["Express", expressServer],
  ["node:http", (options) => bridge(webHandler(options))],
  [
    "Hono",
    (options) => {
      const handle = webHandler(options);
      const app = new Hono().all("/*", (c) => handle(c.req.raw));
      app.onError((error) => new Response(error.message, { status: 500 }));
      return getRequestListener(app.fetch);
    },
  ],
];

type Entry = readonly [name: string, value: string | File];
const page = (title: string, ...angles: (string | Entry)[]): Entry[] => [
  ["title", title],
  ["__start__", "angles:sequence"],
  ...angles.map((angle): Entry => (typeof angle === "string" ? ["angle", angle] : angle)),
  ["__end__", "angles:sequence"],
];
const cover = (...files: Entry[]): Entry[] => [
  ["__start__", "cover:sequence"],
  ...files,
  ["__end__", "cover:sequence"],
];

describe.each(servers)("a form's route on %s", (_name, listener) => {
  /** Serves a route, and acts as one person's browser. */
  async function open(options: Options = {}) {
    const server = createServer(listener(options));
    const url = `${await listenLocally(server)}/`;
    onTestFinished(() => {
      server.close();
      server.closeAllConnections();
    });
    const jar = new Map<string, string>();
    async function ask(init: RequestInit = {}) {
      const headers = new Headers(init.headers);
      if (!headers.has("Accept")) headers.set("Accept", "text/html");
      headers.set("Cookie", [...jar].map((pair) => pair.join("=")).join("; "));
      const response = await fetch(url, { ...init, headers, redirect: "manual" });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (cookie.includes("Max-Age=0")) jar.delete(name);
        else jar.set(name, value);
      }
      return { status: response.status, headers: response.headers, text: await response.text() };
    }
    const encoded = (entries: readonly Entry[]) =>
      new URLSearchParams(
        entries.map(([name, value]): [string, string] => [
          name,
          typeof value === "string" ? value : value.name,
        ]),
      );
    return {
      url,
      ask,
      jar,
      forget: () => jar.clear(),
      post: (entries: readonly Entry[], headers: Record<string, string> = {}) =>
        ask({ method: "POST", body: encoded(entries), headers }),
      upload: (entries: readonly Entry[]) => {
        const body = new FormData();
        for (const [name, value] of entries) body.append(name, value);
        return ask({ method: "POST", body });
      },
    };
  }
  const hidden = (name: string, text: string) =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1] ?? "";

  it("shows the loaded data to GET, and its headers to HEAD", async () => {
    const { ask } = await open({ load: () => ({ title: "Old & new" }) });
    const shown = await ask();
    expect([shown.status, shown.text]).toEqual([200, expect.stringContaining('value="Old &amp; new"')]);
    const head = await ask({ method: "HEAD" });
    expect([head.status, head.text]).toEqual([200, ""]);
    for (const { headers } of [shown, head]) {
      expect(headers.get("Content-Type")).toBe("text/html; charset=utf-8");
      expect(headers.get("Cache-Control")).toBe("private, no-store");
      expect(headers.get("Vary")).toBe("Accept-Language, Cookie");
    }
    expect(shown.headers.get("Set-Cookie")).toMatch(
      /^turnform_owner=[\w-]{72}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(head.headers.get("Set-Cookie")).toBeNull();
  });

  it("answers 404 if there is nothing to load", async () => {
    const { ask, post } = await open({ load: () => undefined });
    expect([(await ask()).status, (await post(page("New"))).status]).toEqual([404, 404]);
  });

  it("saves valid data with the pressed button, and redirects", async () => {
    const saved: unknown[] = [];
    const { post } = await open({ save: (value, _request, button) => void saved.push(value, button) });
    const answer = await post([...page("New", "10", "20"), ["copy", "copy"]]);
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/done?%C5%99"]);
    expect(saved).toEqual([{ title: "New", angles: [10, 20] }, "copy"]);
    const fetched = await post(page("Newer"), { "X-Turnform": "fetch" });
    expect([fetched.status, fetched.headers.get("X-Turnform-Location")]).toEqual([204, "/done?%C5%99"]);
  });

  it("shows everything typed with its errors (422), edits lists (200), and refuses unbalanced markers (400)", async () => {
    const { post } = await open();
    const wrong = await post(page("New", "190"));
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringMatching(/value="New".*value="190"/s)]);
    const edited = await post(page("New", "10", ["__edit__", "add"]));
    expect([edited.status, edited.text]).toEqual([200, expect.stringContaining('id="album-angles-1"')]);
    expect((await post([["__end__", ""]])).status).toBe(400);
    expect((await post([["__formid__", "other"]])).status).toBe(400);
  });

  it("shows the errors of save at their fields, and passes on others", async () => {
    const { post } = await open({
      save({ title }) {
        if (title === "taken") throw new FieldErrors({ title: "Taken" }, { status: 409 });
        if (title === "gone") throw new HttpError(410, "Gone for good");
        throw new Error("No database");
      },
    });
    const taken = await post(page("taken"));
    expect([taken.status, taken.text]).toEqual([409, expect.stringContaining("Taken")]);
    const gone = await post(page("gone"));
    expect([gone.status, gone.text]).toEqual([410, expect.stringContaining("Gone for good")]);
    const json = await post(page("gone"), { Accept: "application/json" });
    expect(json.headers.get("Content-Type")).toBe("application/problem+json; charset=utf-8");
    expect(JSON.parse(json.text)).toEqual({ title: "Gone", status: 410, detail: "Gone for good" });
    expect((await post(page("other"))).status).toBe(500);
  });

  it("saves two presses once", async () => {
    const saved: string[] = [];
    const { ask, post } = await open({ save: ({ title }) => saved.push(title) });
    const once: Entry = ["__once__", hidden("__once__", (await ask()).text)];
    const answers = await Promise.all([post([once, ...page("New")]), post([once, ...page("New")])]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(saved).toEqual(["New"]);
    await post([once, ...page("Newer")]);
    expect(saved).toEqual(["New", "Newer"]);
  });

  it("shows a notice once, on the page after the redirect", async () => {
    const { ask, post } = await open({ notice: "Saved <ř>" });
    await ask();
    expect((await post(page("New"))).status).toBe(303);
    expect((await ask({ method: "HEAD" })).status).toBe(200);
    const shown = await ask();
    expect(shown.text).toContain('id="album:notice" role="status" tabindex="-1" autofocus>Saved &lt;ř&gt;<');
    expect(shown.headers.get("Cache-Control")).toBe("private, no-store");
    expect((await ask()).text).not.toContain("album:notice");
  });

  it("ignores a notice that it has not signed, or that is old", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const { ask, post, jar } = await open({ notice: "Saved" });
    await post(page("New"));
    const genuine = jar.get("turnform_notice") ?? "";
    jar.set("turnform_notice", `${genuine.slice(0, 5)}X${genuine.slice(6)}`);
    expect((await ask()).text).not.toContain("album:notice");
    jar.set("turnform_notice", genuine);
    vi.setSystemTime(Date.now() + 60_000);
    expect((await ask()).text).not.toContain("album:notice");
  });

  it("cuts a long notice, so that it fits into a cookie", async () => {
    const { ask, post } = await open({ notice: "ř".repeat(10_000) });
    await post(page("New"));
    expect((await ask()).text).toContain(`>${"ř".repeat(499)}…<`);
  });

  it("accepts a token of the same person only", async () => {
    const { ask, post, forget } = await open({ token: true });
    const token: Entry = ["__token__", hidden("__token__", (await ask()).text)];
    expect((await post([token, ...page("New")])).status).toBe(303);
    expect((await post(page("New"))).status).toBe(403);
    forget();
    expect((await post([token, ...page("New")])).status).toBe(403);
  });

  it("keeps an upload while the form has errors, for its sender", async () => {
    const saved: unknown[] = [];
    const { upload, post, forget } = await open({
      save: async ({ cover }) => saved.push(cover instanceof StoredFile && (await cover.text())),
    });
    const file = new File(["content"], "a.txt");
    const wrong = await upload([...page("far too long"), ...cover(["upload", file])]);
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining("a.txt")]);
    const kept: Entry = ["__upload__", hidden("__upload__", wrong.text)];
    expect((await post([...page("New"), ...cover(kept)])).status).toBe(303);
    forget();
    expect((await post([...page("New"), ...cover(kept)])).status).toBe(303);
    expect(saved).toEqual(["content", false]);
  });

  it("refuses bodies past a limit (413), no forms (415), and broken ones (400)", async () => {
    const { ask, post, upload } = await open();
    expect((await post(page("x".repeat(30_000)))).status).toBe(413);
    const big = new File(["x".repeat(20_000)], "big.txt");
    expect((await upload([...page("New"), ...cover(["upload", big])])).status).toBe(413);
    const send = (type: string, body: string, headers = {}) =>
      ask({ method: "POST", body, headers: { "Content-Type": type, ...headers } });
    expect((await send("text/csv", "a,b")).status).toBe(415);
    expect((await send("application/x-www-form-urlencoded;charset=latin1", "a=b")).status).toBe(415);
    expect(
      (await send("application/x-www-form-urlencoded", "a=b", { "Content-Encoding": "zstd" })).status,
    ).toBe(415);
    expect(
      (await send("application/x-www-form-urlencoded", "a=b", { "Content-Encoding": "gzip" })).status,
    ).toBe(400);
    expect((await send("multipart/form-data; boundary=b", "--b\r\n")).status).toBe(400);
  });

  it("refuses other sites' pages, and other methods", async () => {
    const { ask, post, url } = await open();
    expect((await post(page("New"), { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
    expect((await post(page("New"), { Origin: "https://example.org" })).status).toBe(403);
    expect((await post(page("New"), { Origin: new URL(url).origin })).status).toBe(303);
    const removed = await ask({ method: "DELETE" });
    expect([removed.status, removed.headers.get("Allow")]).toEqual([405, "GET, HEAD, POST"]);
  });

  it("speaks the browser's language", async () => {
    const { post } = await open();
    expect((await post([], { "Accept-Language": "de-AT" })).text).toContain(german.messages.required);
    expect((await post([], { "Accept-Language": "it" })).text).toContain(english.messages.required);
  });

  it("survives a sender who leaves in the middle of a file", async () => {
    const { url, ask } = await open();
    const headers = { "Content-Type": "multipart/form-data; boundary=b", "Content-Length": "1000" };
    const sending = httpRequest(url, { method: "POST", headers });
    sending.on("error", () => {});
    await new Promise<void>((sent) =>
      sending.write('--b\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\nab', () => sent()),
    );
    sending.destroy();
    expect((await ask()).status).toBe(200);
  });
});
