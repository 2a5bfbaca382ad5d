import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useDemo } from "./demo-server.ts";
import { openPage } from "./pages.ts";

const site = useDemo();

/** Returns the contrast of two CSS colours of the page, by WCAG 2.2. */
async function contrastOf(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(`(() => {
    const pixel = new OffscreenCanvas(1, 1).getContext("2d");
    const luminance = (colour) => {
      pixel.fillStyle = colour;
      pixel.fillRect(0, 0, 1, 1);
      const [red, green, blue] = [...pixel.getImageData(0, 0, 1, 1).data].map((byte) => {
        const value = byte / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const [darker, lighter] = [luminance(${one}), luminance(${other})].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  })()`);
}

describe("the documentation's colours", () => {
  it.each(["light", "dark"] as const)(
    "make the placeholder of the search readable in %s mode",
    async (colorScheme) => {
      const { page } = await openPage();
      await page.emulateMedia({ colorScheme });
      await page.goto(`${site.url}/docs`);
      const input = "document.querySelector('[name=q]')";
      const text = `getComputedStyle(${input}, "::placeholder").color`;
      expect(await contrastOf(page, text, `getComputedStyle(${input}).backgroundColor`)).toBeGreaterThan(4.5);
    },
  );

  it.each(["light", "dark"] as const)("mark the current page in forced colours, %s", async (colorScheme) => {
    const { page } = await openPage();
    await page.emulateMedia({ colorScheme, forcedColors: "active" });
    await page.goto(`${site.url}/docs/departures`);
    const styleOf = (link: string, property: string): string =>
      `getComputedStyle(document.querySelector(${JSON.stringify(link)})).${property}`;
    const [current, other] = [".docs-side [aria-current=page]", ".docs-side a[href='/docs/decisions']"];
    expect(await page.evaluate(styleOf(current, "backgroundColor"))).not.toBe(
      await page.evaluate(styleOf(other, "backgroundColor")),
    );
    expect(
      await contrastOf(page, styleOf(current, "color"), styleOf(current, "backgroundColor")),
    ).toBeGreaterThan(4.5);
    const [section, elsewhere] = [".site-header li [aria-current]", ".site-header a[href='/gallery']"];
    expect(await page.evaluate(styleOf(section, "borderBottomWidth"))).toBe("3px");
    expect(await page.evaluate(styleOf(elsewhere, "borderBottomWidth"))).toBe("0px");
  });
});
