import { describe, expect, it, onTestFinished, vi } from "vitest";
import { reasonTime } from "./connected-turntable.ts";
import { reaches, rests } from "./testing/reaches.ts";
import { openUno } from "./testing/uno-server.ts";
import type { Playable, Turntable } from "./turntable.ts";

function preset(cycles: Playable["cycles"], repeats = 1): Playable {
  return { name: "Round", repeats, cycles };
}

const isOver = (turntable: Turntable) => reaches(turntable, ({ playing }) => playing === undefined);

/** Resumes once the connection is back. */
async function resumes(turntable: Turntable): Promise<void> {
  await reaches(turntable, ({ connection }) => connection === "ready");
  await turntable.resume();
}

describe("ConnectedTurntable.play", () => {
  const cycles = [
    [
      { angle: 80, speed: 360, dwell: 20 },
      { angle: 100, speed: 360, dwell: 20 },
    ],
    [{ angle: 70, speed: 360, dwell: 20 }],
  ];

  it("continues after refused turns, and after turns on a lost connection", async () => {
    const { server, turntable } = await openUno(2);
    await turntable.play(
      5,
      preset([
        [
          { angle: 0, speed: 60, dwell: 0 },
          { angle: 30, speed: 360, dwell: 0 },
        ],
      ]),
    );
    await reaches(turntable, ({ moving }) => moving);
    for (const line of ["999", "Mxyz", "M1:999"])
      await expect(turntable.request(line, { client: {} }).taken).rejects.toMatchObject({
        problem: "refused",
      });
    await expect(turntable.turnTo(180.5)).rejects.toMatchObject({ problem: "refused" });
    expect(turntable.status).toMatchObject({ moving: true, playing: { move: 0, paused: false } });
    await server.kill();
    await reaches(turntable, ({ connection }) => connection === "lost");
    await expect(turntable.turnTo(90)).rejects.toMatchObject({ problem: "lost" });
    await expect(turntable.request("90").taken).rejects.toMatchObject({ problem: "lost" });
    expect(turntable.status.playing).toMatchObject({ paused: true });
    await server.start();
    await resumes(turntable);
    await isOver(turntable);
    expect(turntable.status.angle).toBe(30);
  });

  it("sends no more moves after a turn that ends it, even if the confirmation is late", async () => {
    const { server, turntable } = await openUno();
    await turntable.play(5, preset([[{ angle: 0, speed: 1, dwell: 0 }]]));
    await reaches(turntable, ({ moving }) => moving);
    // The player learns that its move was cut. The line that cut it becomes known later.
    server.loses = (line) => line.startsWith("Input");
    await turntable.request("90", { client: {} }).taken;
    await turntable.request("V").taken;
    await rests(turntable);
    expect(turntable.status).toMatchObject({ angle: 90, playing: undefined });
    expect(server.moves).toHaveLength(1);
  });

  it("repeats all cycles as often as the preset requires", async () => {
    const { server, turntable } = await openUno();
    const places = new Set<string>();
    turntable.subscribe(({ playing }) => {
      if (playing)
        places.add(`${playing.name} ${playing.repeat}/${playing.repeats} ${playing.cycle} ${playing.move}`);
    });
    await turntable.play(5, preset(cycles, 2));
    await isOver(turntable);
    expect(server.moves.map((line) => line.replace(/^M\d+:/, ""))).toEqual(
      [80, 100, 70, 80, 100, 70].map((angle) => `${angle}.00@360.00`),
    );
    expect([...places]).toEqual([
      "Round 0/2 0 0",
      "Round 0/2 0 1",
      "Round 0/2 1 0",
      "Round 1/2 0 0",
      "Round 1/2 0 1",
      "Round 1/2 1 0",
    ]);
  });

  it("pauses during a move, then completes it", async () => {
    const { server, turntable } = await openUno(2);
    await turntable.play(5, preset([[{ angle: 0, speed: 60, dwell: 0 }]]));
    await reaches(turntable, ({ angle = 90 }) => angle < 80);
    await turntable.pause();
    const { angle } = turntable.status;
    const asked = server.heard.length;
    await server.hears(asked + 3);
    expect(turntable.status).toMatchObject({ angle, moving: false, playing: { paused: true, move: 0 } });
    await turntable.resume();
    await isOver(turntable);
    expect(turntable.status.angle).toBe(0);
    expect(server.moves).toHaveLength(2);
  });

  it("ends at a stop, a turn by hand, a foreign line or another preset", async () => {
    const { turntable } = await openUno();
    const long = preset([[{ angle: 0, speed: 1, dwell: 0 }]]);
    await turntable.play(5, long);
    await reaches(turntable, ({ moving }) => moving);
    await turntable.stop();
    expect(turntable.status).toMatchObject({ playing: undefined, moving: false });
    await turntable.play(5, long);
    await turntable.turnTo(90, 360);
    expect(turntable.status.playing).toBeUndefined();
    await turntable.play(5, long);
    await turntable.request("90").taken;
    expect(turntable.status.playing).toBeUndefined();
    await turntable.play(5, long);
    await turntable.play(6, preset(cycles));
    expect(turntable.status.playing).toMatchObject({ presetId: 6 });
    await isOver(turntable);
    expect(turntable.status.angle).toBe(70);
  });

  it.each(["kill", "reset"] as const)("resumes at the same move after a %s", async (way) => {
    const { server, turntable } = await openUno(2);
    const moves = [
      { angle: 85, speed: 360, dwell: 0 },
      { angle: 30, speed: 90, dwell: 0 },
    ];
    await turntable.play(5, preset([moves]));
    await reaches(turntable, ({ moving, playing }) => moving && playing?.move === 1);
    if (way === "kill") {
      await server.kill();
      await reaches(turntable, ({ connection }) => connection === "lost");
      expect(turntable.status.playing).toMatchObject({ paused: true, move: 1 });
      await server.start();
      await resumes(turntable);
    } else await server.reset();
    await isOver(turntable);
    expect(turntable.status).toMatchObject({ connection: "ready", angle: 30, problem: undefined });
    expect(server.moves.map((line) => line.split(":")[1])).toEqual([
      "85.00@360.00",
      "30.00@90.00",
      "30.00@90.00",
    ]);
  });

  it("survives a loss of the connection during a dwell", async () => {
    const { server, turntable } = await openUno();
    // Long enough for a busy machine to notice the loss in it.
    await turntable.play(5, preset([[{ angle: 80, speed: 360, dwell: 1_500 }]]));
    await reaches(turntable, ({ angle, moving }) => angle === 80 && !moving);
    await server.kill();
    await reaches(turntable, ({ connection }) => connection === "lost");
    await server.start();
    await resumes(turntable);
    await isOver(turntable);
    expect(server.moves).toHaveLength(2);
    expect(turntable.status.angle).toBe(80);
  });

  it("says who ended a preset, until the next one", async () => {
    const { turntable } = await openUno();
    const long = preset([[{ angle: 0, speed: 1, dwell: 0 }]]);
    await turntable.play(5, long);
    await turntable.turnTo(90, 360);
    expect(turntable.status.problem).toBe("“Round” ended: someone turned the table by hand.");
    await turntable.play(5, long);
    expect(turntable.status.problem).toBeUndefined();
    await turntable.request("90", { client: {} }).taken;
    expect(turntable.status.problem).toBe("“Round” ended: a client of the bridge turned the table.");
    await turntable.play(5, long);
    await turntable.request("!", { client: {} }).taken;
    expect(turntable.status.problem).toBe("“Round” ended: a client of the bridge stopped the table.");
    await turntable.stop();
    expect(turntable.status.problem).toBeUndefined();
  });

  it("says for some time who ended a preset", async () => {
    const { turntable } = await openUno();
    await turntable.play(5, preset([[{ angle: 0, speed: 1, dwell: 0 }]]));
    const timers = vi.spyOn(globalThis, "setTimeout");
    onTestFinished(() => timers.mockRestore());
    await turntable.turnTo(90, 360);
    expect(turntable.status.problem).toContain("someone turned the table by hand");
    const [forget] = timers.mock.calls.find(([, time]) => time === reasonTime) ?? [];
    forget?.();
    expect(turntable.status.problem).toBeUndefined();
  });

  it("waits for a person after a loss of the connection", async () => {
    const { server, turntable } = await openUno(2);
    await turntable.play(5, preset([[{ angle: 0, speed: 60, dwell: 0 }]]));
    await reaches(turntable, ({ moving }) => moving);
    await server.kill();
    await reaches(turntable, ({ connection }) => connection === "lost");
    await expect(turntable.resume()).rejects.toMatchObject({ problem: "lost" });
    await server.start();
    await rests(turntable);
    const heard = server.heard.length;
    await server.hears(heard + 3);
    expect(turntable.status.playing).toMatchObject({ paused: true, move: 0 });
    expect(server.moves).toHaveLength(1);
    await turntable.resume();
    await isOver(turntable);
    expect(turntable.status.angle).toBe(0);
  });

  it("refuses a preset without a connection", async () => {
    const { server, turntable } = await openUno();
    await server.kill();
    await reaches(turntable, ({ connection }) => connection === "lost");
    await expect(turntable.play(5, preset(cycles))).rejects.toMatchObject({ problem: "lost" });
    expect(turntable.status.playing).toBeUndefined();
  });

  it("waits for a lost connection, and can be paused and stopped meanwhile", async () => {
    const { server, turntable } = await openUno();
    await turntable.play(5, preset(cycles));
    await server.kill();
    await reaches(turntable, ({ connection }) => connection === "lost");
    expect(turntable.status.playing).toMatchObject({ paused: true });
    await turntable.pause();
    await server.start();
    await rests(turntable);
    expect(turntable.status.playing).toMatchObject({ paused: true });
    await turntable.stop();
    expect(turntable.status.playing).toBeUndefined();
    expect(server.moves).toEqual([]);
  });

  it("repeats a lost move, up to five times", async () => {
    const { server, turntable } = await openUno();
    server.misses = (line) => line.startsWith("M1:");
    await turntable.play(5, preset(cycles));
    await isOver(turntable);
    expect(turntable.status).toMatchObject({ angle: 70, problem: undefined });
    expect(server.moves).toHaveLength(4);
    server.misses = (line) => line.startsWith("M");
    await turntable.play(5, preset(cycles));
    await isOver(turntable);
    expect(turntable.status.problem).toBe("The turntable did not reach 80° in 5 attempts.");
    expect(server.moves).toHaveLength(9);
  });

  it("sends a garbled move again, and names the noise when it gives up", async () => {
    const { server, turntable } = await openUno();
    const noisy = new Set(["M1", "M2"]);
    server.garbles = (line) => (noisy.has(line.split(":")[0] ?? "") ? line.replace("M", "\xcd") : line);
    await turntable.play(5, preset(cycles));
    await isOver(turntable);
    expect(turntable.status).toMatchObject({ angle: 70, problem: undefined });
    expect(server.moves).toHaveLength(5);
    server.garbles = (line) => line.replace("M", "\xcd");
    await turntable.play(5, preset(cycles));
    await isOver(turntable);
    expect(turntable.status.problem).toBe(
      'The turntable did not reach 80° in 5 attempts. The line is noisy: "M10:80.00@360.00" arrived changed (Error: Angle more than 3 bytes).',
    );
  });

  it("repeats a move whose angle was changed on the way", async () => {
    const { server, turntable } = await openUno();
    server.garbles = (line) => line.replace("M1:80", "M1:90");
    await turntable.play(5, preset([[{ angle: 80, speed: 360, dwell: 0 }]]));
    await isOver(turntable);
    expect(turntable.status).toMatchObject({ angle: 80, problem: undefined });
  });

  it("plays 100 moves to the end while 3 % of all lines are garbled", async () => {
    const { server, turntable } = await openUno(20);
    let seed = 7;
    const isNoisy = () => (seed = (seed * 48_271) % 2_147_483_647) % 100 < 3;
    server.garbles = (line) => (isNoisy() ? line.slice(1) : line);
    server.loses = isNoisy;
    const moves = Array.from({ length: 100 }, (_, index) => ({
      angle: index % 2 ? 80 : 81,
      speed: 360,
      dwell: 0,
    }));
    await turntable.play(5, preset([moves]));
    await isOver(turntable);
    expect(turntable.status).toMatchObject({ angle: 80, problem: undefined, connection: "ready" });
  });

  it("ends with a problem if the firmware refuses a move", async () => {
    const { turntable } = await openUno();
    await turntable.play(5, preset([[{ angle: 10, speed: 400, dwell: 0 }]]));
    await isOver(turntable);
    expect(turntable.status.problem).toBe('The turntable refused "M1:10.00@400.00": Error: Bad speed.');
  });
});
