import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "turnform-main-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function start(port: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
  // The build takes half of the time that the sources take to start.
  const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));
  return spawn(process.execPath, [main], {
    env: {
      ...process.env,
      PORT: port,
      DATABASE_URL: `file:${join(folder, "presets.db")}`,
      TURNTABLE_BRIDGE: "127.0.0.1:0",
      ...env,
    },
  });
}

async function failure(port: string): Promise<{ code: unknown; stderr: string }> {
  const child = start(port);
  const [stderr, [code]] = await Promise.all([child.stderr ? text(child.stderr) : "", once(child, "exit")]);
  return { code, stderr };
}

describe("main", () => {
  it("prints its address and exits with 0 on SIGTERM", async () => {
    const child = start("0");
    const [line] = await once(child.stdout ?? child, "data");
    const [, url] =
      /^Turnform demo: (http:\/\/localhost:\d+), turntable: sim, bridge: 127\.0\.0\.1:\d+\n$/.exec(
        String(line),
      ) ?? [];
    expect((await fetch(`${url}/presets`)).status).toBe(200);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("exits while a page watches the turntable", async () => {
    const child = start("0");
    const [line] = await once(child.stdout ?? child, "data");
    const [url] = /http:\/\/localhost:\d+/.exec(String(line)) ?? [];
    const stream = await fetch(`${url}/turntable/events`);
    const started = performance.now();
    child.kill("SIGINT");
    const [exit] = await Promise.all([once(child, "exit"), stream.text()]);
    expect(exit).toEqual([0, null]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("exits at once and without a false alarm while a client holds a silent connection", async () => {
    const child = start("0");
    const [line] = await once(child.stdout ?? child, "data");
    const { hostname, port } = new URL(/http:\/\/localhost:\d+/.exec(String(line))?.[0] ?? "");
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined);
    await once(socket, "connect");
    // A response on a second connection shows that the server has accepted both.
    await (await fetch(`http://${hostname}:${port}/health`)).text();
    child.kill("SIGTERM");
    const [logged, exit] = await Promise.all([text(child.stdout ?? Readable.from([])), once(child, "exit")]);
    expect(exit).toEqual([0, null]);
    expect(logged).toContain('"stopped"');
    expect(logged).not.toContain("could not end in order");
    expect(logged).not.toContain("turntable lost");
  });

  it("starts in two processes at once on one new database", async () => {
    rmSync(join(folder, "presets.db"), { force: true });
    const children = [start("0"), start("0")];
    const lines = await Promise.all(children.map((child) => once(child.stdout ?? child, "data")));
    for (const [line] of lines) {
      const [url] = /http:\/\/localhost:\d+/.exec(String(line)) ?? [];
      expect(await (await fetch(`${url}/presets.json`)).json()).toHaveLength(3);
    }
    const exits = Promise.all(children.map((child) => once(child, "exit")));
    for (const child of children) child.kill("SIGTERM");
    expect(await exits).toEqual([
      [0, null],
      [0, null],
    ]);
  });

  it.each([
    [{}, false],
    [{ HOST: "0.0.0.0" }, true],
  ])("listens with %j: beyond loopback %s", async (env, isOpen) => {
    const child = start("0", env);
    const [line] = await once(child.stdout ?? child, "data");
    const [, port] = /http:\/\/localhost:(\d+)/.exec(String(line)) ?? [];
    // Linux sends 127.0.0.2 to this machine too. A server on 127.0.0.1 does not answer there.
    const answer = fetch(`http://127.0.0.2:${port}/presets.json`).then(({ status }) => status === 200);
    expect(await answer.catch(() => false)).toBe(isOpen);
    child.kill("SIGTERM");
    await once(child, "exit");
  });

  it("starts without a bridge if the bridge's port is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const child = start("0", { TURNTABLE_BRIDGE: `127.0.0.1:${port}` });
    let output = "";
    child.stdout?.on("data", (bytes) => (output += String(bytes)));
    await expect.poll(() => output, { timeout: 60_000 }).toMatch(/turntable: sim\n/);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(output).toMatch(/no bridge: .*TURNTABLE_BRIDGE=HOST:PORT/);
    other.close();
  });

  it("refuses an invalid port", async () => {
    expect(await failure("http")).toEqual({
      code: 1,
      stderr: 'The demo can\'t start: PORT must be a number from 0 to 65535, not "http".\n',
    });
    expect((await failure("65536")).code).toBe(1);
  });

  it("reports a port that is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const { code, stderr } = await failure(String(port));
    other.close();
    expect(code).toBe(1);
    expect(stderr).toContain(`address already in use 127.0.0.1:${port}`);
  });
});
