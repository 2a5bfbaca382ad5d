import { describe, expect, it } from "vitest";
import { contrastOf } from "./contrast.ts";
import { useDemo } from "./demo-server.ts";
import { openPage } from "./pages.ts";

const site = useDemo();

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
