import type { Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import type { Turntable } from "../../demo/src/turntable/index.ts";
import { type Demo, type Site, startDemoWith, temporaryFolder } from "./demo-server.ts";
import { openPage, type OpenPage } from "./pages.ts";

/** A point of the window in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Returns the angle of the drawn table, in degrees as the turntable counts them. */
export async function drawnAngle(page: Page): Promise<number> {
  const transform = (await page.locator("[data-turning]").getAttribute("transform")) ?? "";
  return 90 - Number(/^rotate\((-?[\d.]+) 160 160\)$/.exec(transform)?.[1] ?? NaN);
}

/** Returns the angle of the ghost, or undefined if it is hidden. */
export function ghostAngle(page: Page): Promise<number | undefined> {
  return page
    .locator("[data-ghost]")
    .evaluate((ghost) =>
      ghost.hasAttribute("hidden")
        ? undefined
        : 90 - Number(/-?[\d.]+/.exec(ghost.getAttribute("transform") ?? "")?.[0]),
    );
}

/** Returns the point of the window at an angle of the picture, some units of its view box from the centre. */
export async function pointAt(page: Page, angle: number, radius: number): Promise<Point> {
  const box = await page.locator("[data-picture]").boundingBox();
  if (!box) throw new Error("The picture is not on the page");
  const turn = (angle * Math.PI) / 180;
  const unit = box.width / 320;
  return {
    x: box.x + (160 + radius * Math.cos(turn)) * unit,
    y: box.y + (160 - radius * Math.sin(turn)) * unit,
  };
}

/** Returns the state that the panel shows, in words. */
export function says(page: Page): Promise<string | null> {
  return page.locator("[data-live=says]").textContent();
}

/** Opens a page of the demo, by default that of the example, with the table at an angle. */
export async function openAt(
  site: Site,
  angle: number,
  path = "/presets/1",
  javaScriptEnabled = true,
): Promise<OpenPage> {
  await site.demo.turntable.stop();
  await site.demo.turntable.turnTo(angle, 360);
  await expect.poll(() => site.demo.turntable.status.angle).toBe(angle);
  const opened = await openPage({ javaScriptEnabled });
  await opened.page.goto(site.url + path);
  // The script knows the angle from the first event, but the server has drawn it already.
  const picture = opened.page.locator("[data-picture]");
  if (javaScriptEnabled) await expect.poll(() => picture.getAttribute("aria-valuetext")).toBe(`${angle}°`);
  return opened;
}

/** Starts a demo with a turntable. It stops at the end of the test. */
export async function startWith<Table extends Turntable>(turntable: Table): Promise<Demo<Table>> {
  const folder = temporaryFolder();
  const demo = await startDemoWith(folder.path, turntable);
  onTestFinished(async () => {
    await demo.stop();
    folder.remove();
  });
  return demo;
}

/** Starts a demo with a turntable, and opens its page for a new preset. */
export async function openWith(turntable: Turntable): Promise<OpenPage> {
  const demo = await startWith(turntable);
  await expect.poll(() => turntable.status.connection).toBe("ready");
  await turntable.turnTo(90, 360);
  await expect.poll(() => turntable.status.moving).toBe(false);
  const opened = await openPage();
  await opened.page.goto(`${demo.url}/presets/new`);
  await expect.poll(() => drawnAngle(opened.page)).toBeCloseTo(90, 0);
  return opened;
}
