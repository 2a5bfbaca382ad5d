import { describe, expect, it, onTestFinished } from "vitest";
import { openBridge } from "./bridge.ts";
import type { LineTaker } from "./bridge-client.ts";
import type { ConnectedTurntable } from "../connected-turntable.ts";
import { reaches } from "../testing/reaches.ts";
import { openAt, openUno } from "../testing/uno-server.ts";

const preset = {
  name: "Round",
  repeats: 1,
  cycles: [
    [
      { angle: 0, speed: 5, dwell: 0 },
      { angle: 180, speed: 5, dwell: 0 },
    ],
  ],
};

/** Opens a turntable at a bridge; both end with the test. */
async function visit(owner: LineTaker): Promise<ConnectedTurntable> {
  const bridge = await openBridge(owner, { host: "127.0.0.1", port: 0 });
  const visitor = await openAt(bridge.address);
  onTestFinished(async () => {
    await visitor.close();
    await bridge.close();
  });
  return visitor;
}

const isOver = (visitor: ConnectedTurntable) => reaches(visitor, ({ playing }) => playing === undefined);

describe("a preset played through the bridge of another demo", () => {
  it.each([
    ["a stop", (owner: ConnectedTurntable) => owner.stop(), 1],
    ["a turn by hand", (owner: ConnectedTurntable) => owner.turnTo(91, 360), 2],
    ["a preset", (owner: ConnectedTurntable) => owner.play(6, preset), 2],
  ])("ends at %s of the owner, and says so", async (_what, act, moves) => {
    const { server, turntable: owner } = await openUno(1);
    const visitor = await visit(owner);
    await visitor.play(5, preset);
    await reaches(visitor, ({ moving }) => moving);
    await act(owner);
    await isOver(visitor);
    expect(visitor.status.problem).toBe("“Round” ended: someone else turned or stopped the table.");
    await visitor.request("V").taken;
    expect(server.moves).toHaveLength(moves);
  });
});

describe("ConnectedTurntable.readSettings", () => {
  it("learns the settings that another demo has changed", async () => {
    const { turntable: owner } = await openUno();
    const visitor = await visit(owner);
    await reaches(visitor, ({ settings }) => settings !== undefined);
    await reaches(owner, ({ settings }) => settings !== undefined);
    const changed = { low: 50, high: 120, acceleration: 90, reverse: false };
    await owner.changeSettings(changed);
    await visitor.readSettings();
    expect(visitor.status.settings).toEqual(changed);
  });
});
