import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Player } from "./player.ts";
import { TurntableError } from "./turntable-error.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("Player", () => {
  it("pauses during a dwell, then waits for the rest of it", async () => {
    const nothing = () => undefined;
    const player = new Player({
      ready: () => true,
      turn: async () => "done",
      overruled: nothing,
      failed: nothing,
    });
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

  it.each([
    ["was cut by another host", async () => "overruled" as const],
    [
      "was given up by a bridge",
      () => Promise.reject(new TurntableError("stopped", 'Stopped before "M1:90"')),
    ],
  ])("does not repeat a move that %s", async (_what, turn) => {
    const turns = vi.fn(turn);
    const overruled = vi.fn(() => player.stop());
    const player = new Player({ ready: () => true, turn: turns, overruled, failed: () => undefined });
    player.play(5, { name: "Round", repeats: 2, cycles: [[{ angle: 90, speed: 360, dwell: 0 }]] });
    await vi.advanceTimersByTimeAsync(100);
    expect(overruled).toHaveBeenCalledOnce();
    expect(turns).toHaveBeenCalledOnce();
  });
});
