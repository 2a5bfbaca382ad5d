import { describe, expect, it } from "vitest";
import { ConnectedTurntable } from "./connected-turntable.ts";
import { logTurntable, openTurntable } from "./open-turntable.ts";
import { simulatorConnector } from "./simulator/simulator.ts";
import { reaches, rests } from "./testing/reaches.ts";
import { openAt, UnoServer } from "./testing/uno-server.ts";

describe("openTurntable", () => {
  it("simulates a turntable in real time and measures its angle", async () => {
    const turntable = openTurntable();
    expect(turntable.status).toMatchObject({ connection: "connecting", name: "sim", angle: undefined });
    await reaches(turntable, ({ connection }) => connection === "ready");
    expect(turntable.status.angle).toBe(90);
    const start = performance.now();
    await turntable.turnTo(45, 90);
    await rests(turntable);
    // The turn takes 500 ms. On a busy machine, simulated time lags, so the line may come early in it.
    expect(performance.now() - start).toBeGreaterThan(250);
    // The measurement is off by up to half a microsecond of the pulse.
    await reaches(turntable, ({ angle = 0 }) => Math.abs(angle - 45) < 0.2);
    await turntable.close();
    expect(turntable.status).toMatchObject({
      connection: "lost",
      angle: undefined,
      problem: "It was closed",
    });
    await expect(turntable.turnTo(1)).rejects.toMatchObject({
      problem: "lost",
      message: "The connection to the turntable is lost: It was closed.",
    });
  });

  it("refuses an unknown target", () => {
    expect(() => openTurntable("usb")).toThrow(
      'TURNTABLE must be "sim", "serial:PATH" or "tcp:HOST:PORT", not "usb".',
    );
  });

  it.each([
    ["serial:/dev/no-such-port", "No such file or directory"],
    ["tcp:127.0.0.1:1", "ECONNREFUSED"],
  ])("reports the reason if it can't connect to %s", async (target, problem) => {
    const turntable = openTurntable(target);
    await reaches(turntable, ({ connection }) => connection === "lost");
    expect(turntable.status).toMatchObject({ name: target, problem: expect.stringContaining(problem) });
    await turntable.close();
  });

  it("reports a missing firmware image", async () => {
    const turntable = new ConnectedTurntable(
      simulatorConnector({ image: new URL("no-image.hex", import.meta.url) }),
    );
    await reaches(turntable, ({ problem }) => problem !== undefined);
    expect(turntable.status.problem).toContain("no-image.hex");
    await turntable.close();
  });
});

describe("logTurntable", () => {
  it("logs a loss once and the return, but not the closing", async () => {
    const server = await new UnoServer({ pace: 2 }).start();
    const turntable = await openAt(server);
    const lines: string[] = [];
    logTurntable(turntable, (level, message) => void lines.push(`${level}: ${message}`));
    await server.kill();
    await expect.poll(() => lines.length).toBe(1);
    await server.start();
    await expect.poll(() => lines.length).toBe(2);
    await turntable.close();
    expect(lines).toEqual(["warn: turntable lost", "info: turntable back"]);
    await server.kill();
  });
});
