import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { listening } from "../../server/listen.ts";
import { contrastOf } from "../contrast.ts";
import { accessibilityFaults } from "../demo-server.ts";
import { overflow } from "../gallery/gallery-page.ts";
import { openPage } from "../pages.ts";
import { LAYOUTS, type Look, pathOf, themePages, THEMES } from "./theme-pages.ts";

const CALM = { reducedMotion: "reduce" } as const;
const url = listening(themePages());

/** Opens a page. It must cause no complaints. */
async function visit(look: Look, run: (page: Page) => Promise<void>): Promise<void> {
  const { page, complaints } = await openPage(CALM);
  await page.goto(url() + pathOf(look));
  await run(page);
  expect(complaints).toEqual([]);
}

/** Switches the colour mode and the direction of the page and its form, without a request. */
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

  it.each([
    ["booking", "errors"],
    ["booking", "filled"],
    ["booking", "readonly"],
    ["arranged", "errors"],
    ["arranged", "readonly"],
  ] as const)("shows a form of sections and lists, %s, %s", (form, view) =>
    visit({ ...look, ...start, form, view }, async (page) => {
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await turn(page, { mode: "dark", dir: "rtl" });
      expect(await accessibilityFaults(page, ["color-contrast"])).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }),
  );
});

/** Controls with a border of the theme. The checkboxes of the other themes are the browser's own. */
const OUTLINED = {
  plain: [".tf-input", ".tf-select"],
  compact: [".tf-input", ".tf-select"],
  bootstrap: [".tf-input", ".tf-select", ".tf-checkbox"],
} as const;

describe.each(THEMES)("the %s theme", (theme) => {
  it.each(["light", "dark"] as const)("has visible borders of controls, %s", (mode) =>
    visit({ ...start, mode, theme, layout: "stacked", form: "booking", view: "blank" }, async (page) => {
      for (const control of OUTLINED[theme]) {
        const style = `getComputedStyle(document.querySelector("${control}"))`;
        const contrast = await contrastOf(page, `${style}.borderTopColor`, `${style}.backgroundColor`);
        expect(contrast, control).toBeGreaterThan(3);
      }
    }),
  );
});

describe("the compact theme", () => {
  it.each([
    ["small for a mouse", {}, 32],
    ["large for fingers", { hasTouch: true, isMobile: true }, 44],
  ])("has controls %s", async (_, options, height) => {
    const { page } = await openPage(options);
    const look = { theme: "compact", layout: "stacked", form: "booking", view: "filled" } as const;
    await page.goto(url() + pathOf({ ...look, ...start }));
    expect((await page.getByLabel("E-mail").boundingBox())?.height).toBe(height);
  });
});

/** Returns the layout shifts that scripts cause, when they load after the first paint. */
async function shiftsOf(look: Look, width: number): Promise<unknown> {
  const { page } = await openPage(CALM);
  // Only elements in the window count.
  await page.setViewportSize({ width, height: 14_000 });
  // Forms wait for their scripts for three seconds only, by an animation.
  const session = await page.context().newCDPSession(page);
  await session.send("Animation.enable");
  await session.send("Animation.setPlaybackRate", { playbackRate: 0 });
  let release = (): void => undefined;
  const isPainted = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.js", async (route) => {
    await isPainted;
    await route.continue();
  });
  await page.goto(url() + pathOf(look), { waitUntil: "commit" });
  await page.evaluate(WHOLE_PAINT);
  release();
  await page.waitForLoadState();
  // `waitForFunction` can look only once, because the policy forbids code from texts.
  await expect.poll(() => page.evaluate(`document.querySelector(":not(:defined)")`)).toBe(null);
  const shifts = await page.evaluate(SHIFTS_BY_SCRIPTS);
  await session.detach();
  return shifts;
}

/** Waits until the whole page is painted. Browsers may paint it before they have parsed it all. */
const WHOLE_PAINT = `(async () => {
  await new Promise((resolve) => new PerformanceObserver(resolve).observe({ type: "paint", buffered: true }));
  while (document.readyState === "loading")
    await new Promise((resolve) => document.addEventListener("readystatechange", resolve, { once: true }));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
})()`;

/** Shifts the whole page on purpose, in a frame of its own. When the browser reports this shift, it has reported all before it. */
const SHIFTS_BY_SCRIPTS = `new Promise((resolve) => {
  const files = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js"));
  const from = Math.min(...files.map(({ responseStart }) => responseStart));
  const shifts = [];
  let end = Infinity;
  new PerformanceObserver((list) => {
    shifts.push(...list.getEntries());
    if (shifts.at(-1).startTime < end) return;
    resolve(shifts
      .filter(({ startTime }) => startTime > from && startTime < end)
      .map(({ value, sources }) => [value, ...sources.map(({ node }) => node?.outerHTML ?? node?.data)]));
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame((time) => {
    end = time;
    document.body.style.paddingTop = "50px";
  }));
})`;

describe.each(looks)("the $theme theme, $layout, while its scripts load", (look) => {
  it("shifts nothing", async () => {
    expect(await shiftsOf({ ...look, ...start, form: "widgets", view: "blank" }, 1280)).toEqual([]);
    expect(await shiftsOf({ ...look, ...start, form: "booking", view: "filled" }, 390)).toEqual([]);
    expect(await shiftsOf({ ...look, ...start, form: "arranged", view: "filled" }, 1280)).toEqual([]);
  });
});
