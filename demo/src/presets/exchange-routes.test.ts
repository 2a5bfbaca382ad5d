import { Readable } from "node:stream";
import { createClient } from "@libsql/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ServedApp, serveApp } from "../testing/serve-app.ts";
import { productTour } from "../testing/test-store.ts";

let app: ServedApp;
let logged: string[];
beforeEach(async () => {
  logged = [];
  app = await serveApp({
    log: (_level, message, fields) => {
      if (message === "request failed") logged.push(JSON.stringify(fields));
    },
  });
});
afterEach(() => app[Symbol.asyncDispose]());

async function send(
  fields: Record<string, string | File>,
): Promise<{ status: number; page: string; to: string | null }> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const response = await fetch(`${app.url}/presets/import`, { method: "POST", body, redirect: "manual" });
  return { status: response.status, page: await response.text(), to: response.headers.get("location") };
}

const file = (data: unknown): File => new File([JSON.stringify(data)], "presets.json");

describe("exchangeRoutes", () => {
  it("exports a preset to a file with its name", async () => {
    const id = await app.store.create({ ...productTour, name: "Küche/Fenster" });
    const response = await fetch(`${app.url}/presets/${id}.json`);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(response.headers.get("content-disposition")).toContain("filename*=UTF-8''K%C3%BCche-Fenster.json");
    expect(response.headers.get("etag")).toBe('"1"');
    expect(await response.json()).toEqual({ ...productTour, name: "Küche/Fenster" });
    expect((await fetch(`${app.url}/presets/99.json`)).status).toBe(404);
  });

  it("imports its own exports", async () => {
    await app.store.create({ ...productTour, name: "Second" });
    const response = await fetch(`${app.url}/presets.json`);
    expect(response.headers.get("content-disposition")).toBe("attachment; filename=presets.json");
    const text = await response.text();
    expect(text.split("\n")).toEqual(["[", expect.any(String), expect.any(String), "]", ""]);
    expect(await send({ file: new File([text], "presets.json") })).toMatchObject({
      status: 303,
      to: "/presets?notice=imported&count=2",
    });
    expect(await send({ text })).toMatchObject({ status: 303 });
    expect((await Readable.from(app.store.all()).toArray()).map(({ name }) => name)).toEqual([
      ...Array.from({ length: 3 }, () => productTour.name),
      ...Array.from({ length: 3 }, () => "Second"),
    ]);
  });

  it("exports an empty list", async () => {
    await app.store.delete(1);
    expect(await (await fetch(`${app.url}/presets.json`)).json()).toEqual([]);
  });

  it("reads presets from the database as the client takes them", async () => {
    const move = { angle: 179.99, speed: 359.99, dwell: 60_000 };
    const cycles = Array.from({ length: 20 }, () => Array.from({ length: 50 }, () => move));
    // 20 MB: more than the buffers of a connection hold.
    const full = Array.from({ length: 100 }, () => ({ name: "Z", repeats: 1, cycles }));
    let last = 1;
    for (let times = 0; times < 4; times++) last = await app.store.createAll(full);
    const response = await fetch(`${app.url}/presets.json`);
    await app.store.delete(last);
    expect(await response.json()).toHaveLength(400);
  });

  it("breaks off at a preset that can't be read, and logs the reason", async () => {
    const client = createClient({ url: app.database });
    await client.execute("INSERT INTO presets (name, preset, updated_at) VALUES ('Z', '{', '')");
    client.close();
    await expect(fetch(`${app.url}/presets.json`).then((response) => response.text())).rejects.toThrow();
    await expect
      .poll(() => logged)
      .toEqual([expect.stringContaining("Preset 2 in the database can't be read: it is not JSON")]);
  });

  it("refuses names that the database can't store", async () => {
    for (const name of ["a\ud800", "a\nb", "a\0"]) {
      const { status, page } = await send({ text: JSON.stringify({ ...productTour, name }) });
      expect(status).toBe(422);
      expect(page).toContain("Control characters are not allowed");
    }
    expect((await fetch(app.url)).status).toBe(200);
  });

  it("refuses names without a visible character", async () => {
    for (const name of ["\u200b", "\u200d\u2060\ufe0f", "\u3164", "\u2800", "\u0301"]) {
      const { status, page } = await send({ text: JSON.stringify({ ...productTour, name }) });
      expect(status).toBe(422);
      expect(page).toContain("name: Enter at least one visible character");
    }
    const shown = ["…", "7", "猫", "👩‍🚀", "♻️"].map((name) => ({ ...productTour, name }));
    expect(await send({ text: JSON.stringify(shown) })).toMatchObject({ status: 303 });
  });

  it("takes a single preset", async () => {
    expect(await send({ file: file({ ...productTour, name: "One" }) })).toMatchObject({
      to: "/presets?notice=imported&count=1",
    });
  });

  it.each([
    [
      [productTour, { ...productTour, cycles: [[{ angle: 200, speed: 1, dwell: 0 }]] }],
      "[1].cycles[0][0].angle: ",
    ],
    [{ ...productTour, repeats: "2" }, "repeats: "],
    [{ ...productTour, repeat: 2 }, "repeat"],
    [[], "Import at least one preset"],
    [null, "expected object"],
    [Array.from({ length: 1001 }, () => productTour), "Import at most 1000 presets"],
  ])("gives the place of a problem in the JSON, and adds nothing: %#", async (data, problem) => {
    const { status, page } = await send({ file: file(data) });
    expect(status).toBe(422);
    expect(page.replaceAll(/<[^>]*>|&#x27;/g, "").toLowerCase()).toContain(problem.toLowerCase());
    expect(await app.store.list()).toHaveLength(1);
  });

  it("shows invalid JSON at its field and keeps the text", async () => {
    const { status, page } = await send({ text: "{ name: 1 }" });
    expect(status).toBe(422);
    expect(page).toContain("This is not JSON: ");
    expect(page).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*>\n?\{ name: 1 \}/);
  });

  it("refuses a post with neither or both of file and text", async () => {
    expect(await send({ text: "" })).toMatchObject({
      status: 422,
      page: expect.stringContaining("Choose a file"),
    });
    expect(await send({ file: file(productTour), text: "{}" })).toMatchObject({ status: 422 });
  });

  it("does not offer to keep a refused file, and takes another one instead", async () => {
    const wrong = await send({ file: file({ ...productTour, repeats: 400 }) });
    expect(wrong.status).toBe(422);
    expect(wrong.page).toContain("repeats: ");
    expect(wrong.page).not.toContain("__upload__");
    expect(await send({ __upload__: "gone", file: file(productTour) })).toMatchObject({ status: 303 });
  });

  it("keeps a file if the error is in another field", async () => {
    const { status, page } = await send({ file: file(productTour), text: "{}" });
    expect(status).toBe(422);
    expect(page).toContain("Keep presets.json");
  });

  it("refuses a file above the limit", async () => {
    expect((await send({ file: new File(["x".repeat(5_000_001)], "big.json") })).status).toBe(413);
  });

  it("adds nothing if the store has no room for all presets", async () => {
    for (let left = 950; left > 0; left -= 95)
      await app.store.createAll(Array.from({ length: 95 }, () => productTour));
    const { status, page } = await send({ file: file(Array.from({ length: 60 }, () => productTour)) });
    expect(status).toBe(409);
    expect(page).toContain("No room for 60 more presets: the limit is 1000. Delete some presets first");
    expect(await app.store.list()).toHaveLength(951);
  });
});
