import { readFileSync } from "node:fs";
import { getRequestListener } from "@hono/node-server";
import type { Control } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { type Encoded, multipart, urlencoded } from "./browser-encoding.ts";
import { app } from "./hono-app.ts";
import { listening } from "./listen.ts";
import { listener } from "./node-app.ts";

const controls = (name: string, ...angles: (string | readonly [string, string])[]): Control[] => [
  ["name", name],
  ["__start__", "angles:sequence"],
  ...angles.map((angle): Control => (typeof angle === "string" ? ["angle", angle] : angle)),
  ["__end__", "angles:sequence"],
  ["save", "save"],
];

describe.each([
  ["Hono", "hono-app.ts", getRequestListener(app.fetch)],
  ["node:http", "node-app.ts", listener],
])("a form served by %s", (_name, file, listener) => {
  const url = listening(listener);

  async function send({ type, body }: Encoded, headers: Record<string, string> = {}) {
    const init = { method: "POST", body, headers: { "Content-Type": type, ...headers } };
    const response = await fetch(url(), { ...init, redirect: "manual" });
    return {
      status: response.status,
      location: response.headers.get("Location"),
      page: await response.text(),
    };
  }
  const shown = async () => (await fetch(url())).text();

  it("is shown, and loads the files in its tags", async () => {
    const page = await shown();
    expect(page).toContain('value="Half turn"');
    const files = [...page.matchAll(/(?:href|src)="(\/assets.*?)" integrity="(.*?)"/g)];
    expect(files.map(([, address = ""]) => address.replace(/-\w+(?=\.\w+$)/, ""))).toEqual(
      ["turnform.css", "turnform-undo.css", "turnform.js", "turnform-toolbar.js", "turnform-undo.js"].map(
        (name) => `/assets/${name}`,
      ),
    );
    for (const [, address = "", integrity = ""] of files) {
      const response = await fetch(url() + address, { integrity });
      expect([response.status, response.headers.get("Content-Encoding")]).toEqual([200, "gzip"]);
    }
  });

  it("comes back with the typed values and the errors", async () => {
    const { status, page } = await send(urlencoded(controls("Left & right", "10", "190")));
    expect(status).toBe(422);
    expect(page).toContain('value="Left &amp; right"');
    expect(page).toContain('value="190"');
    expect(await shown()).toContain('value="Half turn"');
  });

  it("is edited without JavaScript", async () => {
    const { status, page } = await send(urlencoded(controls("Left", "10", ["__edit__", "add"])));
    expect(status).toBe(200);
    expect(page).toContain('id="preset-angles-1"');
  });

  it.each([
    ["urlencoded", urlencoded],
    ["multipart", multipart],
  ])("is saved, sent as %s", async (name, encode) => {
    const saved = await send(await encode(controls(`${name} +ř\n`, "0", "45")));
    expect([saved.status, saved.location]).toEqual([303, "/"]);
    const page = await shown();
    expect(page).toContain(`value="${name} +ř"`);
    expect(page).toContain('value="45"');
  });

  it("reports unreadable posts", async () => {
    expect((await send(urlencoded([["__end__", ""]]))).status).toBe(400);
    expect(await send(urlencoded([["name", "x".repeat(1_100_000)]]))).toMatchObject({ status: 413 });
    const json = { type: "application/json", body: new TextEncoder().encode("{}") };
    expect((await send(json)).status).toBe(415);
    expect((await send(urlencoded([]), { "Content-Encoding": "zstd" })).status).toBe(415);
  });

  it("is served by the program in the README", () => {
    const readme = readFileSync(new URL("../../packages/express-adapter/README.md", import.meta.url), "utf8");
    expect(readme).toContain(readFileSync(new URL(file, import.meta.url), "utf8"));
  });
});
