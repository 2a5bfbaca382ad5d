import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { MovingTurntable } from "../../demo/src/testing/moving-turntable.ts";
import { openTurntable } from "../../demo/src/turntable/index.ts";
import { reaches } from "../../demo/src/turntable/testing/reaches.ts";
import { accessibilityFaults, useDemo } from "./demo-server.ts";
import { press } from "./next-page.ts";
import { drawnAngle, openAt, openWith, says } from "./turntable-page.ts";

const site = useDemo();

/** Records every drawn angle from now on. It runs in the page, because requests from the test are too slow. */
async function record(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(`(() => {
    const turning = document.querySelector("[data-turning]");
    window.angles = [];
    const note = () => window.angles.push(90 - Number(/-?[\\d.]+/.exec(turning.getAttribute("transform"))[0]));
    new MutationObserver(note).observe(turning, { attributes: true });
    note();
  })()`);
  return () => page.evaluate<number[]>("window.angles");
}

/** Returns the angles that are half a degree or more behind an earlier one, on a way up or down. */
function setbacks(angles: readonly number[], way: 1 | -1): number[] {
  let farthest = -Infinity;
  return angles.filter((angle) => {
    farthest = Math.max(farthest, angle * way);
    return farthest - angle * way >= 0.5;
  });
}

/** Makes a preset in the form of an open page. From 90°: 2 s to 150°, 2 s there, 4 s to 30°. */
async function savePreset(page: Page): Promise<void> {
  await page.getByLabel("Name").fill("There and back");
  const moves = page.locator("#preset-cycles-0 [data-tf-item]");
  await press(page, "Add move of Cycle 1");
  for (const [index, values] of [
    ["150", "30", "2000"],
    ["30", "30", "0"],
  ].entries())
    for (const [field, label] of ["Angle (°)", "Speed (°/s)", "Dwell (ms)"].entries())
      await moves
        .nth(index)
        .getByLabel(label)
        .fill(values[field] ?? "");
  const timeline = page.locator("[data-timeline] figcaption");
  // The firmware's ramps take a little longer.
  await expect.poll(() => timeline.textContent()).toMatch(/2 moves in 1 cycle, 6(?:\.2)? s/);
  await press(page, "Save");
  await page.getByText("The preset was added.").waitFor();
}

describe("a preset that is made in the form and played", () => {
  it("shows the right angles at the right times", async () => {
    const turntable = new MovingTurntable({ realTime: false });
    const { page, complaints } = await openWith(turntable);
    await savePreset(page);
    await press(page, "Play");
    await expect.poll(() => says(page)).toBe("Playing “There and back”");
    await expect.poll(() => page.locator("[data-now]").getAttribute("hidden")).toBeNull();
    for (let time = 200; time <= 8000; time += 200) {
      turntable.run(200);
      const angle = time <= 4000 ? Math.min(90 + (time / 1000) * 30, 150) : 150 - (time / 1000 - 4) * 30;
      await expect.poll(() => drawnAngle(page), { interval: 10 }).toBeCloseTo(angle, 5);
    }
    await expect.poll(() => says(page)).toBe("Ready");
    expect(complaints).toEqual([]);
  });

  it("does the same with the firmware's image in the simulator", async () => {
    const turntable = openTurntable("sim");
    const { page, complaints } = await openWith(turntable);
    const told: { readonly at: number; readonly angle: number }[] = [];
    turntable.subscribe(({ angle }) => {
      if (angle !== undefined) told.push({ at: performance.now() / 1000, angle });
    });
    await savePreset(page);
    const played = await record(page);
    // On a busy machine a request of the page may take longer than the preset, and the preset longer than a poll.
    const begins = reaches(turntable, ({ playing }) => playing !== undefined);
    await press(page, "Play");
    await begins;
    await reaches(turntable, ({ playing }) => playing === undefined);
    await expect.poll(() => drawnAngle(page)).toBeCloseTo(30, 0);
    await expect.poll(() => says(page)).toBe("Ready");

    // On a busy machine the simulator is late, but it is never early.
    const first = told.find(({ angle }) => angle > 90.5)?.at ?? NaN;
    const when = (holds: (angle: number) => boolean, after = 0): number =>
      (told.find(({ at, angle }) => at > after && holds(angle))?.at ?? NaN) - first;
    const there = when((angle) => angle >= 149.5);
    const leaves = when((angle) => angle < 149, first + there);
    expect(when((angle) => angle >= 120)).toBeGreaterThan(1 - 0.3);
    expect(there).toBeGreaterThan(2 - 0.3);
    expect(leaves - there).toBeGreaterThan(2 - 0.3);
    expect(when((angle) => angle <= 30.5) - leaves).toBeGreaterThan(4 - 0.5);

    const drawn = await played();
    const highest = Math.max(...drawn);
    expect(highest).toBeCloseTo(150, 0);
    const top = drawn.indexOf(highest);
    expect(setbacks(drawn.slice(0, top), 1)).toEqual([]);
    expect(setbacks(drawn.slice(top), -1)).toEqual([]);
    expect(drawn.length).toBeGreaterThan(20);
    expect(complaints).toEqual([]);
  });
});

describe("the turntable's panel", () => {
  it("pauses, resumes and stops, with one button that keeps the focus", async () => {
    const { page } = await openAt(site, 0);
    await press(page, "Play");
    await expect.poll(() => drawnAngle(page)).toBeGreaterThan(5);
    const pause = page.locator("[data-pause] button");
    await pause.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => says(page)).toBe("Paused: “Product tour”");
    expect(await pause.textContent()).toContain("Resume");
    expect(await page.evaluate("document.activeElement.closest('[data-pause]') !== null")).toBe(true);
    const stood = await drawnAngle(page);
    let looks = 0;
    const leave = site.demo.turntable.subscribe(() => looks++);
    await expect.poll(() => looks).toBeGreaterThan(15);
    leave();
    expect(await drawnAngle(page)).toBe(stood);
    await page.keyboard.press("Enter");
    await expect.poll(() => drawnAngle(page)).toBeGreaterThan(stood);
    await press(page, "Stop");
    await expect.poll(() => says(page)).toBe("Ready");
    expect(await pause.getAttribute("aria-disabled")).toBe("true");
  });

  it("reports a lost connection and failed commands", async () => {
    const { page } = await openAt(site, 90);
    site.demo.turntable.setConnection("lost");
    await expect.poll(() => says(page)).toBe("Connection lost; trying again");
    await press(page, "Play");
    await expect
      .poll(() => page.getByRole("alert").textContent())
      .toBe("The turntable is not connected. Nothing answers.");
    site.demo.turntable.setConnection("ready");
    await expect.poll(() => says(page)).toBe("Ready");
  });

  it("reconnects after the demo was down", async () => {
    const { page } = await openAt(site, 90);
    // The demo gets the same address, as after a real restart.
    await page.route("**/turntable/events", (route) => route.abort());
    await page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))");
    await page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    await expect.poll(() => says(page)).toBe("The demo can’t be reached; trying again…");
    await page.unroute("**/turntable/events");
    await expect.poll(() => says(page)).toBe("Ready");
  });

  it("works with the keyboard only, from the list of presets", async () => {
    const { page } = await openAt(site, 90, "/presets");
    for (let tabs = 0; tabs < 20; tabs += 1) {
      await page.keyboard.press("Tab");
      if ((await page.locator(":focus").getAttribute("aria-label")) === "Play Product tour") break;
    }
    await page.keyboard.press("Space");
    await expect.poll(() => says(page)).toBe("Playing “Product tour”");
    await page.locator("[data-preset='1'][data-playing]").waitFor();
  });

  it("reduces motion for people who ask for that", async () => {
    const { page } = await openAt(site, 0);
    await page.emulateMedia({ reducedMotion: "reduce" });
    const samples = await record(page);
    await site.demo.turntable.turnTo(180, 60);
    await expect.poll(() => drawnAngle(page)).toBe(180);
    expect((await samples()).length).toBeLessThan(8);
  });

  it("works without JavaScript, except for the moving picture", async () => {
    const { page, complaints } = await openAt(site, 90, "/presets/1", false);
    expect(await page.getByText("moves only with JavaScript").isVisible()).toBe(true);
    expect(await page.getByRole("img", { name: /^Angle over time: 4 moves/ }).count()).toBe(1);
    await page.getByRole("slider").fill("120");
    await press(page, "Turn");
    await expect.poll(() => site.demo.turntable.status.angle).toBe(120);
    expect(new URL(page.url()).pathname).toBe("/presets/1");
    await page.reload();
    expect(await drawnAngle(page)).toBe(120);
    await press(page, "Play");
    expect(await says(page)).toBe("Playing “Product tour”");
    await press(page, "Pause");
    expect(await says(page)).toBe("Paused: “Product tour”");
    await press(page, "Resume");
    await press(page, "Stop");
    expect(await says(page)).toBe("Ready");
    expect(complaints).toEqual([]);
  });

  it.each([
    ["/presets", "light"],
    ["/presets/1", "light"],
    ["/presets/1", "dark"],
  ] as const)("meets WCAG 2.2 AA while it plays at %s, %s, 320 px wide too", async (path, colorScheme) => {
    const { page, complaints } = await openAt(site, 90, path);
    // Without the transitions of colours
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await site.demo.turntable.play(
      1,
      (await site.demo.store.get(1))?.preset ?? { name: "", repeats: 1, cycles: [] },
    );
    await expect.poll(() => says(page)).toBe("Playing “Product tour”");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe("the plot of a preset", () => {
  it("follows typing, and keeps the last valid plot", async () => {
    const { page } = await openAt(site, 90);
    const caption = page.locator("[data-timeline] figcaption");
    await page.getByLabel("Repeats").fill("1");
    await expect.poll(() => caption.textContent()).toContain("4 moves in 2 cycles, 9.5 s");
    await press(page, "Remove Cycle 2");
    await expect.poll(() => caption.textContent()).toContain("3 moves in 1 cycle");
    await page.getByLabel("Name").fill("");
    await page.getByText("Not updated").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await caption.textContent()).toContain("3 moves in 1 cycle");
  });
});
