import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ServedApp, serveApp } from "../../testing/serve-app.ts";
import { TurntableError } from "../../turntable/index.ts";

let app: ServedApp;
beforeEach(async () => {
  app = await serveApp();
});
afterEach(() => app[Symbol.asyncDispose]());

function post(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(app.url + path, { method: "POST", redirect: "manual", ...init });
}

const turn = (angle: string): RequestInit => ({ body: new URLSearchParams({ angle, turn: "turn" }) });

describe("turntableRoutes", () => {
  it("turns, plays, pauses, resumes and stops", async () => {
    expect((await post("/turntable/turn", turn("30"))).status).toBe(303);
    for (const path of ["/presets/1/play", "/turntable/pause", "/turntable/resume", "/turntable/stop"])
      expect((await post(path)).status).toBe(303);
    expect(app.turntable.commands).toEqual(["turn 30", "play 1", "pause", "resume", "stop"]);
  });

  it("plays the tour until a stop", async () => {
    expect((await post("/turntable/tour")).status).toBe(303);
    expect(app.turntable.status.playing).toMatchObject({ presetId: 0, name: "Ten-second tour" });
    await post("/turntable/stop");
    expect(app.turntable.status.playing).toBeUndefined();
    expect((await fetch(`${app.url}/turntable/tour`)).status).toBe(405);
  });

  it("redirects to the page of the button, on this site only", async () => {
    const target = async (referer: string): Promise<string | null> =>
      (await post("/turntable/stop", { headers: { Referer: referer } })).headers.get("location");
    expect(await target(`${app.url}/presets/1?notice=saved`)).toBe("/presets/1");
    expect(await target(`${app.url}/`)).toBe("/presets");
    expect(await target(`${app.url}//evil.example`)).toBe("/presets");
    expect(await target("http://evil.example/presets/1")).toBe("/presets");
    expect(await target("nonsense")).toBe("/presets");
  });

  it("answers scripts with 204, or with errors as JSON", async () => {
    const headers = { Accept: "application/json" };
    expect((await post("/turntable/pause", { headers })).status).toBe(204);
    app.turntable.setConnection("lost");
    const response = await post("/turntable/pause", { headers });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      status: 503,
      message: "The turntable is not connected. Nothing answers.",
    });
  });

  it("shows a wrong angle at its field", async () => {
    const response = await post("/turntable/turn", turn("181"));
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("180");
    expect(app.turntable.commands).toEqual([]);
  });

  it("shows at its field why the table does not turn, and tells scripts", async () => {
    const reason = "The table turns only from 20° to 160°.";
    const turnTo = vi.spyOn(app.turntable, "turnTo");
    turnTo.mockRejectedValueOnce(new TurntableError("refused", reason));
    const page = await post("/turntable/turn", turn("30"));
    expect(page.status).toBe(422);
    expect(await page.text()).toMatch(new RegExp(`id="turn-angle:error"[^]*${reason}`));
    turnTo.mockRejectedValueOnce(new TurntableError("refused", reason));
    const headers = { Accept: "application/json", "X-Turnform": "fetch" };
    const answer = await post("/turntable/turn", { ...turn("30"), headers });
    expect([answer.status, await answer.json()]).toEqual([422, { status: 422, message: reason }]);
    app.turntable.setConnection("lost");
    const lost = await post("/turntable/turn", turn("30"));
    expect(lost.status).toBe(503);
    expect(await lost.text()).toMatch(/id="turn-angle:error"[^]*The turntable is not connected/);
  });

  it("refuses another site's form", async () => {
    const headers = { "Sec-Fetch-Site": "cross-site" };
    expect((await post("/turntable/stop", { headers })).status).toBe(403);
    expect((await post("/presets/1/play", { headers })).status).toBe(403);
    expect(app.turntable.commands).toEqual([]);
  });

  it("does not move anything on GET", async () => {
    expect((await fetch(`${app.url}/turntable/stop`)).status).toBe(405);
    expect((await fetch(`${app.url}/presets/1/play`)).status).toBe(405);
    expect(app.turntable.commands).toEqual([]);
  });

  it("answers 404 to playing an unknown preset", async () => {
    expect((await post("/presets/99/play")).status).toBe(404);
  });
});

describe("/health", () => {
  it("reports the state of the database and the turntable", async () => {
    const response = await fetch(`${app.url}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: "ok",
      database: "ok",
      turntable: { name: "sim", connection: "ready" },
    });
  });

  it("answers 503 if the connection is lost or the database is closed", async () => {
    app.turntable.setConnection("lost");
    const lost = await fetch(`${app.url}/health`);
    expect(lost.status).toBe(503);
    expect(await lost.json()).toMatchObject({
      turntable: { connection: "lost", problem: "nothing answers" },
    });
    app.turntable.setConnection("connecting");
    expect((await fetch(`${app.url}/health`)).status).toBe(200);
    await app.store.close();
    const gone = await fetch(`${app.url}/health`);
    expect(gone.status).toBe(503);
    expect(await gone.json()).toMatchObject({ status: "failing", database: "unreachable" });
  });
});
