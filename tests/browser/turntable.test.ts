import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { MovingTurntable } from "../../demo/src/testing/moving-turntable.ts";
import { openTurntable, type Turntable } from "../../demo/src/turntable/index.ts";
import { accessibilityFaults, startDemoWith, temporaryFolder, useDemo } from "./demo-server.ts";
import { press } from "./next-page.ts";
import { openPage, type OpenPage } from "./pages.ts";

const site = useDemo();

/** Returns the angle of the drawn table, in degrees as the turntable counts them. */
async function drawnAngle(page: Page): Promise<number> {
  const transform = (await page.locator("[data-turning]").getAttribute("transform")) ?? "";
  return 90 - Number(/^rotate\((-?[\d.]+) 160 160\)$/.exec(transform)?.[1] ?? NaN);
}

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

const says = (page: Page): Promise<string | null> => page.locator("[data-live=says]").textContent();

/** Opens the example's page with the table at an angle. */
async function openAt(
  angle: number,
  path = "/presets/1",
  javaScriptEnabled = true,
): Promise<{ page: Page; complaints: string[] }> {
  await site.demo.turntable.stop();
  await site.demo.turntable.turnTo(angle, 360);
  await expect.poll(() => site.demo.turntable.status.angle).toBe(angle);
  const opened = await openPage({ javaScriptEnabled });
  await opened.page.goto(site.url + path);
  if (javaScriptEnabled) await expect.poll(() => drawnAngle(opened.page)).toBe(angle);
  return opened;
}

/** Makes a preset in the form of an open page and plays it. From 90°: 2 s to 150°, 2 s there, 4 s to 30°. */
async function playNewPreset(page: Page): Promise<void> {
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
  await expect.poll(() => timeline.textContent()).toContain("2 moves in 1 cycle, 6 s");
  await press(page, "Save");
  await page.getByText("The preset was added.").waitFor();
  await press(page, "Play");
  await expect.poll(() => says(page)).toBe("Playing “There and back”");
  await expect.poll(() => page.locator("[data-now]").getAttribute("hidden")).toBeNull();
}

/** Starts a demo with a turntable, and opens its page for a new preset. */
async function openWith<Table extends Turntable>(turntable: Table): Promise<OpenPage> {
  const folder = temporaryFolder();
  const demo = await startDemoWith(folder.path, turntable);
  onTestFinished(async () => {
    await demo.stop();
    folder.remove();
  });
  await expect.poll(() => turntable.status.connection).toBe("ready");
  await turntable.turnTo(90, 360);
  await expect.poll(() => turntable.status.moving).toBe(false);
  const opened = await openPage();
  await opened.page.goto(`${demo.url}/presets/new`);
  await expect.poll(() => drawnAngle(opened.page)).toBeCloseTo(90, 0);
  return opened;
}

describe("a preset that is made in the form and played", () => {
  it("shows the right angles at the right times", async () => {
    const turntable = new MovingTurntable({ realTime: false });
    const { page, complaints } = await openWith(turntable);
    await playNewPreset(page);
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
    await playNewPreset(page);
    const played = await record(page);
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
    const top = drawn.findIndex((angle) => angle >= 149.5);
    const isNear = (angles: readonly number[], sorted: readonly number[]): boolean =>
      angles.every((angle, index) => Math.abs(angle - (sorted[index] ?? NaN)) < 0.5);
    const [rising, falling] = [drawn.slice(0, top), drawn.slice(top)];
    expect(
      isNear(
        rising,
        rising.toSorted((a, b) => a - b),
      ),
    ).toBe(true);
    expect(
      isNear(
        falling,
        falling.toSorted((a, b) => b - a),
      ),
    ).toBe(true);
    expect(drawn.length).toBeGreaterThan(20);
    expect(complaints).toEqual([]);
  });
});

describe("the turntable's panel", () => {
  it("pauses, resumes and stops, with one button that keeps the focus", async () => {
    const { page } = await openAt(0);
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

  it("turns while the slider moves, at a bounded rate, and keeps texts typed elsewhere", async () => {
    const { page, complaints } = await openAt(90);
    await page.getByLabel("Name").fill("Not saved yet");
    const before = site.demo.turntable.commands.length;
    const slider = page.getByRole("slider", { name: "Turn by hand" });
    await slider.focus();
    const start = performance.now();
    for (let presses = 0; presses < 30; presses += 1) await page.keyboard.press("ArrowLeft");
    const seconds = (performance.now() - start) / 1000;
    await expect.poll(() => drawnAngle(page)).toBe(120);
    const turns = site.demo.turntable.commands.slice(before);
    expect(turns.at(-1)).toBe("turn 120");
    expect(turns.length).toBeLessThan(Math.max(25, seconds * 12));
    expect(await page.getByLabel("Name").inputValue()).toBe("Not saved yet");
    expect(complaints).toEqual([]);
  });

  it("makes the slider follow the table while nobody uses it", async () => {
    const { page } = await openAt(90);
    await site.demo.turntable.turnTo(45, 180);
    await expect.poll(() => page.getByRole("slider").inputValue()).toBe("45");
    expect(await page.locator("tf-range output").textContent()).toBe("45");
    expect(site.demo.turntable.commands.at(-1)).toBe("turn 45");
  });

  it("turns left with the slider's left", async () => {
    const { page } = await openAt(90);
    const slider = page.getByRole("slider");
    await slider.press("ArrowLeft");
    await expect.poll(() => site.demo.turntable.commands.at(-1)).toBe("turn 91");
    const box = await slider.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 3, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await expect.poll(() => Number(site.demo.turntable.commands.at(-1)?.slice(5))).toBeGreaterThan(150);
    const [left, right] = await Promise.all(
      ["180°", "0°"].map((angle) =>
        page
          .locator("svg text", { hasText: new RegExp(`^${angle}`) })
          .first()
          .boundingBox(),
      ),
    );
    expect(left?.x).toBeLessThan(right?.x ?? 0);
  });

  it("turns the picture in each frame, though states come 8 times a second", async () => {
    const { page } = await openAt(90);
    const drawn = await page.evaluate<number[]>(`import("/turntable/motion.js").then(({ turnSmoothly }) => {
      const drawn = [];
      let now = 0;
      let frame;
      const show = turnSmoothly((rotation) => drawn.push(rotation), { now: () => now, frame: (next) => (frame = next) });
      for (let state = 0; state <= 16; state += 1) {
        // A state shows the table as it was 40 ms ago, 60° in 2 s.
        const rotation = Math.max(0, Math.min(60, (now - 40) * 0.03));
        show({ rotation, turn: { rotation: 60, speed: 30 } });
        for (let frames = 0; frames < 8; frames += 1) {
          now += 125 / 8;
          frame();
        }
      }
      show({ rotation: 60, turn: null });
      return drawn;
    })`);
    const steps = drawn.slice(1).map((rotation, index) => rotation - (drawn[index] ?? NaN));
    expect(drawn.length).toBeGreaterThan(120);
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(Math.max(...steps)).toBeLessThan(1);
    expect(drawn.at(-1)).toBe(60);
  });

  it("reports a lost connection and failed commands", async () => {
    const { page } = await openAt(90);
    site.demo.turntable.setConnection("lost");
    await expect.poll(() => says(page)).toBe("Connection lost; trying to connect again");
    await press(page, "Play");
    await expect
      .poll(() => page.getByRole("alert").textContent())
      .toBe("The turntable did not take the command: nothing answers");
    site.demo.turntable.setConnection("ready");
    await expect.poll(() => says(page)).toBe("Ready");
  });

  it("reconnects after the demo was down", async () => {
    const { page } = await openAt(90);
    // The demo gets the same address, as after a real restart.
    await page.route("**/turntable/events", (route) => route.abort());
    await page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))");
    await page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    await expect.poll(() => says(page)).toBe("The demo can’t be reached; trying again…");
    await page.unroute("**/turntable/events");
    await expect.poll(() => says(page)).toBe("Ready");
  });

  it("works with the keyboard only, from the list of presets", async () => {
    const { page } = await openAt(90, "/presets");
    for (let tabs = 0; tabs < 20; tabs += 1) {
      await page.keyboard.press("Tab");
      if ((await page.locator(":focus").getAttribute("aria-label")) === "Play Product tour") break;
    }
    await page.keyboard.press("Space");
    await expect.poll(() => says(page)).toBe("Playing “Product tour”");
    await page.locator("[data-preset='1'][data-playing]").waitFor();
  });

  it("reduces motion for people who ask for that", async () => {
    const { page } = await openAt(0);
    await page.emulateMedia({ reducedMotion: "reduce" });
    const samples = await record(page);
    await site.demo.turntable.turnTo(180, 60);
    await expect.poll(() => drawnAngle(page)).toBe(180);
    expect((await samples()).length).toBeLessThan(8);
  });

  it("works without JavaScript, except for the moving picture", async () => {
    const { page, complaints } = await openAt(90, "/presets/1", false);
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
    const { page, complaints } = await openAt(90, path);
    await page.emulateMedia({ colorScheme });
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
    const { page } = await openAt(90);
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
