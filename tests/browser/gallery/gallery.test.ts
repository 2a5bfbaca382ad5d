import { readdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { accessibilityFaults, useDemo } from "../demo-server.ts";
import { openPage, withPage } from "../pages.ts";
import { nextPage, send } from "../next-page.ts";
import { overflow, sendByKeyboard, sendUnchecked, shownData } from "./gallery-page.ts";
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

const site = useDemo();
const withScript = { javaScriptEnabled: true };
const withoutScript = { javaScriptEnabled: false };

type Visit = (page: Page, open: (view?: string) => Promise<void>) => Promise<void>;

/** Visits a page of the gallery. It must cause no complaints. */
function visit(options: typeof withScript, name: string, run: Visit): Promise<void> {
  return withPage(options, async ({ page, complaints }) => {
    await run(page, async (view = "") => {
      const response = await page.goto(`${site.url}/gallery/${name}${view}`);
      expect(response?.status()).toBe(200);
    });
    expect(complaints).toEqual([]);
  });
}

/** Checks a page against WCAG 2.2 AA, and on the narrowest screen. */
async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
}

async function expectErrors(page: Page, errors: readonly string[] = []): Promise<void> {
  const shown = await page.locator(".tf-summary, .tf-error").allInnerTexts();
  for (const error of errors) expect(shown.join("\n")).toContain(error);
}

describe("the gallery", () => {
  it("links to every page, accessibly", async () => {
    const { page, complaints } = await openPage();
    await page.goto(`${site.url}/`);
    await nextPage(page, () => page.getByRole("main").getByRole("link", { name: "gallery" }).click());
    expect(page.url()).toBe(`${site.url}/gallery`);
    const links = await page.evaluate(
      `[...document.querySelectorAll(".gallery-group a")].map(({ href }) => href)`,
    );
    const pages = [...examples, ...features].map((name) => `${site.url}/gallery/${name}`);
    expect(links).toHaveLength(pages.length);
    expect(links).toEqual(expect.arrayContaining(pages));
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  });

  it("shows the current page in its menu, however long the page is", async () => {
    const { page } = await openPage();
    for (const name of ["select", "text-input-csv"]) {
      await page.goto(`${site.url}/gallery/${name}`);
      const menu = page.getByRole("navigation", { name: "Gallery" });
      expect(await page.evaluate("document.documentElement.scrollTop")).toBe(0);
      const current = await menu.locator("[aria-current]").boundingBox();
      expect(current?.y).toBeGreaterThan(0);
      expect(current?.y).toBeLessThan(720);
    }
  });

  it("folds its menu above the page on narrow screens, and unfolds it at a press", async () => {
    const { page } = await openPage();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`${site.url}/gallery/conditions`);
    const menu = page.getByRole("navigation", { name: "Gallery" });
    expect(await menu.getByRole("link").first().isVisible()).toBe(false);
    const [menuBox, heading] = [await menu.boundingBox(), await page.locator("h1").boundingBox()];
    expect(menuBox?.y).toBeLessThan(heading?.y ?? 0);
    await menu.getByText("All pages").press("Enter");
    expect(await menu.getByRole("link").first().isVisible()).toBe(true);
    await expectAccessible(page);
  });

  it("has a scenario for every example", () => {
    expect(scenarios.map(({ page }) => page).toSorted()).toEqual(examples.toSorted());
  });

  it("shows an unreadable post with its error", async () => {
    const response = await fetch(`${site.url}/gallery/sequence`, {
      method: "POST",
      body: new URLSearchParams([["__start__", "towns:sequence<"]]),
    });
    expect(response.status).toBe(400);
    const page = await response.text();
    expect(page).toContain("The server can’t read the post");
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

    it("shows errors", () =>
      visit(withScript, name, async (page, open) => {
        await open();
        expect([200, 422]).toContain((await sendUnchecked(page))?.status());
        if (wrong) {
          await open();
          await wrong(page);
          expect((await sendUnchecked(page))?.status()).toBe(422);
          await expectErrors(page, errors);
        }
        await expectAccessible(page);
      }));

    it("shows the typed data", () =>
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
          expect((await sendUnchecked(page))?.status()).toBe(422);
          await expectErrors(page, errors);
        }
        await open();
        await right(page);
        expect((await send(page))?.status()).toBe(200);
        expect(await shownData(page)).toEqual(data);
      }));

    it("works with the keyboard only", () =>
      visit(withScript, name, async (page, open) => {
        await open();
        await keyboard(page);
        expect((await sendByKeyboard(page))?.status()).toBe(200);
        expect(await shownData(page)).toEqual(data);
      }));
  },
);
