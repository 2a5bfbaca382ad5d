import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { type Bridge, type BridgeOptions, openBridge } from "./bridge.ts";
import type { ConnectedTurntable } from "../connected-turntable.ts";
import { LineClient } from "../testing/line-client.ts";
import { reaches } from "../testing/reaches.ts";
import { openAt, UnoServer } from "../testing/uno-server.ts";

let server: UnoServer;
let turntable: ConnectedTurntable;
let bridge: Bridge;
let clients: LineClient[] = [];
afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.destroy();
  await bridge.close();
  await turntable.close();
  await server.kill();
});

async function open(options?: BridgeOptions, pace = 2): Promise<void> {
  server = await new UnoServer({ pace }).start();
  turntable = await openAt(server);
  bridge = await openBridge(turntable, { host: "127.0.0.1", port: 0 }, options);
}

async function connect(): Promise<LineClient> {
  const client = await LineClient.connect(bridge.address.port);
  clients.push(client);
  return client;
}

describe("openBridge", () => {
  it("turns the table to an angle, in the protocol of 2011", async () => {
    await open();
    const client = await connect();
    client.write("92\n");
    expect(await client.answered(2)).toEqual(["Input angle: 92", "OK: Good to go"]);
    expect(turntable.status).toMatchObject({ angle: 92, moving: false });
  });

  it("answers a client that has ended its side, then closes the connection", async () => {
    await open();
    const client = await connect();
    client.socket.end("90\r\n91\r\nabc\r\n?");
    await client.closed;
    expect(client.answers.filter((line) => line !== "OK: Good to go")).toEqual([
      "Input angle: 90",
      "Input angle: 91",
      "Error: Bad input",
      "Error: The last line has no line end.",
    ]);
    expect(client.answers).toHaveLength(8);
  });

  it("answers lines in order, whether the bridge or the firmware refuses them", async () => {
    await open({ lineLimit: 10, waitingLimit: 3 });
    const client = await connect();
    client.socket.end("?\n12345678901\nV\n12345678902\n?\nV\nV\n?");
    await client.closed;
    const tooLong = "Error: The line is too long. The limit is 10 bytes.";
    expect(client.answers.map((line) => line.replace(/^State: .*/, "State"))).toEqual(
      [
        "State",
        tooLong,
        "OK: Good to go",
        "Turntable: 3",
        tooLong,
        "OK: Good to go",
        "State",
        ...Array.from({ length: 2 }, () => [
          "Error: Too many lines wait. The limit is 3; wait for answers.",
          "OK: Good to go",
        ]),
        "Error: The last line has no line end.",
        "OK: Good to go",
      ].flat(),
    );
  });

  it("answers lines in order if the turntable is lost", async () => {
    await open({ lineLimit: 10 });
    await server.kill();
    await reaches(turntable, ({ connection }) => connection === "lost");
    const client = await connect();
    client.socket.end("?\n12345678901\n90\n12345678901\n");
    await client.closed;
    expect(client.answers.map((line) => line.slice(0, 18))).toEqual(
      Array.from({ length: 2 }, () => [
        "Error: The connect",
        "OK: Good to go",
        "Error: The line is",
        "OK: Good to go",
      ]).flat(),
    );
  });

  it("drops the queries of a client that is gone, but sends its moves", async () => {
    await open();
    const [gone, other] = [await connect(), await connect()];
    const heard = server.heard.length;
    gone.write(`${"?\n".repeat(1_000)}91\n${"V\n".repeat(900)}`);
    await gone.answered(1);
    gone.socket.resetAndDestroy();
    other.write("V\n");
    expect(await other.answered(1)).toEqual(["Turntable: 3"]);
    await expect.poll(() => server.heard).toContain("91");
    expect(server.heard.length - heard).toBeLessThan(500);
  });

  it("disconnects a client with too many refusals waiting", async () => {
    await open({ waitingLimit: 1, unreadLimit: 10_000 });
    const client = await connect();
    client.write(`V\n${"x\n".repeat(1_000)}`);
    await client.closed;
  });

  it("turns away HTTP requests from browsers", async () => {
    await open();
    const long = "a".repeat(100);
    for (const head of [
      "POST / HTTP/1.1\r\n",
      `POST /${long} HTTP/1.1\r\nHost: ${long}\r\nConnection: close\r\n`,
    ]) {
      const client = await connect();
      client.write(`${head}\r\n10\n`);
      await client.closed;
      expect(client.answers.slice(-2)).toEqual(["Error: This is not a web server.", "OK: Good to go"]);
    }
    expect(turntable.status).toMatchObject({ angle: 90, moving: false });
  });

  it("answers a flood of stops without blocking others", async () => {
    await open();
    const flood = await connect();
    flood.write("!\n".repeat(5_000));
    // A stop gives up waiting moves, but no questions.
    await turntable.request("?").taken;
    expect(new Set(await flood.answered(5_000))).toContain(
      "Error: Your last stop still waits. Wait for its answer.",
    );
  });

  it("sends turns by hand before the queued lines of clients", async () => {
    await open();
    const busy = await Promise.all(Array.from({ length: 5 }, () => connect()));
    for (const client of busy) client.write("?\n".repeat(2_000));
    await busy[0]?.answered(1);
    await turntable.turnTo(91, 360);
    expect(busy.reduce((sum, { answers }) => sum + answers.length, 0)).toBeLessThan(5_000);
  });

  it("works from a shell", async () => {
    await open();
    const shell = spawn("bash", [
      "-c",
      `exec 3<>/dev/tcp/127.0.0.1/${bridge.address.port}; printf '91\\n' >&3; head -2 <&3`,
    ]);
    expect(await text(shell.stdout)).toBe("Input angle: 91\r\nOK: Good to go\r\n");
  });

  it("gives each of 20 clients the answers to its own lines", async () => {
    await open();
    const twenty = await Promise.all(Array.from({ length: 20 }, () => connect()));
    for (let round = 0; round < 10; round++)
      for (const [index, client] of twenty.entries())
        client.write(`M${index * 100 + round}:${80 + index}@360\n`);
    for (const [index, client] of twenty.entries()) {
      const answers = await client.answered(20);
      const ids = Array.from({ length: 10 }, (_, round) => index * 100 + round);
      expect(answers.filter((line) => line.startsWith("Ack"))).toEqual(ids.map((id) => `Ack: ${id}`));
      expect(answers.map((line) => /^(?:Done|Cut): (\d+)/.exec(line)?.[1]).filter(Boolean)).toEqual(
        ids.map(String),
      );
    }
  });

  it("answers all of 300 lines sent at once", async () => {
    await open();
    const client = await connect();
    client.write(Array.from({ length: 300 }, (_, index) => `M${index}:${index % 181}@360\n`).join(""));
    const answers = await client.answered(600);
    expect(answers.filter((line) => line.startsWith("Ack"))).toEqual(
      Array.from({ length: 300 }, (_, index) => `Ack: ${index}`),
    );
  });

  it("sends a stop before waiting lines, and gives up waiting moves", async () => {
    await open({}, 1);
    const [mover, stopper] = [await connect(), await connect()];
    mover.write(
      `M1:0@20\n${Array.from({ length: 500 }, (_, index) => `M${index + 2}:180@20\n`).join("")}?\n`,
    );
    await mover.answered(3);
    stopper.write("!\n");
    expect((await stopper.answered(1))[0]).toMatch(/^Stop: /);
    expect(await mover.answeredLast("State")).toContain("moving=0");
    const stopped = mover.answers.filter((line) => line.startsWith("Error: Stopped"));
    const obeyed = mover.answers.filter((line) => line.startsWith("Ack"));
    expect(stopped.length).toBeGreaterThan(100);
    expect(stopped.length + obeyed.length).toBe(501);
  });

  it("answers bad lines, and lines without a turntable", async () => {
    await open({ lineLimit: 10, waitingLimit: 3 });
    const client = await connect();
    client.write("12345678901\n\n");
    expect(await client.answered(4)).toEqual([
      "Error: The line is too long. The limit is 10 bytes.",
      "OK: Good to go",
      "Error: Bad input",
      "OK: Good to go",
    ]);
    client.write("V\nV\nV\nV\n");
    const answers = (await client.answered(9)).slice(4);
    expect(answers.toSorted()).toEqual([
      "Error: Too many lines wait. The limit is 3; wait for answers.",
      "OK: Good to go",
      ...Array.from({ length: 3 }, () => "Turntable: 3"),
    ]);
    await server.kill();
    await reaches(turntable, ({ connection }) => connection === "lost");
    client.answers = [];
    client.write("90\n");
    expect((await client.answered(2))[0]).toMatch(/^Error: The connection to the turntable is lost: /);
    expect(client.answers[1]).toBe("OK: Good to go");
  });

  it("tells the client of a move that the turntable was lost", async () => {
    await open();
    const client = await connect();
    client.write("M5:180@1\n");
    await client.answered(1);
    await server.kill();
    expect((await client.answered(3)).slice(0, 1)).toEqual(["Ack: 5"]);
    expect(client.answers[1]).toMatch(/^Error: The connection to the turntable is lost/);
    expect(client.answers[2]).toBe("OK: Good to go");
  });

  it("refuses clients above its limit", async () => {
    await open({ clientLimit: 2 });
    await Promise.all([connect(), connect()]);
    const third = await connect();
    expect(await third.answered(2)).toEqual([
      "Error: Too many clients are connected. The limit is 2; try again later.",
      "OK: Good to go",
    ]);
    await third.closed;
    clients[0]?.socket.destroy();
    // The bridge may notice later that the client is gone.
    const next = async (): Promise<string[]> => {
      const client = await connect();
      client.write("V\n");
      await Promise.race([client.answered(1), client.closed]);
      return client.answers;
    };
    await expect.poll(next).toEqual(["Turntable: 3"]);
  });

  it("serves others while clients vanish or do not read", async () => {
    await open({ unreadLimit: 2_000 });
    const [gone, unread, other] = [await connect(), await connect(), await connect()];
    gone.write("M1:80@360\n".repeat(50));
    unread.socket.pause();
    unread.write("x\n".repeat(200));
    await gone.answered(1);
    gone.socket.resetAndDestroy();
    other.write("V\n");
    expect(await other.answered(1)).toEqual(["Turntable: 3"]);
  });

  it("ends playing when a line moves the table", async () => {
    await open();
    const client = await connect();
    await turntable.play(1, { name: "Slow", repeats: 1, cycles: [[{ angle: 0, speed: 1, dwell: 0 }]] });
    client.write("?\n");
    await client.answered(1);
    expect(turntable.status.playing).toBeDefined();
    client.write("90\n");
    await client.answered(2);
    expect(turntable.status.playing).toBeUndefined();
  });

  it("rejects for a port that is in use", async () => {
    await open();
    await expect(openBridge(turntable, bridge.address)).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
