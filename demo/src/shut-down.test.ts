import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shutDown } from "./shut-down.ts";
import { presetBody } from "./testing/preset-body.ts";
import { type ServedApp, serveApp } from "./testing/serve-app.ts";
import { openTestStore } from "./testing/test-store.ts";

let app: ServedApp;
beforeEach(async () => {
  app = await serveApp();
});
afterEach(() => app[Symbol.asyncDispose]());

/** Stops the demo, which must end in order: nothing is cut off because it takes too long. */
async function stop(): Promise<void> {
  const logged: string[] = [];
  await shutDown({ ...app, log: (_level, message) => logged.push(message) });
  expect(logged).toEqual(["stopping", "stopped"]);
}

describe("shutDown", () => {
  it("ends open streams, then the turntable and the database", async () => {
    const stream = await fetch(`${app.url}/turntable/events`);
    const [text] = await Promise.all([stream.text(), stop()]);
    expect(text).toContain("data: ");
    expect(app.turntable.closed).toBe(true);
    await expect(app.store.ping()).rejects.toThrow("closed");
    await expect(fetch(app.url)).rejects.toThrow("fetch failed");
  });

  it("finishes a save whose request is still arriving", async () => {
    const body = presetBody({ name: "Saved at last", version: "1", save: "save" }).toString();
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    let answer = "";
    socket.on("data", (chunk) => (answer += String(chunk)));
    socket.write(
      `POST /presets/1 HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
        `Content-Length: ${body.length}\r\n\r\n${body.slice(0, 20)}`,
    );
    await once(app.server, "request");
    const stopped = stop();
    expect(app.server.listening).toBe(false);
    socket.write(body.slice(20));
    await Promise.all([stopped, once(socket, "close")]);
    expect(answer).toMatch(/^HTTP\/1\.1 303 /);
    const store = await openTestStore(app.database);
    expect(await store.get(1)).toMatchObject({ version: 2, name: "Saved at last" });
    await store.close();
  });

  it("closes a keep-alive connection after its last response", async () => {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    socket.write(`GET /health HTTP/1.1\r\nHost: ${hostname}\r\nConnection: keep-alive\r\n\r\n`);
    await once(socket, "data");
    await stop();
    socket.destroy();
  });
});
