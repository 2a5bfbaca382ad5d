import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listening } from "../../server/listen.ts";
import { launchChromium } from "../chromium.ts";
import { accessibilityFaults, complaintsOf } from "../demo-server.ts";
import { overflow } from "../gallery/gallery-page.ts";
import { LAYOUTS, type Look, pathOf, themePages, THEMES } from "./theme-pages.ts";

// Each test opens several large pages
vi.setConfig({ testTimeout: 60_000 });

const url = listening(themePages());
let browser: Browser;
/** What pages share: their files come from one cache. */
let context: BrowserContext;
beforeAll(async () => {
  browser = await launchChromium();
  context = await browser.newContext({ reducedMotion: "reduce" });
});
afterAll(() => browser.close());

/** Opens a page, which must give no cause for complaint. */
async function visit(look: Look, run: (page: Page) => Promise<void>): Promise<void> {
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  try {
    await page.goto(url() + pathOf(look));
    await run(page);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}

/** Turns day to night, and the direction of the page and its form, without asking the server. */
async function turn(page: Page, { mode, dir }: Pick<Look, "mode" | "dir">): Promise<void> {
  await page.evaluate(`{
    const { documentElement: root } = document;
    root.classList.toggle("dark", ${mode === "dark"});
    root.dataset.bsTheme = "${mode}";
    for (const element of [root, document.querySelector(".tf-form")]) element.dir = "${dir}";
  }`);
}

const looks = THEMES.flatMap((theme) => LAYOUTS.map((layout) => ({ theme, layout })));
const start = { dir: "ltr", mode: "light" } as const;

describe.each(looks)("the $theme theme, $layout", (look) => {
  it("shows every widget, with errors, accessibly", () =>
    visit({ ...look, ...start, form: "widgets", view: "errors" }, async (page) => {
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await turn(page, { mode: "dark", dir: "rtl" });
      expect(await accessibilityFaults(page, ["color-contrast"])).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await turn(page, start);
      await page.emulateMedia({ forcedColors: "active" });
      expect(await accessibilityFaults(page, ["color-contrast"])).toEqual([]);
    }));

  it.each(["errors", "filled", "readonly"] as const)("shows a form of sections and lists, %s", (view) =>
    visit({ ...look, ...start, form: "booking", view }, async (page) => {
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await turn(page, { mode: "dark", dir: "rtl" });
      expect(await accessibilityFaults(page, ["color-contrast"])).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }),
  );
});

/** What moves on a page once its scripts come, after it has been painted without them. */
async function shiftsOf(look: Look, width: number): Promise<unknown> {
  // Only what is in the window counts
  const page = await context.newPage();
  try {
    await page.setViewportSize({ width, height: 14_000 });
    await page.route("**/*.js", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await route.continue();
    });
    await page.goto(url() + pathOf(look));
    await page.waitForFunction(`!document.querySelector(":not(:defined)")`);
    return await page.evaluate(`new Promise((resolve) => {
      const files = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js"));
      const from = Math.min(...files.map(({ responseStart }) => responseStart));
      const shifts = [];
      new PerformanceObserver((list) => shifts.push(...list.getEntries()))
        .observe({ type: "layout-shift", buffered: true });
      setTimeout(() => resolve(shifts
        .filter(({ startTime }) => startTime > from)
        .map(({ value, sources }) => [value, ...sources.map(({ node }) => node?.outerHTML ?? node?.data)])), 200);
    })`);
  } finally {
    await page.close();
  }
}

describe.each(looks)("the $theme theme, $layout, while its scripts load", (look) => {
  it("keeps everything in its place", async () => {
    expect(await shiftsOf({ ...look, ...start, form: "widgets", view: "blank" }, 1280)).toEqual([]);
    expect(await shiftsOf({ ...look, ...start, form: "booking", view: "filled" }, 390)).toEqual([]);
  });
});
