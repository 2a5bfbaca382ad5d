import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { LineTurntable } from "./line-turntable.ts";
import { openAt } from "./testing/open-at.ts";
import { UnoServer } from "./testing/uno-server.ts";
import { waitFor } from "./testing/wait-for.ts";
import type { Playable, TurntableStatus } from "./turntable.ts";

let server: UnoServer;
let turntable: LineTurntable;
afterEach(async () => {
  await turntable.close();
  await server.kill();
});

async function open(pace = 10): Promise<void> {
  server = await new UnoServer({ pace }).start();
  turntable = await openAt(server);
}

function preset(cycles: Playable["cycles"], repeats = 1): Playable {
  return { name: "Round", repeats, cycles };
}

const rests = () => waitFor("rest", () => turntable.status.line === "ready" && !turntable.status.moving);
const isOver = () => waitFor("the end of the preset", () => turntable.status.playing === undefined);
const moveLines = () => server.heard.filter((line) => line.startsWith("M"));

describe("LineTurntable", () => {
  it("turns to an angle, and says how it is", async () => {
    await open(1);
    const told: TurntableStatus[] = [];
    turntable.subscribe((status) => told.push(status));
    await turntable.turnTo(30.5, 90);
    await rests();
    expect(turntable.status).toEqual({
      line: "ready",
      name: server.target,
      angle: 30.5,
      moving: false,
      playing: undefined,
      problem: undefined,
    });
    await sleep(50);
    expect(Math.abs((server.angle ?? NaN) - 30.5)).toBeLessThan(0.5);
    expect(told.at(-1)).toEqual(turntable.status);
    expect(told.some(({ moving, angle }) => moving && angle !== 30.5)).toBe(true);
  });

  it("says what the firmware refused, until it obeys again", async () => {
    await open();
    await expect(turntable.turnTo(180.5)).rejects.toMatchObject({
      name: "TurntableError",
      problem: "refused",
      message: 'The turntable refused "M1:180.50": Error: Bad angle.',
    });
    expect(turntable.status.problem).toContain("Bad angle");
    await turntable.turnTo(90);
    expect(turntable.status.problem).toBeUndefined();
  });

  it("stops where it is", async () => {
    await open(1);
    await turntable.turnTo(0, 90);
    await sleep(100);
    await turntable.stop();
    expect(turntable.status.moving).toBe(false);
    expect(turntable.status.angle).toBeGreaterThan(45);
    expect(turntable.status.angle).toBeLessThan(90);
  });

  it("answers 1,000 commands that come at once", async () => {
    await open(2);
    const angles = Array.from({ length: 1_000 }, (_, index) => (index * 7_919) % 181);
    const results = await Promise.allSettled(angles.map((angle) => turntable.turnTo(angle, 360)));
    expect(results.filter(({ status }) => status === "rejected")).toEqual([]);
    expect(moveLines()).toHaveLength(1_000);
    await rests();
    expect(turntable.status.angle).toBe(angles.at(-1));
  });

  it("learns from a query that a line came through whose answer was lost, and does not send it again", async () => {
    await open();
    server.loses = (line) => line.startsWith("Ack") || line.startsWith("Done");
    await turntable.turnTo(60, 360);
    expect(moveLines()).toEqual(["M1:60.00@360.00"]);
    await rests();
    expect(turntable.status.angle).toBe(60);
  });

  it("learns from a query that a line was lost on the way, and does not send it again", async () => {
    await open();
    server.misses = (line) => line.startsWith("M");
    await expect(turntable.turnTo(60, 360)).rejects.toMatchObject({
      problem: "no-reply",
      message: 'The turntable gave no answer to "M1:60.00@360.00", and did not obey.',
    });
    expect(moveLines()).toHaveLength(1);
    server.misses = () => false;
    await turntable.turnTo(60, 360);
  });

  it("takes a stop and an angle for obeyed by what the query says", async () => {
    await open(1);
    server.loses = (line) => /^(?:Stop|Input|OK)/.test(line);
    const replies: string[] = [];
    const { ended } = turntable.request("95", { onReply: (line) => replies.push(line) });
    await ended;
    await turntable.stop();
    expect(replies).toEqual(["Input angle: 95", "OK: Good to go"]);
    expect(turntable.status).toMatchObject({ line: "ready", angle: 95 });
  });

  it("finds the line lost where nothing is answered, and opens it again", async () => {
    await open();
    server.loses = () => true;
    await expect(turntable.turnTo(60)).rejects.toMatchObject({ problem: "lost" });
    expect(turntable.status).toMatchObject({
      line: "lost",
      angle: undefined,
      problem: "The turntable did not answer within 1000 ms",
    });
    server.loses = () => false;
    await rests();
    expect(turntable.status.problem).toBeUndefined();
  });

  it("notices a reset", async () => {
    await open();
    const { ended } = turntable.request("M7:180@1");
    await waitFor("a move", () => turntable.status.moving);
    await server.reset();
    await expect(ended).rejects.toMatchObject({ problem: "restarted" });
    expect(turntable.status).toMatchObject({ line: "ready", moving: false });
  });

  it("does not connect to what is no turntable, and says so", async () => {
    await open();
    await server.kill();
    server.loses = (line) => line.startsWith("Turntable");
    await server.start();
    const problem = "No turntable that speaks protocol 2 answers";
    await waitFor("a problem", () => turntable.status.problem === problem);
    server.loses = () => false;
    await rests();
  });

  it.each(["V", "M1:90@360", "?"])(
    "survives a kill and a restart while it waits for the answer to %s",
    async (line) => {
      await open();
      server.loses = () => true;
      const { taken } = turntable.request(line);
      await Promise.all([expect(taken).rejects.toMatchObject({ problem: "lost" }), server.kill()]);
      await expect(turntable.turnTo(1)).rejects.toMatchObject({ problem: "lost" });
      server.loses = () => false;
      await server.start();
      await rests();
      await turntable.turnTo(10, 360);
    },
  );

  it("survives a kill and a restart during the handshake", async () => {
    await open();
    await server.kill();
    server.loses = () => true;
    await server.start();
    const asked = server.heard.length;
    await waitFor("a handshake", () => server.heard.length > asked);
    await server.kill();
    server.loses = () => false;
    await server.start();
    await rests();
  });

  it("survives a kill and a restart during a move", async () => {
    await open();
    const { ended } = turntable.request("M7:180@1");
    await waitFor("a move", () => turntable.status.moving);
    await Promise.all([expect(ended).rejects.toMatchObject({ problem: "lost" }), server.kill()]);
    await server.start();
    await rests();
    expect(turntable.status.angle).toBe(90);
  });
});

describe("LineTurntable.play", () => {
  const cycles = [
    [
      { angle: 80, speed: 360, dwell: 20 },
      { angle: 100, speed: 360, dwell: 20 },
    ],
    [{ angle: 70, speed: 360, dwell: 20 }],
  ];

  it("goes on past turns that the firmware refuses, and past those that find the line lost", async () => {
    await open(2);
    await turntable.play(
      5,
      preset([
        [
          { angle: 0, speed: 60, dwell: 0 },
          { angle: 30, speed: 360, dwell: 0 },
        ],
      ]),
    );
    await waitFor("a move", () => turntable.status.moving);
    for (const line of ["999", "Mxyz", "M1:999"])
      await expect(turntable.request(line, { foreign: true }).taken).rejects.toMatchObject({
        problem: "refused",
      });
    await expect(turntable.turnTo(180.5)).rejects.toMatchObject({ problem: "refused" });
    expect(turntable.status).toMatchObject({ moving: true, playing: { move: 0, paused: false } });
    await server.kill();
    await waitFor("a loss", () => turntable.status.line === "lost");
    await expect(turntable.turnTo(90)).rejects.toMatchObject({ problem: "lost" });
    await expect(turntable.request("90").taken).rejects.toMatchObject({ problem: "lost" });
    expect(turntable.status.playing).toMatchObject({ paused: true });
    await server.start();
    await isOver();
    expect(turntable.status.angle).toBe(30);
  });

  it("sends none of its moves after a turn that ends it, however late that is confirmed", async () => {
    await open();
    await turntable.play(5, preset([[{ angle: 0, speed: 1, dwell: 0 }]]));
    await waitFor("a move", () => turntable.status.moving);
    // The player hears that its move was cut, and what cut it only later.
    server.loses = (line) => line.startsWith("Input");
    await turntable.request("90", { foreign: true }).taken;
    await turntable.request("V").taken;
    expect(turntable.status).toMatchObject({ angle: 90, playing: undefined });
    expect(moveLines()).toHaveLength(1);
  });

  it("plays cycles as often as the preset says", async () => {
    await open();
    const places = new Set<string>();
    turntable.subscribe(({ playing }) => {
      if (playing)
        places.add(`${playing.name} ${playing.repeat}/${playing.repeats} ${playing.cycle} ${playing.move}`);
    });
    await turntable.play(5, preset(cycles, 2));
    await isOver();
    expect(moveLines().map((line) => line.replace(/^M\d+:/, ""))).toEqual(
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

  it("pauses within a move, and goes on with it", async () => {
    await open(2);
    await turntable.play(5, preset([[{ angle: 0, speed: 60, dwell: 0 }]]));
    await waitFor("a move", () => (turntable.status.angle ?? 90) < 80);
    await turntable.pause();
    const { angle } = turntable.status;
    await sleep(60);
    expect(turntable.status).toMatchObject({ angle, moving: false, playing: { paused: true, move: 0 } });
    await turntable.resume();
    await isOver();
    expect(turntable.status.angle).toBe(0);
    expect(moveLines()).toHaveLength(2);
  });

  it("pauses within a dwell, and waits for the rest of it", async () => {
    await open();
    const start = performance.now();
    await turntable.play(5, preset([[{ angle: 90, speed: 360, dwell: 1_000 }]]));
    await sleep(700);
    await turntable.pause();
    await sleep(100);
    expect(turntable.status.playing).toMatchObject({ paused: true });
    await turntable.resume();
    await isOver();
    expect(performance.now() - start).toBeGreaterThan(1_090);
    expect(performance.now() - start).toBeLessThan(1_650);
  });

  it("ends with a stop, a turn by hand, and another's line; another preset takes its place", async () => {
    await open();
    const long = preset([[{ angle: 0, speed: 1, dwell: 0 }]]);
    await turntable.play(5, long);
    await waitFor("a move", () => turntable.status.moving);
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
    await isOver();
    expect(turntable.status.angle).toBe(70);
  });

  it.each(["kill", "reset"] as const)("survives a %s: goes on at the move it was at", async (way) => {
    await open(2);
    const moves = [
      { angle: 85, speed: 360, dwell: 0 },
      { angle: 30, speed: 90, dwell: 0 },
    ];
    await turntable.play(5, preset([moves]));
    await waitFor("the second move", () => moveLines().length === 2 && turntable.status.moving);
    if (way === "kill") {
      await server.kill();
      await waitFor("a loss", () => turntable.status.line === "lost");
      expect(turntable.status.playing).toMatchObject({ paused: true, move: 1 });
      await server.start();
    } else await server.reset();
    await isOver();
    expect(turntable.status).toMatchObject({ line: "ready", angle: 30, problem: undefined });
    expect(moveLines().map((line) => line.split(":")[1])).toEqual([
      "85.00@360.00",
      "30.00@90.00",
      "30.00@90.00",
    ]);
  });

  it("survives a loss within a dwell", async () => {
    await open();
    await turntable.play(5, preset([[{ angle: 80, speed: 360, dwell: 500 }]]));
    await waitFor("the dwell", () => turntable.status.angle === 80 && !turntable.status.moving);
    await server.kill();
    await waitFor("a loss", () => turntable.status.line === "lost");
    await server.start();
    await isOver();
    expect(moveLines()).toHaveLength(2);
    expect(turntable.status.angle).toBe(80);
  });

  it("waits for the line where it is lost, and can be paused and stopped meanwhile", async () => {
    await open();
    await server.kill();
    await waitFor("a loss", () => turntable.status.line === "lost");
    await turntable.play(5, preset(cycles));
    expect(turntable.status.playing).toMatchObject({ paused: true, move: 0 });
    await turntable.pause();
    await server.start();
    await rests();
    expect(turntable.status.playing).toMatchObject({ paused: true });
    await turntable.stop();
    expect(turntable.status.playing).toBeUndefined();
    expect(moveLines()).toEqual([]);
  });

  it("makes a move again that was lost on the way, a few times", async () => {
    await open();
    server.misses = (line) => line.startsWith("M1:");
    await turntable.play(5, preset(cycles));
    await isOver();
    expect(turntable.status).toMatchObject({ angle: 70, problem: undefined });
    expect(moveLines()).toHaveLength(4);
    server.misses = (line) => line.startsWith("M");
    await turntable.play(5, preset(cycles));
    await isOver();
    expect(turntable.status.problem).toBe("The turntable did not get to 80° in 5 attempts.");
    expect(moveLines()).toHaveLength(9);
  });

  it("ends with a problem where the firmware refuses a move", async () => {
    await open();
    await turntable.play(5, preset([[{ angle: 10, speed: 400, dwell: 0 }]]));
    await isOver();
    expect(turntable.status.problem).toBe('The turntable refused "M1:10.00@400.00": Error: Bad speed.');
  });
});
