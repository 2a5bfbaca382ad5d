import { describe, expect, it } from "vitest";
import { firstPresets } from "../../demo/src/presets/index.ts";
import { MovingTurntable } from "../../demo/src/testing/moving-turntable.ts";
import { openTurntable, type Turntable } from "../../demo/src/turntable/index.ts";
import { accessibilityFaults, type Demo, useDemo } from "./demo-server.ts";
import { press } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { drawnAngle, openAt, says, startWith } from "./turntable-page.ts";

const site = useDemo();

/** Starts a demo with a turntable, and without presets. */
async function startEmpty(turntable: Turntable): Promise<Demo<Turntable>> {
  const demo = await startWith(turntable);
  await demo.store.delete(1);
  return demo;
}

describe("the ten-second tour", () => {
  it("moves the table until the button Stop", async () => {
    const { page, complaints } = await openAt(site, 90, "/presets");
    await press(page, "Play the ten-second tour");
    await expect.poll(() => says(page)).toBe("Playing “Ten-second tour”");
    await expect.poll(() => drawnAngle(page)).toBeGreaterThan(100);
    await press(page, "Stop");
    await expect.poll(() => says(page)).toBe("Ready");
    expect(complaints).toEqual([]);
  });

  it("works without JavaScript", async () => {
    const { page } = await openAt(site, 90, "/presets", false);
    await press(page, "Play the ten-second tour");
    expect(await says(page)).toBe("Playing “Ten-second tour”");
    await press(page, "Stop");
    expect(await says(page)).toBe("Ready");
  });
});

describe("a new demo", () => {
  it("lists three presets, and knows the angle", async () => {
    const demo = await startEmpty(openTurntable("sim"));
    await demo.store.createAll(firstPresets);
    await expect.poll(() => demo.turntable.status.connection).toBe("ready");
    const { page, complaints } = await openPage();
    await page.goto(`${demo.url}/presets`);
    expect(await page.locator("[data-live=degrees]").textContent()).toBe("90.0°");
    expect(await page.locator(".preset-name").allTextContents()).toEqual([
      "Look around the room",
      "Quick demo",
      "Show and tell",
    ]);
    expect(complaints).toEqual([]);
  });

  it("says what to do if there are no presets", async () => {
    const demo = await startEmpty(new MovingTurntable());
    const { page } = await openPage();
    await page.goto(`${demo.url}/presets`);
    expect(await page.locator(".empty").innerText()).toContain(
      "Make a preset: add moves, save them, and press Play.",
    );
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("says what to do if there is no board", async () => {
    const demo = await startEmpty(openTurntable("serial:/dev/no-board"));
    const { page } = await openPage();
    await page.goto(`${demo.url}/presets`);
    const problem = page.getByRole("alert");
    const advice = "There is no serial port /dev/no-board. Plug the board in, or set TURNTABLE to its port.";
    await expect.poll(() => problem.textContent()).toBe(advice);
    const dial = page.getByRole("slider", { name: "Turn by hand" });
    expect(await dial.getAttribute("aria-valuetext")).toBe("The angle is not known yet");
    await dial.press("End");
    await expect.poll(() => problem.textContent()).toBe(`The turntable is not connected. ${advice}`);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe("the panel", () => {
  it.each(["/presets", "/presets/1"])("is in view as a whole at %s, 1280 × 800", async (path) => {
    const { page } = await openAt(site, 90, path);
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const top of [0, 600]) {
      await page.evaluate(`scrollTo(0, ${top})`);
      const box = await page.locator("[data-turntable]").boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
    }
  });

  it("comes after the form on a phone, folded to a bar that is always in view", async () => {
    const { page } = await openAt(site, 90, "/presets/1");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    const controls = page.getByRole("button", { name: "Controls" });
    await expect.poll(() => controls.getAttribute("aria-expanded")).toBe("false");
    const picture = page.locator("[data-picture]");
    expect(await picture.isVisible()).toBe(false);
    for (const top of [0, 600]) {
      await page.evaluate(`scrollTo(0, ${top})`);
      const bar = await page.locator("[data-turntable]").boundingBox();
      expect(bar?.height).toBeLessThan(100);
      expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBe(844);
    }
    // The bar covers no field that gets the focus.
    await page.getByLabel("Dwell (ms)").last().focus();
    const field = await page.locator(":focus").boundingBox();
    const bar = await page.locator("[data-turntable]").boundingBox();
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await controls.press("Enter");
    expect(await picture.isVisible()).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await controls.click();
    expect(await picture.isVisible()).toBe(false);
  });

  it("is not cut off at the side, 320 px wide", async () => {
    const { page } = await openAt(site, 180, "/presets/1");
    await page.setViewportSize({ width: 320, height: 640 });
    const panel = page.locator("[data-turntable]");
    expect(await panel.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  });

  it("is open after the form without JavaScript", async () => {
    const { page } = await openAt(site, 90, "/presets/1", false);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.getByRole("button", { name: "Controls" }).count()).toBe(0);
    const [form, picture] = await Promise.all(
      ["#preset", "[data-picture]"].map((part) => page.locator(part).boundingBox()),
    );
    expect(form?.y).toBeLessThan(picture?.y ?? 0);
  });
});
