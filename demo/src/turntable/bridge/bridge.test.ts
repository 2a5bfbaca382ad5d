import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { type Bridge, type BridgeOptions, openBridge } from "./bridge.ts";
import type { LineTurntable } from "../line-turntable.ts";
import { LineClient } from "../testing/line-client.ts";
import { openAt, UnoServer } from "../testing/uno-server.ts";
import { waitFor } from "../testing/wait-for.ts";

let server: UnoServer;
let turntable: LineTurntable;
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
  it("turns the table by an angle, as in 2011", async () => {
    await open();
    const client = await connect();
    client.write("92\n");
    expect(await client.answered(2)).toEqual(["Input angle: 92", "OK: Good to go"]);
    expect(turntable.status).toMatchObject({ angle: 92, moving: false });
  });

  it("answers a client that has said all it has to, and lets it go then", async () => {
    await open();
    const client = await connect();
    client.socket.end("90\r\n91\r\nabc\r\n?");
    await waitFor("the end", () => client.closed);
    // The end of the last move is not waited for.
    expect(client.answers.filter((line) => line !== "OK: Good to go")).toEqual([
      "Input angle: 90",
      "Input angle: 91",
      "Error: Bad input",
      "Error: The last line has no end.",
    ]);
    expect(client.answers).toHaveLength(8);
  });

  it("answers lines in their order, whoever refuses them", async () => {
    await open({ lineLimit: 10, waitingLimit: 3 });
    const client = await connect();
    client.socket.end("?\n12345678901\nV\n12345678902\n?\nV\nV\n?");
    await waitFor("the end", () => client.closed);
    const tooLong = "Error: A line may have 10 bytes; this one had more.";
    expect(client.answers.map((line) => line.replace(/^State: .*/, "State"))).toEqual(
      [
        "State",
        tooLong,
        "OK: Good to go",
        "Turntable: 2",
        tooLong,
        "OK: Good to go",
        "State",
        ...Array.from({ length: 2 }, () => ["Error: 3 lines of yours wait; no more may.", "OK: Good to go"]),
        "Error: The last line has no end.",
        "OK: Good to go",
      ].flat(),
    );
  });

  it("answers lines in their order where the line is lost", async () => {
    await open({ lineLimit: 10 });
    await server.kill();
    await waitFor("a loss", () => turntable.status.line === "lost");
    const client = await connect();
    client.socket.end("?\n12345678901\n90\n12345678901\n");
    await waitFor("the end", () => client.closed);
    expect(client.answers.map((line) => line.slice(0, 18))).toEqual(
      Array.from({ length: 2 }, () => [
        "Error: The line to",
        "OK: Good to go",
        "Error: A line may ",
        "OK: Good to go",
      ]).flat(),
    );
  });

  it("drops what a client that has gone only asked, and obeys what it said", async () => {
    await open();
    const [gone, other] = [await connect(), await connect()];
    const heard = server.heard.length;
    gone.write(`${"?\n".repeat(1_000)}91\n${"V\n".repeat(900)}`);
    await gone.answered(1);
    gone.socket.resetAndDestroy();
    other.write("V\n");
    expect(await other.answered(1)).toEqual(["Turntable: 2"]);
    expect(server.heard).toContain("91");
    expect(server.heard.length - heard).toBeLessThan(500);
  });

  it("cuts off a client that has too many refusals wait", async () => {
    await open({ waitingLimit: 1, unreadLimit: 10_000 });
    const client = await connect();
    client.write(`V\n${"x\n".repeat(1_000)}`);
    await waitFor("the end", () => client.closed);
  });

  it("turns away a browser, whatever a page has it send", async () => {
    await open();
    const long = "a".repeat(100);
    for (const head of [
      "POST / HTTP/1.1\r\n",
      `POST /${long} HTTP/1.1\r\nHost: ${long}\r\nConnection: close\r\n`,
    ]) {
      const client = await connect();
      client.write(`${head}\r\n10\n`);
      await waitFor("the end", () => client.closed);
      expect(client.answers.slice(-2)).toEqual(["Error: This is no web server.", "OK: Good to go"]);
    }
    expect(turntable.status).toMatchObject({ angle: 90, moving: false });
  });

  it("answers a flood of stops, and goes on", async () => {
    await open();
    const flood = await connect();
    flood.write("!\n".repeat(5_000));
    await turntable.turnTo(91, 360);
    await waitFor("the answers", () => flood.answers.length >= 5_000);
    expect(new Set(flood.answers)).toContain("Error: A stop of yours waits; no other may.");
  });

  it("keeps nobody waiting who turns the table by hand, whatever its clients have queued", async () => {
    await open();
    const busy = await Promise.all(Array.from({ length: 5 }, () => connect()));
    for (const client of busy) client.write("?\n".repeat(2_000));
    await busy[0]?.answered(1);
    await turntable.turnTo(91, 360);
    expect(busy.reduce((sum, { answers }) => sum + answers.length, 0)).toBeLessThan(5_000);
  });

  it("is used by a shell", async () => {
    await open();
    const shell = spawn("bash", [
      "-c",
      `exec 3<>/dev/tcp/127.0.0.1/${bridge.address.port}; printf '91\\n' >&3; head -2 <&3`,
    ]);
    expect(await text(shell.stdout)).toBe("Input angle: 91\r\nOK: Good to go\r\n");
  });

  it("gives each of 20 clients the answers to its own lines", async () => {
    await open();
    const own = await Promise.all(Array.from({ length: 20 }, () => connect()));
    for (let round = 0; round < 10; round++)
      for (const [index, client] of own.entries())
        client.write(`M${index * 100 + round}:${80 + index}@360\n`);
    for (const [index, client] of own.entries()) {
      const answers = await client.answered(20);
      const ids = Array.from({ length: 10 }, (_, round) => index * 100 + round);
      expect(answers.filter((line) => line.startsWith("Ack"))).toEqual(ids.map((id) => `Ack: ${id}`));
      expect(answers.map((line) => /^(?:Done|Cut): (\d+)/.exec(line)?.[1]).filter(Boolean)).toEqual(
        ids.map(String),
      );
    }
  });

  it("loses none of 300 lines that come at once", async () => {
    await open();
    const client = await connect();
    client.write(Array.from({ length: 300 }, (_, index) => `M${index}:${index % 181}@360\n`).join(""));
    const answers = await client.answered(600);
    expect(answers.filter((line) => line.startsWith("Ack"))).toEqual(
      Array.from({ length: 300 }, (_, index) => `Ack: ${index}`),
    );
  });

  it("lets a stop go before what waits, and gives up the moves that do", async () => {
    await open({}, 1);
    const [mover, stopper] = [await connect(), await connect()];
    mover.write(
      `M1:0@20\n${Array.from({ length: 500 }, (_, index) => `M${index + 2}:180@20\n`).join("")}?\n`,
    );
    await mover.answered(3);
    stopper.write("!\n");
    expect((await stopper.answered(1))[0]).toMatch(/^Stop: /);
    await waitFor("the state", () => mover.answers.at(-1)?.startsWith("State") === true);
    expect(mover.answers.at(-1)).toContain("moving=0");
    const stopped = mover.answers.filter((line) => line.startsWith("Error: Stopped"));
    const obeyed = mover.answers.filter((line) => line.startsWith("Ack"));
    expect(stopped.length).toBeGreaterThan(100);
    expect(stopped.length + obeyed.length).toBe(501);
  });

  it("answers what is no line, and what finds no turntable", async () => {
    await open({ lineLimit: 10, waitingLimit: 3 });
    const client = await connect();
    client.write("12345678901\n\n");
    expect(await client.answered(4)).toEqual([
      "Error: A line may have 10 bytes; this one had more.",
      "OK: Good to go",
      "Error: Bad input",
      "OK: Good to go",
    ]);
    client.write("V\nV\nV\nV\n");
    const answers = (await client.answered(9)).slice(4);
    expect(answers.toSorted()).toEqual([
      "Error: 3 lines of yours wait; no more may.",
      "OK: Good to go",
      ...Array.from({ length: 3 }, () => "Turntable: 2"),
    ]);
    await server.kill();
    await waitFor("a loss", () => turntable.status.line === "lost");
    client.answers = [];
    client.write("90\n");
    expect((await client.answered(2))[0]).toMatch(/^Error: The line to the turntable is lost: /);
    expect(client.answers[1]).toBe("OK: Good to go");
  });

  it("tells the owner of a move that the turntable was lost", async () => {
    await open();
    const client = await connect();
    client.write("M5:180@1\n");
    await client.answered(1);
    await server.kill();
    expect((await client.answered(3)).slice(0, 1)).toEqual(["Ack: 5"]);
    expect(client.answers[1]).toMatch(/^Error: The line to the turntable is lost/);
    expect(client.answers[2]).toBe("OK: Good to go");
  });

  it("refuses a client too many", async () => {
    await open({ clientLimit: 2 });
    await Promise.all([connect(), connect()]);
    const third = await connect();
    expect(await third.answered(2)).toEqual([
      "Error: 2 clients are connected; no more may be.",
      "OK: Good to go",
    ]);
    await waitFor("the end", () => third.closed);
    clients[0]?.socket.destroy();
    await waitFor("room", () => clients[0]?.closed === true);
    const fourth = await connect();
    fourth.write("V\n");
    expect(await fourth.answered(1)).toEqual(["Turntable: 2"]);
  });

  it("is not held by clients that vanish or do not read", async () => {
    await open({ unreadLimit: 2_000 });
    const [gone, deaf, other] = [await connect(), await connect(), await connect()];
    gone.write("M1:80@360\n".repeat(50));
    deaf.socket.pause();
    deaf.write("x\n".repeat(200));
    await gone.answered(1);
    gone.socket.resetAndDestroy();
    other.write("V\n");
    expect(await other.answered(1)).toEqual(["Turntable: 2"]);
  });

  it("ends what is being played when a line moves the table", async () => {
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

  it("says that a port is taken", async () => {
    await open();
    await expect(openBridge(turntable, bridge.address)).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
