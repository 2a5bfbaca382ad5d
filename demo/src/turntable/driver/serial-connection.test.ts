import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConnectedTurntable } from "../connected-turntable.ts";
import { serialConnector } from "./serial-connection.ts";
import { reaches, rests } from "../testing/reaches.ts";
import { UnoServer } from "../testing/uno-server.ts";

const processName = existsSync("/proc/self/comm") ? readFileSync("/proc/self/comm", "utf8").trim() : "";
const socat = spawnSync("socat", ["-V"]).status === 0;

/** Uses a serial port made by socat, with a simulated UNO at its other end. */
describe.skipIf(!socat)("serialConnector (needs socat: apt-get install socat)", () => {
  let folder: string;
  let path: string;
  let server: UnoServer;
  let cable: ChildProcess;
  let turntable: ConnectedTurntable;

  async function plugIn(): Promise<void> {
    cable = spawn("socat", [`pty,raw,echo=0,link=${path}`, `TCP4:127.0.0.1:${server.port},nodelay`], {
      stdio: "ignore",
    });
    await expect.poll(() => existsSync(path)).toBe(true);
  }

  async function unplug(): Promise<void> {
    const exit = once(cable, "exit");
    cable.kill();
    await exit;
  }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "turnform-serial-"));
    path = join(folder, "tty");
    server = await new UnoServer({ pace: 2 }).start();
    await plugIn();
    turntable = new ConnectedTurntable(
      { ...serialConnector(path), bootTime: 100 },
      { backoff: { first: 20, limit: 50 }, conversation: { restingBeat: 50 } },
    );
    await reaches(turntable, ({ connection }) => connection === "ready");
  });
  afterEach(async () => {
    await turntable.close();
    if (cable.exitCode === null && cable.signalCode === null) await unplug();
    await server.kill();
    rmSync(folder, { recursive: true });
  });

  it("turns the table over a serial port", async () => {
    expect(turntable.status.name).toBe(`serial:${path}`);
    await turntable.turnTo(120, 360);
    await rests(turntable);
    expect(turntable.status.angle).toBe(120);
    await expect.poll(() => Math.abs((server.angle ?? NaN) - 120)).toBeLessThan(0.5);
  });

  it("takes 200 commands back to back", async () => {
    const angles = Array.from({ length: 200 }, (_, index) => (index * 7_919) % 181);
    await Promise.all(angles.map((angle) => turntable.turnTo(angle, 360)));
    await rests(turntable);
    expect(turntable.status.angle).toBe(angles.at(-1));
  });

  it("notices an unplugged port, and reconnects when it is back", async () => {
    const { ended } = turntable.request("M1:0@1");
    await reaches(turntable, ({ moving }) => moving);
    await Promise.all([expect(ended).rejects.toMatchObject({ problem: "lost" }), unplug()]);
    expect(turntable.status.connection).toBe("lost");
    await plugIn();
    await reaches(turntable, ({ connection }) => connection === "ready");
    await turntable.turnTo(90, 360);
  });

  it("names the process that holds a port, and how to share it", async () => {
    const second = new ConnectedTurntable(serialConnector(path));
    await reaches(second, ({ problem }) => problem !== undefined);
    // This process holds the port. socat holds the other end, by another path.
    expect(second.status.problem).toContain(
      `The serial port is in use by ${processName} (process ${process.pid})`,
    );
    expect(second.status.problem).toContain("TURNTABLE=tcp:HOST:PORT");
    await second.close();
    expect(turntable.status.connection).toBe("ready");
  });
});
