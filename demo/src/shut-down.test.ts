import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { silentLog } from "./log.ts";
import { openPresetStore } from "./presets/index.ts";
import { shutDown } from "./shut-down.ts";
import { presetBody } from "./testing/preset-body.ts";
import { type ServedApp, serveApp } from "./testing/serve-app.ts";

let app: ServedApp;
beforeEach(async () => {
  app = await serveApp();
});
afterEach(() => app[Symbol.asyncDispose]());

const stop = (): Promise<void> => shutDown({ ...app, log: silentLog });

describe("shutDown", () => {
  it("ends open streams, and then turntable and database", async () => {
    const stream = await fetch(`${app.url}/turntable/events`);
    const started = performance.now();
    const [text] = await Promise.all([stream.text(), stop()]);
    expect(text).toContain("data: ");
    expect(performance.now() - started).toBeLessThan(3000);
    expect(app.turntable.closed).toBe(true);
    await expect(app.store.ping()).rejects.toThrow("closed");
    await expect(fetch(app.url)).rejects.toThrow("fetch failed");
  });

  it("finishes a save whose form is still coming", async () => {
    const body = presetBody({ name: "Saved at last", version: "1", save: "save" }).toString();
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    let answer = "";
    socket.on("data", (chunk) => (answer += String(chunk)));
    socket.write(
      `POST /presets/1 HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
        `Content-Length: ${body.length}\r\n\r\n${body.slice(0, 20)}`,
    );
    await wait(100);
    const stopped = stop();
    await wait(100);
    socket.write(body.slice(20));
    await Promise.all([stopped, once(socket, "close")]);
    expect(answer).toMatch(/^HTTP\/1\.1 303 /);
    const store = await openPresetStore(app.database);
    expect(await store.get(1)).toMatchObject({ version: 2, name: "Saved at last" });
    await store.close();
  });

  it("lets a kept connection go after its last answer", async () => {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    socket.write(`GET /health HTTP/1.1\r\nHost: ${hostname}\r\nConnection: keep-alive\r\n\r\n`);
    await wait(100);
    const started = performance.now();
    await stop();
    expect(performance.now() - started).toBeLessThan(2000);
    socket.destroy();
  });
});
