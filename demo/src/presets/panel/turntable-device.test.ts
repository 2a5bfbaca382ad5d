import { describe, expect, it, onTestFinished } from "vitest";
import { serveApp } from "../../testing/serve-app.ts";

describe("the turntable's panel", () => {
  it("says what a table with an old sketch can't do", async () => {
    const app = await serveApp();
    onTestFinished(() => app[Symbol.asyncDispose]());
    const page = async () => (await fetch(`${app.url}/presets`)).text();
    expect(await page()).not.toContain("turntable-limitation");
    app.turntable.limitation = "It can't stop.";
    expect(await page()).toMatch(/turntable-limitation">It can&#x?\w+;t stop\.</);
  });
});
