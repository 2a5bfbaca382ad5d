import { createClient } from "@libsql/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { presetBody } from "./testing/preset-body.ts";
import { type ServedApp, serveApp } from "./testing/serve-app.ts";

const lines: Record<string, unknown>[] = [];
let app: ServedApp;
beforeAll(async () => {
  app = await serveApp({ log: (_level, msg, fields) => lines.push({ msg, ...fields }) });
});
afterAll(() => app[Symbol.asyncDispose]());

async function get(
  path: string,
  init?: RequestInit,
): Promise<{ status: number; page: string; headers: Headers }> {
  const response = await fetch(app.url + path, init);
  return { status: response.status, page: await response.text(), headers: response.headers };
}

describe("createApp", () => {
  it("forbids inline scripts and styles, and anything from other origins", async () => {
    const { headers, page } = await get("/presets/1");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(page).not.toMatch(/<style|\son[a-z]+=|\sstyle=|<script(?! type="module" src)/);
  });

  it.each(["/nowhere", "/presets/99", "/presets/0x1", "/presets/1/delete/now", "/presets/99/delete"])(
    "answers the unknown address %s with a 404 page",
    async (path) => {
      const { status, page } = await get(path);
      expect(status).toBe(404);
      expect(page).toContain("<h1>Not Found</h1>");
      const main = page.slice(page.indexOf("<main"), page.indexOf("</main>"));
      const links = [...main.matchAll(/href="([^"]+)"/g)].map(([, address]) => address);
      expect(links).toEqual(expect.arrayContaining(["/", "/docs", "/docs/search"]));
    },
  );

  it.each([
    ["/", "GET, HEAD, POST"],
    ["/presets", "GET, HEAD"],
    ["/health", "GET, HEAD"],
    ["/presets.json", "GET, HEAD"],
    ["/presets/1.json", "GET, HEAD"],
    ["/presets/timeline", "POST"],
    ["/presets/1", "GET, HEAD, POST"],
  ])("lists the methods of %s in Allow", async (path, allowed) => {
    const { status, headers } = await get(path, { method: "PUT" });
    expect([status, headers.get("allow")]).toEqual([405, allowed]);
  });

  it("does not save or delete a preset that is gone", async () => {
    const body = presetBody({ name: "Gone" });
    expect((await get("/presets/99", { method: "POST", body })).status).toBe(404);
    expect((await get("/presets/99/delete", { method: "POST" })).status).toBe(404);
    expect(await app.store.list()).toHaveLength(1);
  });

  it("changes nothing on GET", async () => {
    await get("/presets/1/delete");
    await get("/presets/new?name=x&save=save");
    expect(await app.store.list()).toHaveLength(1);
  });

  it("says what to do if there are no presets", async () => {
    await using empty = await serveApp();
    await empty.store.delete(1);
    const page = await (await fetch(`${empty.url}/presets`)).text();
    expect(page).toContain('<a href="/presets/new">Make a preset</a>');
    expect(page).toContain('<a href="/presets/import">import presets</a>');
  });

  it("logs each request without its query, with the id of the response", async () => {
    const { headers } = await get("/?secret=1");
    await expect
      .poll(() => lines.at(-1))
      .toEqual({
        msg: "request",
        method: "GET",
        path: "/",
        status: 200,
        ms: expect.any(Number),
        id: headers.get("x-request-id"),
      });
  });

  it("sends headers that isolate pages from other sites", async () => {
    const { headers } = await get("/nowhere");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("answers a malformed address with 400", async () => {
    expect((await get("/presets/%E0%A4%A")).status).toBe(400);
  });

  it("names the stored preset that can't be read, without a stack trace", async () => {
    const client = createClient({ url: app.database });
    await client.execute(
      "INSERT INTO presets (id, name, preset, updated_at) VALUES (7, 'x', '{', '2026-01-01T00:00:00Z')",
    );
    client.close();
    const { status, page } = await get("/presets/7");
    expect(status).toBe(500);
    expect(page).toContain("Preset 7 in the database can&#x27;t be read: it is not JSON");
    expect(page).not.toMatch(/\n\s+at /);
    expect(lines.filter(({ msg }) => msg === "request failed")).toMatchObject([
      { error: expect.stringContaining("StoredPresetError") },
    ]);
    expect((await get("/presets")).status).toBe(200);
  });
});
