import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Player } from "./player.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("Player", () => {
  it("pauses during a dwell, then waits for the rest of it", async () => {
    const player = new Player({ ready: () => true, turn: async () => "done", failed: () => undefined });
    player.play(5, { name: "Round", repeats: 1, cycles: [[{ angle: 90, speed: 360, dwell: 1_000 }]] });
    await vi.advanceTimersByTimeAsync(700);
    player.pause();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(player.session).toMatchObject({ paused: true });
    player.resume();
    await vi.advanceTimersByTimeAsync(299);
    expect(player.session).toMatchObject({ paused: false });
    await vi.advanceTimersByTimeAsync(2);
    expect(player.session).toBeUndefined();
  });
});
