import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { describe, expect, it } from "vitest";
import { assetsFrom, formAssets } from "./form-assets.ts";
import { serve } from "./testing/serve.ts";

/** Assets below a dot directory, as some package managers install. */
function assets() {
  const folder = join(mkdtempSync(join(tmpdir(), "assets-")), ".store");
  mkdirSync(folder);
  writeFileSync(join(folder, "turnform.js"), "export {};");
  writeFileSync(join(folder, "turnform.css"), "form {}");
  return express().use(
    "/assets",
    assetsFrom((name) => join(folder, name)),
  );
}

describe("formAssets", () => {
  it.each([
    ["turnform.js", "text/javascript; charset=utf-8", "export {};"],
    ["turnform.css", "text/css; charset=utf-8", "form {}"],
  ])("serves %s", async (name, type, content) => {
    const response = await fetch(`${await serve(assets())}/assets/${name}`);
    expect(response.headers.get("Content-Type")).toBe(type);
    expect(response.headers.get("Cache-Control")).toBe("no-cache");
    expect(await response.text()).toBe(content);
  });

  it("answers 304 to a browser that has the file", async () => {
    const url = `${await serve(assets())}/assets/turnform.js`;
    const etag = (await fetch(url)).headers.get("ETag") ?? "";
    // fetch() asks past the cache where it is not told otherwise
    const headers = { "If-None-Match": etag, "Cache-Control": "max-age=0" };
    expect((await fetch(url, { headers })).status).toBe(304);
  });

  it("takes GET and HEAD only", async () => {
    const url = `${await serve(assets())}/assets/turnform.js`;
    expect((await fetch(url, { method: "HEAD" })).status).toBe(200);
    const response = await fetch(url, { method: "POST" });
    expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("passes other paths on", async () => {
    const url = await serve(assets().use(formAssets()));
    for (const path of ["other.js", "", "assets/..%2fpackage.json", "turnform.js.map"]) {
      expect((await fetch(`${url}/assets/${path}`)).status).toBe(404);
    }
  });

  it("says where a file is not built", async () => {
    const app = express().use(
      assetsFrom(() => {
        throw new Error("Cannot find module");
      }),
    );
    const response = await fetch(`${await serve(app)}/turnform.css`);
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("@turnform/form/client/turnform.css is not built");
  });
});
