import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ServedApp, serveApp } from "../../testing/serve-app.ts";

let app: ServedApp;
beforeEach(async () => {
  app = await serveApp();
});
afterEach(() => app[Symbol.asyncDispose]());

const page = async (path: string): Promise<string> => (await fetch(app.url + path)).text();

describe("the turntable's panel", () => {
  it("says what a table with an old sketch can't do, in place of the link to the settings", async () => {
    expect(await page("/presets")).toContain('href="/turntable/settings"');
    app.turntable.limitation = "It can't stop.";
    const old = await page("/presets");
    expect(old).toMatch(/turntable-note">It can&#x?\w+;t stop\.</);
    expect(old).not.toContain('href="/turntable/settings"');
  });
});

describe("/turntable/settings", () => {
  function save(values: Readonly<Record<string, string>>): Promise<Response> {
    const seen = "0° to 180°, 0°/s²";
    const all = { low: "20", high: "160", acceleration: "90", seen, ...values, save: "save" };
    const body = new URLSearchParams(all);
    return fetch(`${app.url}/turntable/settings`, { method: "POST", redirect: "manual", body });
  }

  it("shows the settings and saves them", async () => {
    expect(await page("/turntable/settings")).toMatch(/name="acceleration"[^>]* value="0"/);
    const response = await save({ reverse: "true" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toContain("/turntable/settings");
    expect(app.turntable.settings).toEqual({ low: 20, high: 160, acceleration: 90, reverse: true });
  });

  it("keeps the settings that someone else has saved meanwhile", async () => {
    app.turntable.settings = { low: 50, high: 120, acceleration: 0, reverse: false };
    const response = await save({});
    expect(response.status).toBe(409);
    expect(await response.text()).toContain("Someone else has changed the settings: 50° to 120°, 0°/s².");
    expect(app.turntable.settings).toMatchObject({ low: 50, high: 120 });
    expect((await save({ seen: "50° to 120°, 0°/s²" })).status).toBe(303);
  });

  it("refuses a lowest angle above the highest", async () => {
    const response = await save({ high: "20" });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("Must be above the lowest angle");
    expect(app.turntable.settings).toMatchObject({ high: 180 });
  });

  it("says why the table does not take the settings, and keeps what was typed", async () => {
    await app.turntable.turnTo(0, 1);
    const moving = await save({});
    expect(moving.status).toBe(422);
    const text = await moving.text();
    expect(text).toContain("The table moves. Stop it, then save the settings again.");
    expect(text).toContain('value="90"');
    app.turntable.setConnection("lost");
    expect((await save({})).status).toBe(503);
  });

  it("says what to do if the settings are unknown", async () => {
    app.turntable.settings = undefined;
    const response = await fetch(`${app.url}/turntable/settings`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("upload the current one");
  });
});
