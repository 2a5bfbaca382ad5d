import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Protocol1 } from "./protocol-1.ts";
import { TurntableError } from "../turntable-error.ts";

let sent: string[];
let heard: string[];
let conversation: Protocol1;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  heard = [];
  conversation = new Protocol1({
    send: (text) => void sent.push(text.trim()),
    restarted: () => void heard.push("restarted"),
    silent: ({ message }) => void heard.push(message),
  });
});
afterEach(() => {
  conversation.end(new TurntableError("lost", "over"));
  vi.useRealTimers();
});

function ask(line: string): { taken: Promise<void>; ended: Promise<string> } {
  return conversation.request(line, { onReply: (reply) => heard.push(`${line}: ${reply}`) });
}

function say(...lines: string[]): void {
  for (const line of lines) conversation.receive(line);
}

describe("Protocol1", () => {
  it("sends a line after the end of the turn before it", async () => {
    const { ended } = ask("90");
    void ask("100");
    say("Input angle: 90");
    expect(sent).toEqual(["90"]);
    expect(conversation).toMatchObject({ moving: true, turn: { to: 90, speed: 33.33 }, position: undefined });
    say("OK: Good to go");
    expect(sent).toEqual(["90", "100"]);
    expect(await ended).toBe("done");
    expect(conversation).toMatchObject({ position: 90 });
    expect(heard).toEqual(["90: Input angle: 90", "90: OK: Good to go"]);
  });

  it("passes every line and every refusal on", async () => {
    const { taken } = ask("M1:90@5");
    say("Error: Angle more than 3 bytes", "OK: Good to go");
    await expect(taken).rejects.toMatchObject({ problem: "garbled" });
    const stop = ask("!");
    say("Error: Bad input", "OK: Good to go");
    await expect(stop.taken).rejects.toMatchObject({ problem: "refused" });
    expect(heard).toEqual([
      "M1:90@5: Error: Angle more than 3 bytes",
      "M1:90@5: OK: Good to go",
      "!: Error: Bad input",
      "!: OK: Good to go",
    ]);
  });

  it("rounds turns of this process to whole degrees", () => {
    conversation.turnTo(7, 45.5, 120, {});
    expect(sent).toEqual(["46"]);
  });

  it("gives up waiting moves at a stop, and finishes the current turn", async () => {
    const { ended } = ask("0");
    const { taken } = ask("180");
    say("Input angle: 0");
    await conversation.stop().taken;
    say("OK: Good to go");
    expect(await ended).toBe("done");
    await expect(taken).rejects.toMatchObject({ problem: "stopped" });
    expect(sent).toEqual(["0"]);
  });

  it("reports a turn to another angle as missed", async () => {
    const { ended } = ask("90");
    say("Input angle: 96", "OK: Good to go");
    expect(await ended).toBe("missed");
    expect(conversation.position).toBe(96);
  });

  it("probes after a lost line, and sends nothing before all answers have come", async () => {
    const { taken } = ask("90");
    void ask("100");
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual(["90", "V"]);
    say("Error: Bad input", "OK: Good to go");
    vi.advanceTimersByTime(999);
    expect(sent).toHaveLength(2);
    vi.advanceTimersByTime(1);
    await expect(taken).rejects.toMatchObject({ problem: "no-reply" });
    expect(sent).toEqual(["90", "V", "100"]);
  });

  it("probes after a lost end of a turn", async () => {
    const { ended } = ask("90");
    say("Input angle: 90");
    vi.advanceTimersByTime(6_400);
    say("Error: Bad input", "OK: Good to go");
    vi.advanceTimersByTime(1_000);
    expect(await ended).toBe("done");
  });

  it("takes an answer that a turn of another host delayed", async () => {
    const { taken, ended } = ask("90");
    vi.advanceTimersByTime(1_000);
    say("Input angle: 90");
    await taken;
    say("OK: Good to go", "Error: Bad input", "OK: Good to go");
    vi.advanceTimersByTime(1_000);
    expect(await ended).toBe("done");
  });

  it("asks a resting table once a second, and reports silence", () => {
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual(["V"]);
    say("Error: Bad input", "OK: Good to go");
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual(["V", "V"]);
    vi.advanceTimersByTime(1_000 + 6_400);
    expect(heard).toEqual(["The turntable did not answer within 6400 ms"]);
  });

  it("notices newer firmware", () => {
    say("Turntable: 3");
    expect(heard).toEqual(["The turntable has other firmware now"]);
  });
});
