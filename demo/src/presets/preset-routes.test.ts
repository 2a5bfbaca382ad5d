import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Preset } from "./preset.ts";
import { type ServedApp, serveApp } from "../testing/serve-app.ts";
import { openTestStore, productTour } from "../testing/test-store.ts";

let app: ServedApp;
beforeEach(async () => {
  app = await serveApp();
});
afterEach(() => app[Symbol.asyncDispose]());

type Pairs = [name: string, value: string][];

/** Returns the pairs that a browser posts for a preset. */
function pairs({ name, repeats, cycles }: Preset, ...own: Pairs): Pairs {
  const within = (marker: string, inner: Pairs): Pairs => [
    ["__start__", marker],
    ...inner,
    ["__end__", marker],
  ];
  const moves = cycles.map((cycle) =>
    within(
      "item:sequence",
      cycle.flatMap(({ angle, speed, dwell }) =>
        within("item:mapping", [
          ["angle", String(angle)],
          ["speed", String(speed)],
          ["dwell", String(dwell)],
        ]),
      ),
    ),
  );
  return [["name", name], ["repeats", String(repeats)], ...within("cycles:sequence", moves.flat()), ...own];
}

async function post(path: string, body: Pairs): Promise<{ status: number; page: string; to: string | null }> {
  const response = await fetch(app.url + path, {
    method: "POST",
    body: new URLSearchParams(body),
    redirect: "manual",
  });
  return { status: response.status, page: await response.text(), to: response.headers.get("location") };
}

const mine = { ...productTour, name: "Mine" };
const theirs = { ...productTour, name: "Theirs" };
const save: Pairs[number] = ["save", "save"];

describe("presetRoutes", () => {
  it("redirects to the saved preset, and plays it if asked", async () => {
    expect(await post("/presets/1", pairs(mine, ["version", "1"], save))).toMatchObject({
      status: 303,
      to: "/presets/1?notice=saved",
    });
    expect(await post("/presets/new", pairs(theirs, ["play", "play"]))).toMatchObject({
      status: 303,
      to: "/presets/2?notice=added",
    });
    expect(app.turntable.commands).toEqual(["play 2"]);
    expect(app.turntable.status.playing?.name).toBe("Theirs");
  });

  it("saves one submit once, though two processes get it at the same time", async () => {
    const store = await openTestStore(app.database);
    await using other = await serveApp({ store });
    const page = await fetch(`${app.url}/presets/new`);
    const headers = { Cookie: page.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
    const [, once = ""] = /name="__once__" value="([^"]+)"/.exec(await page.text()) ?? [];
    const send = async (url: string, cookie = headers) => {
      const body = new URLSearchParams(pairs(mine, ["__once__", once], save));
      const init = { method: "POST", body, headers: cookie, redirect: "manual" } as const;
      return (await fetch(`${url}/presets/new`, init)).headers.get("location");
    };
    const to = "/presets/2?notice=added";
    expect(await Promise.all([app.url, other.url, app.url, other.url].map((url) => send(url)))).toEqual([
      to,
      to,
      to,
      to,
    ]);
    expect(await send(other.url)).toBe(to);
    expect(await send(other.url, { Cookie: "" })).toBe("/presets/3?notice=added");
    expect(await store.list()).toHaveLength(3);
    await store.close();
  });

  it("saves a preset even if the turntable can't play it", async () => {
    app.turntable.setConnection("lost");
    expect(await post("/presets/1", pairs(mine, ["version", "1"], ["play", "play"]))).toMatchObject({
      to: "/presets/1?notice=unplayed",
    });
    expect((await app.store.get(1))?.name).toBe("Mine");
  });

  it("answers the later save with 409 and both versions, and overwrites nothing", async () => {
    await app.store.update(1, 1, theirs);
    const { status, page } = await post("/presets/1", pairs(mine, ["version", "1"], save));
    expect(status).toBe(409);
    expect(page).toContain('value="Mine"');
    expect(page).toContain("“Theirs” was changed meanwhile");
    expect(page).toContain('<input type="hidden" name="version" value="2">');
    expect((await app.store.get(1))?.preset).toEqual(theirs);

    // The form on this page saves over the version that it shows.
    expect((await post("/presets/1?conflict", pairs(mine, ["version", "2"], save))).status).toBe(303);
    expect(await app.store.get(1)).toMatchObject({ version: 3, name: "Mine" });
  });

  it("asks again after a third save in between", async () => {
    await app.store.update(1, 1, theirs);
    await app.store.update(1, 2, { ...theirs, name: "Third" });
    const { status, page } = await post("/presets/1?conflict", pairs(mine, ["version", "2"], save));
    expect(status).toBe(409);
    expect(page).toContain("Third");
    expect(page).toContain('name="version" value="3"');
  });

  it("keeps showing both versions during edits without JavaScript", async () => {
    await app.store.update(1, 1, theirs);
    const { status, page } = await post("/presets/1?conflict", [
      ["name", "Mine"],
      ["version", "2"],
      ["__start__", "cycles:sequence"],
      ["__edit__", "add"],
      ["__end__", "cycles:sequence"],
    ]);
    expect(status).toBe(200);
    expect(page).toContain("“Theirs” was changed meanwhile");
    expect(page).toContain('value="Mine"');
    expect(page).toContain('id="preset-cycles-0"');
  });

  it("shows the errors of my version next to their version", async () => {
    await app.store.update(1, 1, theirs);
    const { status, page } = await post(
      "/presets/1?conflict",
      pairs({ ...mine, repeats: 100 }, ["version", "2"], save),
    );
    expect(status).toBe(422);
    expect(page).toContain("“Theirs” was changed meanwhile");
    expect(page).toContain('aria-invalid="true"');
  });

  it("keeps the posted values if the preset was deleted meanwhile", async () => {
    await app.store.delete(1);
    const { status, page } = await post("/presets/1", pairs(mine, ["version", "1"], save));
    expect(status).toBe(404);
    expect(page).toContain("This preset does not exist. It may have been deleted.");
    expect(page).toContain('value="Mine"');
    expect(page).toContain('action="/presets/new"');
    expect(page).not.toContain('name="version"');
    expect(await (await fetch(`${app.url}/presets/1`)).text()).toContain("This preset does not exist.");
  });

  it("lists the methods of a command in Allow", async () => {
    const response = await fetch(`${app.url}/presets/1/play`);
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });

  it("takes exactly one of two simultaneous saves", async () => {
    const answers = await Promise.all(
      [mine, theirs].map((preset) => post("/presets/1", pairs(preset, ["version", "1"], save))),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
  });

  it("refuses an invalid or missing version", async () => {
    expect((await post("/presets/1", pairs(mine, ["version", "x"], save))).status).toBe(422);
    expect((await post("/presets/1", pairs(mine, save))).status).toBe(422);
    expect((await app.store.get(1))?.name).toBe(productTour.name);
  });

  it("draws the plot of the posted values", async () => {
    const drawn = await post("/presets/timeline", pairs({ ...mine, repeats: 1 }, ["version", "1"]));
    expect(drawn).toMatchObject({ status: 200, page: expect.stringContaining("4 moves in 2 cycles, 9.5 s") });
    expect(await post("/presets/timeline", pairs({ ...mine, name: "" }))).toMatchObject({
      status: 204,
      page: "",
    });
  });

  it("shows the plot on the page of a preset", async () => {
    const page = await (await fetch(`${app.url}/presets/1`)).text();
    expect(page).toContain(
      'aria-label="Angle over time: 4 moves in 2 cycles, 9.5 s a round, 2 rounds: 19 s"',
    );
  });

  it("shows the plot of the posted values after an edit without JavaScript", async () => {
    const duplicated = pairs({ ...mine, repeats: 1 }, ["version", "1"]);
    duplicated.splice(
      duplicated.findIndex(([name]) => name === "angle"),
      0,
      ["__edit__", "duplicate"],
    );
    const edited = await post("/presets/1", duplicated);
    expect(edited.status).toBe(200);
    expect(edited.page).toContain('aria-label="Angle over time: 5 moves in 2 cycles, 10 s"');
    expect(edited.page).toMatch(/data-plot-note hidden/);
    expect((await post("/presets/new", duplicated)).page).toContain("5 moves in 2 cycles");

    // Invalid values leave the plot of the stored preset, with a note.
    const { status, page } = await post("/presets/1", pairs({ ...mine, name: "" }, ["version", "1"], save));
    expect(status).toBe(422);
    expect(page).toContain("4 moves in 2 cycles, 9.5 s a round");
    expect(page).toMatch(/data-plot data-old>/);
    expect(page).toMatch(/data-plot-note>/);
  });

  it("reports a full store", async () => {
    await app.store.createAll(Array.from({ length: 999 }, () => productTour));
    const { status, page } = await post("/presets/new", pairs(mine, save));
    expect(status).toBe(409);
    expect(page).toContain("No room for another preset: the limit is 1000");
  });
});
