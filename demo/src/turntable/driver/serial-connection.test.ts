import { existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConnectedTurntable } from "../connected-turntable.ts";
import { serialConnector } from "./serial-connection.ts";
import { reaches, rests } from "../testing/reaches.ts";
import { SerialCable, socat } from "../testing/serial-cable.ts";
import { UnoServer } from "../testing/uno-server.ts";

const processName = existsSync("/proc/self/comm") ? readFileSync("/proc/self/comm", "utf8").trim() : "";

/** Uses a serial port made by socat, with a simulated UNO at its other end. */
describe.skipIf(!socat)("serialConnector (needs socat: apt-get install socat)", () => {
  let server: UnoServer;
  let cable: SerialCable;
  let turntable: ConnectedTurntable;

  beforeEach(async () => {
    server = await new UnoServer({ pace: 2 }).start();
    cable = new SerialCable(server.port);
    await cable.plugIn();
    turntable = new ConnectedTurntable(
      { ...serialConnector(cable.path), bootTime: 100 },
      { backoff: { first: 20, limit: 50 }, conversation: { restingBeat: 50 } },
    );
    await reaches(turntable, ({ connection }) => connection === "ready");
  });
  afterEach(async () => {
    await turntable.close();
    await cable.remove();
    await server.kill();
  });

  it("turns the table over a serial port", async () => {
    expect(turntable.status.name).toBe(`serial:${cable.path}`);
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
    await Promise.all([expect(ended).rejects.toMatchObject({ problem: "lost" }), cable.unplug()]);
    expect(turntable.status.connection).toBe("lost");
    await cable.plugIn();
    await reaches(turntable, ({ connection }) => connection === "ready");
    await turntable.turnTo(90, 360);
  });

  it("names the processes that hold a port, and how to share it", async () => {
    const second = new ConnectedTurntable(serialConnector(cable.path));
    await reaches(second, ({ problem }) => problem !== undefined);
    expect(second.status.problem).toContain("The serial port is in use by ");
    // socat holds the port too, because it has made it.
    expect(second.status.problem).toContain(`${processName} (process ${process.pid})`);
    expect(second.status.problem).toContain("TURNTABLE=tcp:HOST:PORT");
    await second.close();
    expect(turntable.status.connection).toBe("ready");
  });
});
