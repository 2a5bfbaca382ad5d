import { readdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { accessibilityFaults, useDemo } from "../../demo-server.ts";
import { withPage } from "../../pages.ts";
import { overflow } from "../gallery-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";

const names = (folder: URL, ending: string): string[] =>
  readdirSync(folder).flatMap((file) => (file.endsWith(ending) ? file.slice(0, -ending.length) : []));

const features = names(new URL("../../../../demo/src/gallery/features/", import.meta.url), ".ts");
const scenarios: readonly FeatureScenario[] = await Promise.all(
  names(new URL("./", import.meta.url), ".scenario.ts").map(async (name) => {
    const { scenario } = await import(`./${name}.scenario.ts`);
    return scenario;
  }),
);

const site = useDemo();

/** Checks a page against WCAG 2.2 AA, if scripts can run, and on the narrowest screen. */
async function expectAccessible(page: Page, hasScript: boolean): Promise<void> {
  if (hasScript) expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
}

describe("the gallery's features", () => {
  it("have one scenario each", () => {
    expect(scenarios.map(({ page }) => page).toSorted()).toEqual(features.toSorted());
  });
});

describe.concurrent.each(scenarios)("the page $page", ({ page: name, run }) => {
  it.each([
    ["with", true],
    ["without", false],
  ])("works %s JavaScript", (_, hasScript) =>
    withPage({ javaScriptEnabled: hasScript }, async ({ page, complaints }) => {
      const response = await page.goto(`${site.url}/gallery/${name}`);
      expect(response?.status()).toBe(200);
      await expectAccessible(page, hasScript);
      await run(page, hasScript);
      await expectAccessible(page, hasScript);
      expect(complaints).toEqual([]);
    }),
  );
});
