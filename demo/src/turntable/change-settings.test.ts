import { describe, expect, it } from "vitest";
import { reaches, rests } from "./testing/reaches.ts";
import { sketch2011Connector } from "./testing/sketch-2011.ts";
import { openUno } from "./testing/uno-server.ts";

const settings = { low: 20, high: 160.5, acceleration: 90, reverse: false };

describe("ConnectedTurntable.changeSettings", () => {
  it("knows the settings of the table, and changes them", async () => {
    const { server, turntable } = await openUno();
    await reaches(turntable, (status) => status.settings !== undefined);
    expect(turntable.status.settings).toEqual({ low: 0, high: 180, acceleration: 180, reverse: false });
    await turntable.changeSettings(settings);
    expect(turntable.status.settings).toEqual(settings);
    await expect(turntable.turnTo(10)).rejects.toMatchObject({
      problem: "refused",
      message: "The table turns only from 20° to 160.5°. Choose an angle between them, or change its limits.",
    });
    expect(server.moves).toHaveLength(1);
    // The board saves its settings after its answers.
    await server.hears(server.heard.length + 3);
    await server.reset();
    await rests(turntable);
    await server.kill();
    await reaches(turntable, ({ connection }) => connection === "lost");
    expect(turntable.status.settings).toBeUndefined();
    await server.start();
    await reaches(turntable, (status) => status.settings !== undefined);
    expect(turntable.status.settings).toEqual(settings);
  });

  it("forgets the refusal of a turn, which new limits may allow", async () => {
    const { turntable } = await openUno();
    await reaches(turntable, (status) => status.settings !== undefined);
    await turntable.changeSettings(settings);
    await expect(turntable.turnTo(10)).rejects.toMatchObject({ problem: "refused" });
    expect(turntable.status.problem).toContain("only from 20°");
    await turntable.changeSettings({ ...settings, low: 0 });
    expect(turntable.status.problem).toBeUndefined();
  });

  it("turns the angles around with the direction, and leaves the table in its place", async () => {
    const { server, turntable } = await openUno();
    await turntable.turnTo(30, 360);
    await rests(turntable);
    const { angle } = server;
    await reaches(turntable, (status) => status.settings !== undefined);
    await turntable.changeSettings({ ...settings, reverse: true });
    expect(turntable.status.angle).toBe(150);
    expect(server.angle).toBeCloseTo(angle ?? NaN, 1);
  });

  it("leaves the limits in their places if only the direction changes", async () => {
    const { turntable } = await openUno();
    await reaches(turntable, (status) => status.settings !== undefined);
    await turntable.changeSettings({ ...settings, low: 20.1 });
    await turntable.changeSettings({ ...settings, low: 20.1, reverse: true });
    expect(turntable.status.settings).toMatchObject({ low: 19.5, high: 159.9, reverse: true });
    await turntable.changeSettings({ ...settings, low: 30, high: 60 });
    expect(turntable.status.settings).toMatchObject({ low: 30, high: 60, reverse: false });
  });

  it("notices a setting that a client of the bridge changes", async () => {
    const { turntable } = await openUno();
    await turntable.request("A45", { client: {} }).taken;
    expect(turntable.status.settings).toMatchObject({ acceleration: 45 });
  });

  it("refuses while the table moves, and for a table without settings", async () => {
    const { turntable } = await openUno(1);
    await reaches(turntable, (status) => status.settings !== undefined);
    await turntable.turnTo(0, 20);
    await expect(turntable.changeSettings(settings)).rejects.toMatchObject({
      message: "The table moves. Stop it, then save the settings again.",
    });
    const old = await openUno(sketch2011Connector());
    await expect(old.turntable.changeSettings(settings)).rejects.toMatchObject({
      message: "This table keeps no settings. Upload the current firmware.",
    });
  });

  it("refuses to save two settings at once, so that their lines don't mix", async () => {
    const { turntable } = await openUno();
    await reaches(turntable, (status) => status.settings !== undefined);
    const first = turntable.changeSettings(settings);
    await expect(turntable.changeSettings({ ...settings, low: 40 })).rejects.toMatchObject({
      message: "Someone else is saving the settings. Wait a moment, and save yours again.",
    });
    await first;
    expect(turntable.status.settings).toEqual(settings);
    await turntable.changeSettings({ ...settings, low: 40 });
    expect(turntable.status.settings).toMatchObject({ low: 40 });
  });

  it("reports settings that noise changed on their way", async () => {
    const { server, turntable } = await openUno();
    await reaches(turntable, (status) => status.settings !== undefined);
    server.garbles = (line) => line.replace("A90", "A9");
    await expect(turntable.changeSettings(settings)).rejects.toMatchObject({ problem: "garbled" });
    server.garbles = (line) => line;
    await turntable.changeSettings(settings);
  });
});
