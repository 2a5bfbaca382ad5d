import { describe, expect, it } from "vitest";
import { reaches, rests } from "./testing/reaches.ts";
import { openUno } from "./testing/uno-server.ts";
import type { TurntableStatus } from "./turntable.ts";

describe("ConnectedTurntable", () => {
  it("turns to an angle and reports its status", async () => {
    const { server, turntable } = await openUno(1);
    const statuses: TurntableStatus[] = [];
    turntable.subscribe((status) => statuses.push(status));
    await turntable.turnTo(30.5, 90);
    expect(turntable.status.turn).toEqual({ to: 30.5, speed: 90 });
    await rests(turntable);
    expect(turntable.status).toEqual({
      connection: "ready",
      name: server.target,
      angle: 30.5,
      moving: false,
      playing: undefined,
      problem: undefined,
      settings: { low: 0, high: 180, acceleration: 180, reverse: false },
    });
    await expect.poll(() => Math.abs((server.angle ?? NaN) - 30.5)).toBeLessThan(0.5);
    await expect.poll(() => statuses.at(-1)?.moving).toBe(false);
    expect(statuses.at(-1)).toEqual(turntable.status);
    expect(statuses.some(({ moving, angle }) => moving && angle !== 30.5)).toBe(true);
  });

  it("reports the last refusal until the firmware obeys again", async () => {
    const { turntable } = await openUno();
    await expect(turntable.turnTo(180.5)).rejects.toMatchObject({
      name: "TurntableError",
      problem: "refused",
      message: 'The turntable refused "M1:180.50": Error: Bad angle.',
    });
    expect(turntable.status.problem).toContain("Bad angle");
    await turntable.turnTo(90);
    expect(turntable.status.problem).toBeUndefined();
  });

  it("stops at its current position", async () => {
    const { turntable } = await openUno(1);
    await turntable.turnTo(0, 20);
    await reaches(turntable, ({ angle = 90 }) => angle < 89);
    await turntable.stop();
    expect(turntable.status.moving).toBe(false);
    expect(turntable.status.angle).toBeGreaterThan(45);
    expect(turntable.status.angle).toBeLessThan(90);
  });

  it("takes 1,000 commands at once", async () => {
    const { server, turntable } = await openUno(2);
    const angles = Array.from({ length: 1_000 }, (_, index) => (index * 7_919) % 181);
    const results = await Promise.allSettled(angles.map((angle) => turntable.turnTo(angle, 360)));
    expect(results.filter(({ status }) => status === "rejected")).toEqual([]);
    expect(server.moves).toHaveLength(1_000);
    await rests(turntable);
    expect(turntable.status.angle).toBe(angles.at(-1));
  });

  it("queries the state after a lost answer, and does not send the obeyed line again", async () => {
    const { server, turntable } = await openUno();
    server.loses = (line) => line.startsWith("Ack") || line.startsWith("Done");
    await turntable.turnTo(60, 360);
    expect(server.moves).toEqual(["M1:60.00@360.00"]);
    await rests(turntable);
    expect(turntable.status.angle).toBe(60);
  });

  it("queries the state after a lost line, and rejects without sending it again", async () => {
    const { server, turntable } = await openUno();
    server.misses = (line) => line.startsWith("M");
    await expect(turntable.request("M1:60.00@360.00").taken).rejects.toMatchObject({
      problem: "no-reply",
      message: 'The turntable did not answer "M1:60.00@360.00" and did not obey.',
    });
    expect(server.moves).toHaveLength(1);
    server.misses = () => false;
    await turntable.turnTo(60, 360);
  });

  it("sends a garbled or lost turn by hand again, up to five times", async () => {
    const { server, turntable } = await openUno();
    server.garbles = (line) => line.replace("M1", "\xcd1");
    server.misses = (line) => line.startsWith("M2");
    await turntable.turnTo(60, 360);
    expect(server.moves).toHaveLength(3);
    await rests(turntable);
    expect(turntable.status).toMatchObject({ angle: 60, problem: undefined });
    server.garbles = (line) => line.replace("M", "\xcd");
    await expect(turntable.turnTo(70, 360)).rejects.toMatchObject({ problem: "garbled" });
    expect(turntable.status.problem).toMatch(
      /^The turntable did not take the turn in 5 attempts. The line is noisy/,
    );
  });

  it("corrects a turn by hand whose angle was changed on the way, but no turn that another one cut", async () => {
    const { server, turntable } = await openUno(2);
    server.garbles = (line) => line.replace("M1:80", "M1:95");
    await turntable.turnTo(80, 360);
    await reaches(turntable, ({ angle, moving }) => angle === 80 && !moving);
    expect(server.moves).toHaveLength(2);
    server.garbles = (line) => line.replace("M3:70", "M3:78");
    await turntable.turnTo(70, 10);
    await turntable.turnTo(85, 360);
    await rests(turntable);
    expect(turntable.status.angle).toBe(85);
    expect(server.moves).toHaveLength(4);
  });

  it("gives up a turn by hand whose angle was changed on the way each time", async () => {
    const { server, turntable } = await openUno();
    server.garbles = (line) => line.replace(":80", ":95");
    await turntable.turnTo(80, 360);
    const problem = "The table turned to another angle in 5 attempts: the line is noisy.";
    await reaches(turntable, (status) => status.problem === problem);
    expect(server.moves).toHaveLength(5);
  });

  it("confirms a stop and an angle by the state if their answers are lost", async () => {
    const { server, turntable } = await openUno(1);
    server.loses = (line) => /^(?:Stop|Input|OK)/.test(line);
    const replies: string[] = [];
    const { ended } = turntable.request("95", { onReply: (line) => replies.push(line) });
    await ended;
    await turntable.stop();
    expect(replies).toEqual(["Input angle: 95", "OK: Good to go"]);
    expect(turntable.status).toMatchObject({ connection: "ready", angle: 95 });
  });

  it("treats silence as a lost connection, and reopens it", async () => {
    const { server, turntable } = await openUno();
    server.loses = () => true;
    await expect(turntable.turnTo(60)).rejects.toMatchObject({ problem: "lost" });
    expect(turntable.status).toMatchObject({
      connection: "lost",
      angle: undefined,
      problem: "The turntable did not answer within 1000 ms",
    });
    server.loses = () => false;
    await rests(turntable);
    expect(turntable.status.problem).toBeUndefined();
  });

  it("notices a reset", async () => {
    const { server, turntable } = await openUno();
    const { ended } = turntable.request("M7:180@1");
    await reaches(turntable, ({ moving }) => moving);
    await server.reset();
    await expect(ended).rejects.toMatchObject({ problem: "restarted" });
    expect(turntable.status).toMatchObject({ connection: "ready", moving: false });
  });

  it("reports a device that is not a turntable", async () => {
    const { server, turntable } = await openUno();
    await server.kill();
    server.loses = (line) => line.startsWith("Turntable");
    await server.start();
    const problem = "No turntable answers. Check its cable and power, and its firmware";
    await reaches(turntable, (status) => status.problem === problem);
    server.loses = () => false;
    await rests(turntable);
  });

  it.each(["V", "M1:90@360", "?"])(
    "survives a kill and a restart while it waits for the answer to %s",
    async (line) => {
      const { server, turntable } = await openUno();
      server.loses = () => true;
      const { taken } = turntable.request(line);
      await Promise.all([expect(taken).rejects.toMatchObject({ problem: "lost" }), server.kill()]);
      await expect(turntable.turnTo(1)).rejects.toMatchObject({ problem: "lost" });
      server.loses = () => false;
      await server.start();
      await rests(turntable);
      await turntable.turnTo(10, 360);
    },
  );

  it("survives a kill and a restart during the handshake", async () => {
    const { server, turntable } = await openUno();
    await server.kill();
    server.loses = () => true;
    await server.start();
    const asked = server.heard.length;
    await server.hears(asked + 1);
    await server.kill();
    server.loses = () => false;
    await server.start();
    await rests(turntable);
  });

  it("survives a kill and a restart during a move", async () => {
    const { server, turntable } = await openUno();
    const { ended } = turntable.request("M7:180@1");
    await reaches(turntable, ({ moving }) => moving);
    await Promise.all([expect(ended).rejects.toMatchObject({ problem: "lost" }), server.kill()]);
    await server.start();
    await rests(turntable);
    expect(turntable.status.angle).toBe(90);
  });
});
