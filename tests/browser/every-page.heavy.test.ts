import { describe, expect, it } from "vitest";
import { crawl } from "../../demo/src/testing/crawl.ts";
import { accessibilityFaults, useDemo } from "./demo-server.ts";
import { LOOKS, withPage } from "./pages.ts";

const site = useDemo();

/** Pages without a link to them. */
const UNLINKED = ["/nowhere", "/docs/nowhere", "/docs/search?q=list"];

/**
 * Longer pages are left out, in characters: axe's time grows faster than the page. Other tests check the pages of the reference, and the
 * list of a thousand items has the same look as a short one.
 */
const MOST_HTML = 130_000;

/** Bounds a test that hangs, in milliseconds. On a busy machine, the test takes ten minutes. */
const TIMEOUT = 1_800_000;

/** Tabs that check pages at the same time. */
const TABS = 2;

/** Visits a page once, and returns its faults in each look. */
function faultsOf(address: string): Promise<readonly string[]> {
  return withPage({}, async ({ page, complaints }) => {
    const response = await page.goto(address);
    const faults = complaints
      // The browser logs the status of the pages for wrong addresses.
      .filter((complaint) => !complaint.includes(`status of ${response?.status()}`))
      .map((complaint) => `${address}: ${complaint}`);
    // axe takes the folded menus for hidden, although the stylesheet shows them on wide screens.
    await page.evaluate("for (const menu of document.querySelectorAll('.docs-menu')) menu.open = true");
    for (const [colorScheme, width] of LOOKS) {
      // Colours change at once, without a transition.
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 800 });
      const wider = await page.evaluate(`document.documentElement.scrollWidth - ${width}`);
      // The other rules don't depend on colours.
      const rules = colorScheme === "dark" ? ["color-contrast"] : undefined;
      const found = [
        await accessibilityFaults(page, rules),
        wider === 0 ? [] : [`${String(wider)} px too wide`],
      ].flat();
      faults.push(...found.map((fault) => `${address}, ${colorScheme}, ${width} px: ${String(fault)}`));
    }
    return faults;
  });
}

describe("every page of the demo", () => {
  it(
    "meets WCAG 2.2 AA in each look, scrolls only down, and causes no complaint",
    { timeout: TIMEOUT },
    async () => {
      const visited = await crawl(`${site.url}/`);
      const linked = [...visited].flatMap(([address, { html }]) =>
        html !== "" && html.length <= MOST_HTML ? [address] : [],
      );
      const addresses = [...linked, ...UNLINKED.map((path) => site.url + path)].values();
      const faults: string[] = [];
      await Promise.all(
        Array.from({ length: TABS }, async () => {
          for (const address of addresses) faults.push(...(await faultsOf(address)));
        }),
      );
      expect(faults).toEqual([]);
    },
  );
});
