import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { accessibilityFaults, useDemo } from "./demo-server.ts";
import { press } from "./next-page.ts";
import { ghostAngle, openAt } from "./turntable-page.ts";

const site = useDemo();

const angles = (page: Page): Locator => page.locator("#preset").getByLabel("Angle (°)");
const useAngle = (page: Page): Locator => page.getByRole("button", { name: "Use the current angle" });
const point = (page: Page, cycle: number, move: number): Locator =>
  page.getByRole("slider", { name: `Angle of move ${move} in cycle ${cycle}` });
const summary = (page: Page): Promise<string | null> =>
  page.locator("[data-timeline] figcaption span").textContent();

describe("an angle field of a preset", () => {
  it("takes the table's current angle from its button, like a typed one", async () => {
    const { page, complaints } = await openAt(site, 45);
    await useAngle(page).nth(1).click();
    expect(await angles(page).nth(1).inputValue()).toBe("45");
    expect(await page.getByRole("group", { name: /^Move 2: 45° at/ }).count()).toBe(1);
    expect(await ghostAngle(page)).toBeUndefined();
    await expect.poll(() => summary(page)).toContain("4 moves");
    await expect.poll(() => point(page, 1, 2).getAttribute("aria-valuetext")).toBe("45°");
    expect(complaints).toEqual([]);
  });

  it("gets its typed value back by Ctrl+Z", async () => {
    const { page } = await openAt(site, 45);
    await angles(page).nth(1).fill("");
    await angles(page).nth(1).pressSequentially("77");
    await useAngle(page).nth(1).click();
    expect(await angles(page).nth(1).inputValue()).toBe("45");
    await page.keyboard.press("Control+z");
    expect(await angles(page).nth(1).inputValue()).toBe("77");
  });

  it("has its one button in added, duplicated and restored items too", async () => {
    const { page } = await openAt(site, 45);
    await press(page, "Add move of Cycle 2");
    await useAngle(page).nth(4).click();
    expect(await angles(page).nth(4).inputValue()).toBe("45");
    await angles(page).nth(1).focus();
    await press(page, "Duplicate Move 2: 90° at 45°/s");
    await expect.poll(() => angles(page).count()).toBe(6);
    expect(await useAngle(page).count()).toBe(6);
    await press(page, "Remove Cycle 1");
    await press(page, "Undo: Cycle 1 removed.*");
    await expect.poll(() => angles(page).count()).toBe(6);
    expect(await useAngle(page).count()).toBe(6);
  });

  it("reaches its button by the next press of Tab, and back", async () => {
    const { page } = await openAt(site, 45);
    await angles(page).nth(2).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await angles(page).nth(2).inputValue()).toBe("45");
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").getAttribute("name")).toBe("speed");
    await page.keyboard.press("Shift+Tab");
    expect(await page.locator(":focus").getAttribute("title")).toBe("Use the current angle");
  });

  it("previews the typed angle by the ghost while it has the focus", async () => {
    const { page } = await openAt(site, 45);
    await angles(page).nth(0).focus();
    expect(await ghostAngle(page)).toBe(0);
    await angles(page).nth(0).fill("120.5");
    expect(await ghostAngle(page)).toBe(120.5);
    for (const text of ["", "much", "181"]) {
      await angles(page).nth(0).fill(text);
      expect(await ghostAngle(page)).toBeUndefined();
    }
    await angles(page).nth(0).fill("20");
    await page.getByLabel("Name").focus();
    expect(await ghostAngle(page)).toBeUndefined();
  });
});

describe("an edited preset", () => {
  it("says that Play plays the saved one, and hides the playhead, until the edit is taken back", async () => {
    const { page, complaints } = await openAt(site, 45);
    const note = page.getByText("Play plays the saved preset");
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await page.locator("[data-now]:visible").waitFor();
    expect(await note.isVisible()).toBe(false);
    await angles(page).nth(1).fill("100");
    await note.waitFor();
    // The new plot has its own playhead.
    await expect.poll(() => point(page, 1, 2).getAttribute("aria-valuetext")).toBe("100°");
    expect(await page.locator("[data-now]").isVisible()).toBe(false);
    await angles(page).nth(1).fill("90");
    await note.waitFor({ state: "hidden" });
    await page.locator("[data-now]:visible").waitFor();
    await press(page, "Add move of Cycle 2");
    await note.waitFor();
    await site.demo.turntable.stop();
    expect(complaints).toEqual([]);
  });
});

describe("the points of the plot", () => {
  it("edit the form by a drag, over new plots from the server", async () => {
    const { page, complaints } = await openAt(site, 45);
    const plot = await page.locator(".timeline-plot").boundingBox();
    const at = (angle: number): number => (plot?.y ?? 0) + (plot?.height ?? 0) * (1 - angle / 180);
    await point(page, 1, 3).hover();
    await page.mouse.down();
    const x = (plot?.x ?? 0) + (plot?.width ?? 0) / 2;
    await page.mouse.move(x, at(45));
    expect(await angles(page).nth(2).inputValue()).toBe("45");
    expect(await ghostAngle(page)).toBe(45);
    // The third move now takes 1 s instead of 2 s, and the fourth 0.25 s instead of 1 s.
    await expect.poll(() => summary(page)).toContain("7.8 s a round");
    await page.mouse.move(x, at(-20));
    expect(await angles(page).nth(2).inputValue()).toBe("0");
    await page.mouse.up();
    await page.mouse.move(x, at(90));
    expect(await angles(page).nth(2).inputValue()).toBe("0");
    expect(await ghostAngle(page)).toBeUndefined();
    expect(complaints).toEqual([]);
  });

  it("go back by Escape during a drag, and by Ctrl+Z after drags and keys", async () => {
    const { page } = await openAt(site, 45);
    const value = (): Promise<string> => angles(page).nth(2).inputValue();
    const before = await value();
    const plot = await page.locator(".timeline-plot").boundingBox();
    const [x, y] = [plot?.x ?? 0, (plot?.y ?? 0) + (plot?.height ?? 0) / 4];
    await point(page, 1, 3).hover();
    await page.mouse.down();
    await page.mouse.move(x, y);
    await page.keyboard.press("Escape");
    await page.mouse.move(x + 1, y);
    await page.mouse.up();
    expect(await value()).toBe(before);
    await expect.poll(() => point(page, 1, 3).getAttribute("aria-valuenow")).toBe(before);
    await point(page, 1, 3).hover();
    await page.mouse.down();
    await page.mouse.move(x, y);
    await page.mouse.up();
    await page.keyboard.press("ArrowUp");
    expect(await value()).toBe("136");
    await page.keyboard.press("Control+z");
    expect(await value()).toBe("135");
    await page.keyboard.press("Control+z");
    expect(await value()).toBe(before);
  });

  it("keep their angle if the page moves during a drag", async () => {
    const { page } = await openAt(site, 45);
    const plot = await page.locator(".timeline-plot").boundingBox();
    const [x, y] = [plot?.x ?? 0, (plot?.y ?? 0) + (plot?.height ?? 0) / 4];
    await point(page, 1, 3).hover();
    await page.mouse.down();
    await page.mouse.move(x, y);
    await page.locator("[data-plot]").evaluate((part) => part.before("Moved"));
    await page.mouse.move(x + 1, y);
    await page.mouse.up();
    expect(await angles(page).nth(2).inputValue()).toBe("135");
  });

  it("draw the line through a dragged point at once", async () => {
    const { page } = await openAt(site, 45);
    await page.route("**/presets/timeline", (route) => route.abort());
    await point(page, 2, 1).press("End");
    expect(await page.locator(".timeline-line").getAttribute("d")).toMatch(/L[\d.]+ 0H[\d.]+$/);
  });

  it("edit the form by keys, and are one Tab stop", async () => {
    const { page } = await openAt(site, 45);
    await point(page, 1, 1).focus();
    await page.keyboard.press("Shift+ArrowUp");
    expect(await angles(page).nth(0).inputValue()).toBe("10");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    expect(await angles(page).nth(1).inputValue()).toBe("89");
    // The focus stays on the point in the new plot.
    await expect.poll(() => page.locator("[data-leg='0.1'] title").textContent()).toContain("89°");
    await page.keyboard.press("ArrowUp");
    expect(await angles(page).nth(1).inputValue()).toBe("90");
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("ArrowRight");
    expect(await page.locator(":focus").getAttribute("data-leg")).toBe("1.0");
    expect(await page.locator("[data-leg][tabindex='0']").count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("stay a picture if the moves are too many for points", async () => {
    const { page } = await openAt(site, 45);
    const { name, ...preset } = (await site.demo.store.get(1))?.preset ?? {
      name: "",
      repeats: 1,
      cycles: [],
    };
    const moves = Array.from({ length: 50 }, () => ({ angle: 90, speed: 90, dwell: 100 }));
    const id = await site.demo.store.create({ ...preset, name: `Long ${name}`, cycles: [moves] });
    await page.goto(`${site.url}/presets/${id}`);
    await page.locator("[data-use-angle]").first().waitFor();
    expect(await page.locator("[data-leg][tabindex]").count()).toBe(0);
    expect(await page.getByRole("img", { name: /^Angle over time: 50 moves/ }).count()).toBe(1);
    expect(await page.getByText("Drag a point").isVisible()).toBe(false);
  });
});
