import type { Locator, Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { openTurntable } from "../../demo/src/turntable/index.ts";
import { accessibilityFaults, useDemo } from "./demo-server.ts";
import { drawnAngle, ghostAngle, openAt, openWith, type Point, pointAt } from "./turntable-page.ts";

const site = useDemo();

const dial = (page: Page): Locator => page.getByRole("slider", { name: "Turn by hand" });
const lastCommand = (): string | undefined => site.demo.turntable.commands.at(-1);

/** Leads a finger along points of the window. */
async function swipe(page: Page, points: readonly Point[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  for (const [index, point] of points.entries())
    await session.send("Input.dispatchTouchEvent", {
      type: index === 0 ? "touchStart" : "touchMove",
      touchPoints: [point],
    });
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: false });
  await session.detach();
}

/** Holds the requests that turn the table, until the returned function is called. */
async function holdTurns(page: Page): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/turntable/turn", async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

describe("turning by hand", () => {
  it("turns to a clicked direction, and shows the target and the measured delay", async () => {
    const { page, complaints } = await openAt(site, 90);
    const { x, y } = await pointAt(page, 150, 120);
    // The target is shown until the table has reached it.
    const letGo = await holdTurns(page);
    await page.mouse.click(x, y);
    expect(await ghostAngle(page)).toBe(150);
    expect(await dial(page).getAttribute("aria-valuetext")).toBe("150°");
    letGo();
    await expect.poll(() => drawnAngle(page)).toBe(150);
    await expect.poll(() => ghostAngle(page)).toBeUndefined();
    expect(await page.locator("[data-delay]").textContent()).toMatch(/^The table obeyed after \d+ ms\.$/);
    expect(complaints).toEqual([]);
  });

  it("turns the firmware in the simulator", async () => {
    const { page, complaints } = await openWith(openTurntable("sim"));
    const { x, y } = await pointAt(page, 120, 120);
    await page.mouse.click(x, y);
    await expect.poll(() => page.locator("[data-live=degrees]").textContent()).toBe("120.0°");
    await expect.poll(() => drawnAngle(page)).toBeCloseTo(120, 0);
    await expect.poll(() => ghostAngle(page)).toBeUndefined();
    expect(complaints).toEqual([]);
  });

  it("turns to the nearer end if the direction is below the dial", async () => {
    const { page } = await openAt(site, 90);
    for (const [direction, angle] of [
      [-150, 180],
      [-30, 0],
    ] as const) {
      const { x, y } = await pointAt(page, direction, 90);
      await page.mouse.click(x, y);
      await expect.poll(() => lastCommand()).toBe(`turn ${angle}`);
    }
  });

  it("stays between the limits of the table", async () => {
    const { turntable } = site.demo;
    const before = turntable.settings;
    onTestFinished(() => void (turntable.settings = before));
    turntable.settings = { low: 30.5, high: 140, acceleration: 0, reverse: false };
    const { page } = await openAt(site, 90);
    await expect.poll(() => dial(page).getAttribute("aria-valuemax")).toBe("140");
    await dial(page).press("End");
    await expect.poll(() => lastCommand()).toBe("turn 140");
    await dial(page).press("Home");
    await expect.poll(() => lastCommand()).toBe("turn 31");
  });

  it("turns along with a drag of the table, and sends one request at a time", async () => {
    const { page, complaints } = await openAt(site, 90);
    const letGo = await holdTurns(page);
    const before = site.demo.turntable.commands.length;
    // The lid is at the lower side of the picture, so the drag passes below the centre.
    const begin = await pointAt(page, -100, 50);
    await page.mouse.move(begin.x, begin.y);
    await page.mouse.down();
    for (let way = 1; way <= 60; way += 1) {
      const { x, y } = await pointAt(page, -100 + way, 50);
      await page.mouse.move(x, y);
    }
    expect(await ghostAngle(page)).toBe(150);
    await page.mouse.up();
    letGo();
    await expect.poll(() => drawnAngle(page)).toBe(150);
    // The first request was on its way during the whole drag.
    expect(site.demo.turntable.commands.slice(before)).toEqual(["turn 91", "turn 150"]);
    expect(complaints).toEqual([]);
  });

  it("goes on with a drag while an alert appears, even if the picture moves", async () => {
    const { page } = await openAt(site, 90);
    const begin = await pointAt(page, -100, 50);
    const next = await pointAt(page, -98, 50);
    await page.mouse.move(begin.x, begin.y);
    await page.mouse.down();
    await page
      .locator("[data-live=problem]")
      .evaluate((alert) => (alert.textContent = "It ended. ".repeat(20)));
    expect(await pointAt(page, -98, 50)).toEqual(next);
    await page.locator("[data-picture]").evaluate((picture) => picture.before("Moved"));
    expect(await pointAt(page, -98, 50)).not.toEqual(next);
    await page.mouse.move(next.x, next.y);
    expect(await ghostAngle(page)).toBe(92);
    await page.mouse.up();
  });

  it("does not move at a press on the table", async () => {
    const { page } = await openAt(site, 90);
    const before = site.demo.turntable.commands.length;
    const { x, y } = await pointAt(page, 10, 50);
    await page.mouse.click(x, y);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => site.demo.turntable.commands.slice(before)).toEqual(["turn 91"]);
  });

  it.each([
    ["table", 90, 50],
    ["knob", 90, 120],
  ])("turns along with a finger on the %s, without scrolling the page", async (_, angle, radius) => {
    const { page } = await openAt(site, 90);
    await swipe(page, await Promise.all([0, 30, 70].map((way) => pointAt(page, angle - way, radius))));
    await expect.poll(() => drawnAngle(page)).toBe(20);
    expect(await page.evaluate("scrollY")).toBe(0);
  });

  it("keeps the drag of the first finger if a second one leaves", async () => {
    const { page } = await openAt(site, 90);
    const [begin, end] = [await pointAt(page, 45, 120), await pointAt(page, 60, 120)];
    await page.mouse.move(begin.x, begin.y);
    await page.mouse.down();
    await page.locator("[data-picture]").dispatchEvent("pointerup", { isPrimary: false });
    await page.mouse.move(end.x, end.y);
    expect(await ghostAngle(page)).toBe(60);
    await page.mouse.up();
    await expect.poll(() => drawnAngle(page)).toBe(60);
  });

  it("turns to a direction that a finger taps", async () => {
    const { page } = await openAt(site, 90);
    await swipe(page, [await pointAt(page, 45, 120)]);
    await expect.poll(() => drawnAngle(page)).toBe(45);
  });

  it("scrolls the page by a swipe beside the table, and turns nothing", async () => {
    const { page } = await openAt(site, 90, "/presets");
    await page.setViewportSize({ width: 375, height: 480 });
    await dial(page).scrollIntoViewIfNeeded();
    const scrolled = Number(await page.evaluate("scrollY"));
    const before = site.demo.turntable.commands.length;
    const { x, y } = await pointAt(page, 150, 120);
    await swipe(
      page,
      [0, 30, 60, 90].map((way) => ({ x, y: y + way })),
    );
    await expect.poll(() => page.evaluate("scrollY")).toBeLessThan(scrolled);
    expect(site.demo.turntable.commands.slice(before)).toEqual([]);
    expect(await ghostAngle(page)).toBeUndefined();
  });

  it.each([
    ["ArrowLeft", 91],
    ["ArrowUp", 91],
    ["ArrowRight", 89],
    ["ArrowDown", 89],
    ["Shift+ArrowLeft", 100],
    ["Shift+ArrowRight", 80],
    ["PageUp", 100],
    ["PageDown", 80],
    ["Home", 0],
    ["End", 180],
  ])("turns by the key %s", async (key, angle) => {
    const { page } = await openAt(site, 90, "/presets");
    await dial(page).press(key);
    expect(await dial(page).getAttribute("aria-valuenow")).toBe(String(angle));
    await expect.poll(() => lastCommand()).toBe(`turn ${angle}`);
    expect(await page.evaluate("scrollY")).toBe(0);
  });

  it("sends only the newest angle while keys repeat, and keeps texts typed elsewhere", async () => {
    const { page, complaints } = await openAt(site, 90);
    await page.getByLabel("Name").fill("Not saved yet");
    const before = site.demo.turntable.commands.length;
    await dial(page).focus();
    await page.evaluate(`for (let presses = 0; presses < 30; presses += 1)
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true }))`);
    await expect.poll(() => drawnAngle(page)).toBe(120);
    expect(site.demo.turntable.commands.slice(before)).toEqual(["turn 91", "turn 120"]);
    expect(await page.getByLabel("Name").inputValue()).toBe("Not saved yet");
    expect(complaints).toEqual([]);
  });

  it("follows the table in its value while nobody turns", async () => {
    const { page } = await openAt(site, 90);
    await site.demo.turntable.turnTo(45, 180);
    await expect.poll(() => dial(page).getAttribute("aria-valuetext")).toBe("45°");
    expect(lastCommand()).toBe("turn 45");
  });

  it("has left on the left", async () => {
    const { page } = await openAt(site, 90);
    const boxes = await Promise.all(
      ["180°", "0°"].map((angle) =>
        page.locator(".room-numbers text", { hasText: new RegExp(`^${angle}`) }).boundingBox(),
      ),
    );
    expect(boxes[0]?.x).toBeLessThan(boxes[1]?.x ?? 0);
  });

  it("gives up its target if the turntable does not take it", async () => {
    const { page } = await openAt(site, 90);
    await page.route("**/turntable/turn", (route) => route.abort());
    await dial(page).press("End");
    await expect.poll(() => page.getByRole("alert").textContent()).toContain("can’t be reached");
    await expect.poll(() => ghostAngle(page)).toBeUndefined();
    await expect.poll(() => dial(page).getAttribute("aria-valuetext")).toBe("90°");
  });

  it("has no accessibility faults while it turns", async () => {
    const { page } = await openAt(site, 0);
    await dial(page).press("End");
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

/** Runs the module of the picture's motion in a page, with a clock of its own. `turns` holds the target of each state. */
function motion(page: Page, drive: string): Promise<number[]> {
  return page.evaluate<number[]>(`import("/turntable/motion.js").then(({ turnSmoothly }) => {
    const drawn = [];
    let now = 0;
    let frame;
    const show = turnSmoothly((rotation) => drawn.push(rotation), { now: () => now, frame: (next) => (frame = next) });
    const frames = (count, ms) => {
      for (let index = 0; index < count; index += 1) {
        now += ms;
        frame();
      }
    };
    ${drive}
    return drawn;
  })`);
}

const steps = (drawn: readonly number[]): number[] =>
  drawn.slice(1).map((rotation, index) => rotation - (drawn[index] ?? NaN));

describe("turnSmoothly", () => {
  it("turns the picture in each frame, though states come 8 times a second", async () => {
    const { page } = await openAt(site, 90);
    const drawn = await motion(
      page,
      `for (let state = 0; state <= 16; state += 1) {
        // A state shows the table as it was 40 ms ago, 60° in 2 s.
        const rotation = Math.max(0, Math.min(60, (now - 40) * 0.03));
        show({ rotation, turn: { rotation: 60, speed: 30 } });
        frames(8, 125 / 8);
      }
      show({ rotation: 60, turn: null });`,
    );
    expect(drawn.length).toBeGreaterThan(120);
    expect(Math.min(...steps(drawn))).toBeGreaterThan(0);
    expect(Math.max(...steps(drawn))).toBeLessThan(1);
    expect(drawn.at(-1)).toBe(60);
  });

  it("stays near a table that speeds up slowly", async () => {
    const { page } = await openAt(site, 90);
    const leads = await motion(
      page,
      `const leads = [];
      // 60 °/s after a second.
      const table = (ms) => 30 * (Math.min(1000, Math.max(0, ms)) / 1000) ** 2 + Math.max(0, ms - 1000) * 0.06;
      for (let state = 0; state < 50; state += 1) {
        show({ rotation: table(now - 40), turn: { rotation: 120, speed: 60 } });
        for (let count = 0; count < 4; count += 1) {
          frames(1, 10);
          leads.push(drawn.at(-1) - table(now));
        }
      }
      drawn.splice(0, drawn.length, ...leads);`,
    );
    expect(leads).toHaveLength(200);
    expect(Math.max(...leads)).toBeLessThan(6);
    expect(Math.min(...leads)).toBeGreaterThan(-6);
  });

  it("neither jumps nor goes back while the target moves on, as by hand", async () => {
    const { page } = await openAt(site, 90);
    const drawn = await motion(
      page,
      `for (let state = 0; state < 20; state += 1) {
        const rotation = Math.max(0, (now - 40) * 0.06);
        show({ rotation, turn: { rotation: rotation + 10 + state / 10, speed: 60 } });
        frames(6, 100 / 6);
      }`,
    );
    expect(drawn.length).toBeGreaterThan(100);
    expect(Math.min(...steps(drawn))).toBeGreaterThan(0);
    expect(Math.max(...steps(drawn))).toBeLessThan(2.1);
  });
});
