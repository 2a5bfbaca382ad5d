import { describe, expect, it } from "vitest";
import { openBridge } from "./bridge/bridge.ts";
import { LineClient } from "./testing/line-client.ts";
import { reaches, rests } from "./testing/reaches.ts";
import { sketch2011Connector } from "./testing/sketch-2011.ts";
import { openAt, openUno, UnoServer } from "./testing/uno-server.ts";

describe("ConnectedTurntable with the sketch of 2011", () => {
  it("turns to whole degrees, and says what the table can't do", async () => {
    const { server, turntable } = await openUno(sketch2011Connector(2));
    expect(turntable.status).toMatchObject({ connection: "ready", angle: undefined, problem: undefined });
    expect(turntable.status.limitation).toContain("can't stop on the way");
    await turntable.turnTo(120.4, 90);
    expect(turntable.status).toMatchObject({ moving: true, turn: { to: 120, speed: 33.33 } });
    await rests(turntable);
    expect(turntable.status).toMatchObject({ angle: 120, moving: false });
    expect(server.heard).toContain("120");
    expect(server.moves).toEqual([]);
  });

  it("plays a preset, angle after angle", async () => {
    const { server, turntable } = await openUno(sketch2011Connector(50));
    const moves = [80, 100, 70].map((angle) => ({ angle, speed: 360, dwell: 0 }));
    await turntable.play(5, { name: "Round", repeats: 2, cycles: [moves] });
    await reaches(turntable, ({ playing }) => playing === undefined);
    expect(turntable.status).toMatchObject({ angle: 70, problem: undefined });
    expect(server.heard.filter((line) => /^\d/.test(line))).toEqual(["80", "100", "70", "80", "100", "70"]);
  });

  it("pauses and stops between turns", async () => {
    const { server, turntable } = await openUno(sketch2011Connector(2));
    const moves = [80, 100].map((angle) => ({ angle, speed: 360, dwell: 0 }));
    await turntable.play(5, { name: "Round", repeats: 1, cycles: [moves] });
    await reaches(turntable, ({ moving }) => moving);
    await turntable.pause();
    await rests(turntable);
    expect(turntable.status).toMatchObject({ angle: 80, playing: { paused: true, move: 0 } });
    await turntable.stop();
    expect(turntable.status.playing).toBeUndefined();
    expect(server.heard).not.toContain("100");
  });

  it("shares the table by the bridge, also with another demo", async () => {
    const { turntable } = await openUno(sketch2011Connector(50));
    const bridge = await openBridge(turntable, { host: "127.0.0.1", port: 0 });
    const client = await LineClient.connect(bridge.address.port);
    client.socket.end("100\nM1:90@30\nabc\n");
    await client.closed;
    expect(client.answers).toEqual([
      "Input angle: 100",
      "OK: Good to go",
      "Error: Angle more than 3 bytes",
      "OK: Good to go",
      "Error: Bad input",
      "OK: Good to go",
    ]);
    const other = await openAt({ port: bridge.address.port });
    await other.turnTo(80);
    await rests(other);
    expect(other.status).toMatchObject({ angle: 80, limitation: turntable.status.limitation });
    expect(turntable.status).toMatchObject({ angle: 80 });
    await other.close();
    await bridge.close();
  });

  it("survives a kill and a restart", async () => {
    const { server, turntable } = await openUno(sketch2011Connector());
    await turntable.turnTo(0);
    await server.kill();
    await reaches(turntable, ({ connection }) => connection === "lost");
    await server.start();
    await rests(turntable);
    await turntable.turnTo(90);
  });

  it("becomes ready with newer firmware after an upload", async () => {
    const { server, turntable } = await openUno(sketch2011Connector());
    await server.kill();
    const newer = new UnoServer();
    newer.port = server.port;
    await newer.start();
    await reaches(turntable, ({ connection, limitation }) => connection === "ready" && !limitation);
    expect(turntable.status.angle).toBe(90);
    await newer.kill();
  });
});
