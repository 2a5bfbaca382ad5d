import { readdirSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../chromium.ts";
import {
  accessibilityFaults,
  complaintsOf,
  openPage,
  startDemo,
  temporaryFolder,
  type Demo,
} from "../demo-server.ts";
import { overflow, send, sendByKeyboard, shownData } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

const names = (folder: URL, ending: string): string[] =>
  readdirSync(folder).flatMap((file) => (file.endsWith(ending) ? file.slice(0, -ending.length) : []));

const examples = names(new URL("../../../demo/src/gallery/examples/", import.meta.url), ".ts");
const features = names(new URL("../../../demo/src/gallery/features/", import.meta.url), ".ts");
const scenarios: readonly Scenario[] = await Promise.all(
  names(new URL("./", import.meta.url), ".scenario.ts").map(async (name) => {
    const { scenario } = await import(`./${name}.scenario.ts`);
    return scenario;
  }),
);

const folder = temporaryFolder();
let demo: Demo;
let browser: Browser;
/** What pages share: they come from one cache. */
let [withScript, withoutScript]: BrowserContext[] = [];
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(folder.path), launchChromium()]);
  withScript = await browser.newContext();
  withoutScript = await browser.newContext({ javaScriptEnabled: false });
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
  folder.remove();
});

type Visit = (page: Page, open: (view?: string) => Promise<void>) => Promise<void>;

/** Visits a page of the gallery, which must give no cause for complaint. */
async function visit(context: BrowserContext | undefined, name: string, run: Visit): Promise<void> {
  if (!context) throw new Error("There is no browser");
  const page = await context.newPage();
  page.setDefaultTimeout(5_000);
  const complaints = complaintsOf(page);
  try {
    await run(page, async (view = "") => {
      const response = await page.goto(`${demo.url}/gallery/${name}${view}`);
      expect(response?.status()).toBe(200);
    });
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}

/** Holds a page to WCAG 2.2 AA, on the narrowest screen too. */
async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
}

async function expectErrors(page: Page, errors: readonly string[] = []): Promise<void> {
  const shown = await page.locator(".tf-summary, .tf-error").allInnerTexts();
  for (const error of errors) expect(shown.join("\n")).toContain(error);
}

describe("the gallery", () => {
  it("leads to every page, accessibly", async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${demo.url}/`);
    await page.getByRole("main").getByRole("link", { name: "gallery" }).click();
    await page.waitForURL("**/gallery");
    const links = await page.evaluate(`[...document.querySelectorAll("main li a")].map(({ href }) => href)`);
    const pages = [...examples, ...features].map((name) => `${demo.url}/gallery/${name}`);
    expect(links).toHaveLength(pages.length);
    expect(links).toEqual(expect.arrayContaining(pages));
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("has a scenario for every example", () => {
    expect(scenarios.map(({ page }) => page).toSorted()).toEqual(examples.toSorted());
  });

  it("shows what can't be read, and what was posted", async () => {
    const response = await fetch(`${demo.url}/gallery/sequence`, {
      method: "POST",
      body: new URLSearchParams([["__start__", "towns:sequence<"]]),
    });
    expect(response.status).toBe(400);
    const page = await response.text();
    expect(page).toContain("The post can’t be read");
    expect(page).toContain("<td>towns:sequence&lt;</td>");
  });
});

describe.concurrent.each(scenarios)(
  "the page $page",
  ({ page: name, wrong, errors, right, keyboard, data }) => {
    it("shows the form blank, filled in and read only", () =>
      visit(withScript, name, async (page, open) => {
        await open();
        await expectAccessible(page);
        await open("?view=filled");
        expect(await page.locator(".tf-buttons").count()).toBe(1);
        await open("?view=readonly");
        expect(await page.locator(".tf-buttons").count()).toBe(0);
        await expectAccessible(page);
      }));

    it("shows what is wrong", () =>
      visit(withScript, name, async (page, open) => {
        await open();
        expect([200, 422]).toContain((await send(page, { unchecked: true }))?.status());
        if (wrong) {
          await open();
          await wrong(page);
          expect((await send(page, { unchecked: true }))?.status()).toBe(422);
          await expectErrors(page, errors);
        }
        await expectAccessible(page);
      }));

    it("shows what came out", () =>
      visit(withScript, name, async (page, open) => {
        await open();
        await right(page);
        expect((await send(page))?.status()).toBe(200);
        expect(await shownData(page)).toEqual(data);
      }));

    it("works without JavaScript", () =>
      visit(withoutScript, name, async (page, open) => {
        if (wrong) {
          await open();
          await wrong(page);
          expect((await send(page, { unchecked: true }))?.status()).toBe(422);
          await expectErrors(page, errors);
        }
        await open();
        await right(page);
        expect((await send(page))?.status()).toBe(200);
        expect(await shownData(page)).toEqual(data);
      }));

    it("works with the keyboard alone", () =>
      visit(withScript, name, async (page, open) => {
        await open();
        await keyboard(page);
        expect((await sendByKeyboard(page))?.status()).toBe(200);
        expect(await shownData(page)).toEqual(data);
      }));
  },
);
