/**
 * Takes pictures of the gallery's pages on a wide, a phone's and the narrowest screen. Widgets are shown blank, with errors,
 * answered and read-only; features before and after use.
 *
 *     npm run screenshots -- FOLDER [NAME…]     all pages, or the named ones
 *     npm run screenshots -- FOLDER --dark      in dark mode
 */
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import type { FeatureScenario } from "../tests/browser/gallery/features/feature-scenario.ts";
import { sendUnchecked } from "../tests/browser/gallery/gallery-page.ts";
import { send } from "../tests/browser/next-page.ts";
import type { Scenario } from "../tests/browser/gallery/scenario.ts";
import { inDemo } from "./in-demo.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dark: { type: "boolean", default: false } },
});
const [folder, ...chosen] = positionals;
if (folder === undefined) {
  console.error("Name the folder for the pictures: npm run screenshots -- FOLDER [NAME…] [--dark]");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const scenarios = new URL("../tests/browser/gallery/", import.meta.url);
const [examples, features] = [pagesOf("examples"), pagesOf("features")];

await inDemo(async (url, browser) => {
  for (const width of [1280, 390, 320]) {
    const page = await browser.newPage({
      baseURL: url,
      viewport: { width, height: 800 },
      colorScheme: values.dark ? "dark" : "light",
      reducedMotion: "reduce",
    });
    page.setDefaultTimeout(60_000);
    const shoot = (name: string): Promise<unknown> =>
      page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
    if (chosen.length === 0) {
      await page.goto("/gallery");
      await shoot("gallery");
    }
    for (const name of examples) await shootExample(page, name, (state) => shoot(`${name}-${state}`));
    for (const name of features) await shootFeature(page, name, (state) => shoot(`${name}-${state}`));
    await page.context().close();
  }
});

/** Returns the names of the pages in a folder of the gallery, restricted to the chosen ones. */
function pagesOf(folder: string): readonly string[] {
  return readdirSync(new URL(`../demo/src/gallery/${folder}/`, import.meta.url))
    .flatMap((file) => /^([\w-]+)\.ts$/.exec(file)?.[1] ?? [])
    .filter((name) => chosen.length === 0 || chosen.includes(name));
}

type Shoot = (state: string) => Promise<unknown>;

async function shootExample(page: Page, name: string, shoot: Shoot): Promise<void> {
  const address = `/gallery/${name}`;
  const scenario = await scenarioOf<Scenario>(`${name}.scenario.ts`);
  await page.goto(address);
  await shoot("blank");
  await onWideScreen(page, async () => {
    await scenario?.wrong?.(page);
    await sendUnchecked(page);
  });
  await shoot("errors");
  if (scenario) {
    await page.goto(address);
    await onWideScreen(page, async () => {
      await scenario.right(page);
      await send(page);
    });
    await shoot("answer");
  }
  await page.goto(`${address}?view=readonly`);
  await shoot("readonly");
}

/** Takes pictures of a page before and after its scenario. */
async function shootFeature(page: Page, name: string, shoot: Shoot): Promise<void> {
  await page.goto(`/gallery/${name}`);
  await shoot("blank");
  const scenario = await scenarioOf<FeatureScenario>(`features/${name}.scenario.ts`);
  if (!scenario) return;
  await onWideScreen(page, () => scenario.run(page, true));
  await shoot("used");
}

/** Widens the screen while a scenario runs: on a narrow one, some of its buttons are in a menu. */
async function onWideScreen(page: Page, run: () => Promise<void>): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1280, height: 800 });
  await run();
  await page.waitForLoadState();
  if (size) await page.setViewportSize(size);
}

/** Loads the scenario of a page, if it has one. The caller must name its type. */
async function scenarioOf<Kind>(file: string): Promise<Kind | undefined> {
  const url = new URL(file, scenarios);
  if (!existsSync(url)) return undefined;
  const { scenario } = await import(url.href);
  return scenario;
}
