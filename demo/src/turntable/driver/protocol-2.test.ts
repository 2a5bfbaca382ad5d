import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Protocol2 } from "./protocol-2.ts";
import { TurntableError } from "../turntable-error.ts";

const state = { kind: "state", position: 90, target: 90, moving: 0, id: 0, lost: 0 } as const;
const said = "State: pos=90.00 target=90.00 moving=0 id=0 lost=0";

let sent: string[];
let replies: string[];
let conversation: Protocol2;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  replies = [];
  const listener = {
    send: (text: string) => void sent.push(text),
    restarted: () => void replies.push("restarted"),
    silent: () => void replies.push("silent"),
  };
  conversation = new Protocol2(state, listener, {
    replyTime: 20,
    queryTime: 1_000,
    restingBeat: 10_000,
    queueLimit: 3,
  });
});
afterEach(() => {
  conversation.end(new TurntableError("lost", "over"));
  vi.useRealTimers();
});

function ask(line: string): Promise<void> {
  return conversation.request(line, { onReply: (reply) => replies.push(`${line}: ${reply}`) }).taken;
}

describe("Protocol2", () => {
  it("sends a line after the verdict of the line before", () => {
    void ask("V");
    void ask("?");
    expect(sent).toEqual(["V\n"]);
    conversation.receive("Turntable: 3");
    expect(sent).toEqual(["V\n", "?\n"]);
    conversation.receive(said);
    expect(replies).toEqual(["V: Turntable: 3", `?: ${said}`]);
  });

  it("tells a cut by another host from a cut by an own line", async () => {
    const first = conversation.request("M1:0@10");
    conversation.receive("Ack: 1");
    conversation.receive("Cut: 1 80.00");
    expect(await first.ended).toBe("overruled");
    const second = conversation.request("M2:0@10");
    conversation.receive("Ack: 2");
    void ask("!");
    conversation.receive("Cut: 2 70.00");
    expect(await second.ended).toBe("cut");
  });

  it("knows a move that a bridge gave up", async () => {
    const move = ask("M1:0@10");
    conversation.receive('Error: Stopped before "M1:0@10".');
    conversation.receive("OK: Good to go");
    await expect(move).rejects.toMatchObject({ problem: "stopped" });
  });

  it("takes late answers, and does not mistake the answer to its own query", async () => {
    const first = ask("x");
    const second = ask("y");
    vi.advanceTimersByTime(40);
    expect(sent).toEqual(["x\n", "?\n"]);
    conversation.receive("Error: Bad input");
    conversation.receive("OK: Good to go");
    await expect(first).rejects.toMatchObject({ problem: "refused" });
    vi.advanceTimersByTime(40);
    expect(sent).toEqual(["x\n", "?\n", "y\n", "?\n"]);
    conversation.receive(said);
    conversation.receive("Error: Bad input");
    conversation.receive("OK: Good to go");
    await expect(second).rejects.toMatchObject({ problem: "refused" });
    void ask("V");
    conversation.receive(said);
    conversation.receive("Turntable: 3");
    expect(replies).toEqual([
      "x: Error: Bad input",
      "x: OK: Good to go",
      "y: Error: Bad input",
      "y: OK: Good to go",
      "V: Turntable: 3",
    ]);
  });

  it("reports the end of a move to its line, even after answers to other lines", () => {
    void ask("91");
    conversation.receive("Input angle: 91");
    void ask("abc");
    conversation.receive("OK: Good to go");
    conversation.receive("Error: Bad input");
    conversation.receive("OK: Good to go");
    expect(replies).toEqual([
      "91: Input angle: 91",
      "91: OK: Good to go",
      "abc: Error: Bad input",
      "abc: OK: Good to go",
    ]);
  });

  it("ignores noise", () => {
    void ask("M1:90");
    for (const line of ["", "\0\xff", "Ack: 2", "Done: 7 1.00", "OK: Good to go", "State: pos=", "Ack: 1"])
      conversation.receive(line);
    expect(replies).toEqual(["M1:90: Ack: 1"]);
  });

  it("sends this process's lines before lines of clients", () => {
    void ask("V");
    for (const line of ["1", "2"]) void conversation.request(line, { client: {} });
    void ask("?");
    conversation.receive("Turntable: 3");
    conversation.receive(said);
    conversation.receive("Input angle: 1");
    expect(sent).toEqual(["V\n", "?\n", "1\n", "2\n"]);
  });

  it("lets 20 clients take turns, even if one has 500 lines", () => {
    const fair = new Protocol2(
      state,
      { send: (text) => void sent.push(text.trim()), restarted: () => undefined, silent: () => undefined },
      {},
    );
    const clients = Array.from({ length: 20 }, (_, client) => ({ client, lines: client === 0 ? 500 : 5 }));
    for (const { client, lines } of clients) {
      const sender = { client };
      for (let line = 0; line < lines; line++)
        void fair.request(`M${client * 1_000 + line}:90`, { client: sender });
    }
    for (let line = 0; line < 595; line++) fair.receive(`Ack: ${sent.at(-1)?.slice(1, -3)}`);
    expect(sent).toHaveLength(595);
    // The fair share of a client's k-th line is to come after k rounds of all 20.
    for (const { client } of clients.slice(1))
      for (let line = 0; line < 5; line++)
        expect(sent.indexOf(`M${client * 1_000 + line}:90`)).toBeLessThan(2 * 20 * (line + 1));
    expect(sent.filter((line) => Number(line.slice(1, -3)) < 1_000)).toEqual(
      Array.from({ length: 500 }, (_, line) => `M${line}:90`),
    );
    fair.end(new TurntableError("lost", "over"));
  });

  it("reports given-up moves after earlier answers", async () => {
    void ask("V");
    const moves = [ask("1"), ask("2")];
    void ask("!");
    await Promise.resolve();
    for (const move of moves) move.catch((error: Error) => replies.push(error.message));
    conversation.receive("Turntable: 3");
    await Promise.allSettled(moves);
    conversation.receive("Stop: 90.00");
    expect(replies).toEqual([
      "V: Turntable: 3",
      'Stopped before "1".',
      'Stopped before "2".',
      "!: Stop: 90.00",
    ]);
  });

  it("does not send lines withdrawn before their turn", async () => {
    void ask("V");
    const gone = new AbortController();
    const { taken } = conversation.request("?", { client: {}, signal: gone.signal });
    void conversation.request("90", { client: {} });
    gone.abort();
    conversation.receive("Turntable: 3");
    expect(sent).toEqual(["V\n", "90\n"]);
    await expect(taken).rejects.toMatchObject({
      problem: "withdrawn",
      message: 'The line "?" was withdrawn.',
    });
  });

  it("refuses lines above its limit, but never a stop", async () => {
    const lines = ["V", "V", "V", "V", "V"].map(ask);
    await expect(lines.at(-1)).rejects.toMatchObject({
      problem: "busy",
      message: "Too many lines wait for the turntable. The limit is 3.",
    });
    void ask("!");
    conversation.receive("Turntable: 3");
    expect(sent).toEqual(["V\n", "!\n"]);
  });
});
