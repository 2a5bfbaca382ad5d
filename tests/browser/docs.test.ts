import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { readDocs } from "../../demo/src/docs-site/docs.ts";
import { accessibilityFaults, useDemo } from "./demo-server.ts";
import { nextPage } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { brokenNames } from "./broken-names.ts";
import { overflow } from "./gallery/gallery-page.ts";
import { unsound } from "./sound-page.ts";

const site = useDemo();
const { pages } = readDocs(new URL("../../", import.meta.url));

/** Visits pages of the documentation. They must cause no complaints. */
async function visit(options: BrowserContextOptions, run: (page: Page) => Promise<void>): Promise<void> {
  const { page, complaints } = await openPage(options);
  await run(page);
  expect(complaints).toEqual([]);
}

/** Unfolds all sections. axe takes folded ones for hidden, although the stylesheet shows them on wide screens. */
const unfold = (page: Page): Promise<unknown> =>
  page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");

async function expectAccessible(page: Page): Promise<void> {
  await unfold(page);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await unsound(page)).toEqual([]);
}

const wide = { viewport: { width: 1400, height: 800 } };
const narrow = { viewport: { width: 320, height: 640 } };

const focused = (page: Page): Promise<unknown> => page.evaluate("document.activeElement.textContent.trim()");
const isShown = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).first().isVisible();

describe.each(pages.map(({ address }) => address))("the page %s", (address) => {
  it("is accessible, and fits the narrowest screen without breaks inside names", () =>
    visit(wide, async (page) => {
      const response = await page.goto(site.url + address);
      expect(response?.status()).toBe(200);
      expect(await overflow(page)).toBe(0);
      expect(await page.locator("pre:not(.copyable > pre)").count()).toBe(0);
      expect(await brokenNames(page, 60)).toEqual([]);
      await expectAccessible(page);
      await page.setViewportSize(narrow.viewport);
      expect(await overflow(page)).toBe(0);
      expect(await brokenNames(page, 28)).toEqual([]);
    }));
});

describe.each([
  "/docs/porting-from-colander",
  "/docs/packages/form",
  "/docs/search?q=sequence",
  "/docs/nowhere",
])("the page %s", (address) => {
  it("is accessible in dark mode on the narrowest screen", async () => {
    const { page } = await openPage();
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize(narrow.viewport);
    await page.goto(site.url + address);
    expect(await overflow(page)).toBe(0);
    await expectAccessible(page);
  });
});

describe("the documentation", () => {
  it("is linked from the first page, page by page", () =>
    visit({}, async (page) => {
      await page.goto(site.url);
      await nextPage(page, () =>
        page.getByRole("main").getByRole("link", { name: "Read the guide" }).click(),
      );
      expect(page.url()).toBe(`${site.url}/docs/guide/01-install`);
      await nextPage(page, () => page.getByRole("link", { name: "Docs" }).click());
      expect(page.url()).toBe(`${site.url}/docs`);
      await nextPage(page, () => page.getByRole("link", { name: "Porting from Colander" }).first().click());
      expect(page.url()).toBe(`${site.url}/docs/porting-from-colander`);
      await page
        .getByRole("navigation", { name: "On this page" })
        .getByRole("link", { name: "Tuple" })
        .click();
      await page.waitForURL("**/docs/porting-from-colander#tuple");
      expect(await page.locator("#tuple").boundingBox()).toMatchObject({ y: expect.closeTo(16, -1) });
      await nextPage(page, () => page.getByRole("link", { name: "Departures", exact: true }).click());
      expect(page.url()).toBe(`${site.url}/docs/departures`);
    }));

  it("folds its menus on narrow screens, and unfolds them at a press", () =>
    visit(narrow, async (page) => {
      await page.goto(`${site.url}/docs/departures`);
      expect(await isShown(page, ".docs-side li a")).toBe(false);
      expect(await isShown(page, ".docs-contents li a")).toBe(false);
      await page.getByText("All pages").press("Enter");
      await page.getByText("On this page").press("Enter");
      expect(await isShown(page, ".docs-side li a")).toBe(true);
      expect(await isShown(page, ".docs-contents li a")).toBe(true);
    }));

  it("works with the keyboard", () =>
    visit(wide, async (page) => {
      await page.goto(`${site.url}/docs/departures`);
      const tab = async (times = 1): Promise<void> => {
        for (let time = 0; time < times; time++) await page.keyboard.press("Tab");
      };
      await tab();
      expect(await focused(page)).toBe("Skip to the content");
      await page.keyboard.press("Enter");
      await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("Page");
      await page.getByRole("link", { name: "Turntable", exact: true }).focus();
      await tab(3);
      expect(await focused(page)).toBe("Overview");
      // Sections that are open from the start are reachable too.
      const links = await page.locator(".docs-side li a").count();
      await tab(links);
      expect(await focused(page)).toBe(await page.locator(".docs-contents a").first().textContent());
    }));

  it("prints only its text", () =>
    visit({}, async (page) => {
      await page.goto(`${site.url}/docs/departures`);
      await page.emulateMedia({ media: "print" });
      expect(await isShown(page, "article h1")).toBe(true);
      for (const part of ["header", "footer", ".docs-side", ".docs-contents", ".docs-beside"]) {
        expect(await isShown(page, part), part).toBe(false);
      }
    }));
});

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("the search of the documentation %s", (_, javaScriptEnabled) => {
  it("leads to a heading with the keyboard", () =>
    visit({ javaScriptEnabled }, async (page) => {
      await page.goto(`${site.url}/docs`);
      await page.getByRole("searchbox").focus();
      await page.keyboard.type("choiceset");
      await nextPage(page, () => page.keyboard.press("Enter"));
      expect(page.url()).toBe(`${site.url}/docs/search?q=choiceset`);
      expect(await page.title()).toBe("Search – Documentation – Turnform demo");
      const found = page.getByRole("article").getByRole("link").first();
      const title = (await found.textContent()) ?? "";
      await nextPage(page, () => found.press("Enter"));
      expect(page.url()).toMatch(/\/docs\/[^?]*#/);
      const { hash } = new URL(page.url());
      expect(await page.locator(hash).textContent()).toBe(title);
    }));

  it("runs no script from a hostile query", () =>
    visit({ javaScriptEnabled }, async (page) => {
      const query = `"><img src=x onerror="document.title='!'"><script>document.title="!"</script>`;
      await page.goto(`${site.url}/docs/search?q=${encodeURIComponent(query)}`);
      expect(await page.getByRole("searchbox").inputValue()).toBe(query);
      expect(await page.locator("article :is(img, script)").count()).toBe(0);
      expect(await page.title()).toBe("Search – Documentation – Turnform demo");
    }));
});
