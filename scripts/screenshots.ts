/**
 * Takes pictures of the gallery's pages, blank, with errors, answered and read only, on a wide screen and on a telephone:
 *
 *     npm run screenshots -- FOLDER [NAME…]     all pages, or those of the examples named
 *     npm run screenshots -- FOLDER --dark      the same at night
 */
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { launchChromium } from "../tests/browser/chromium.ts";
import { startDemo, temporaryFolder } from "../tests/browser/demo-server.ts";
import { send } from "../tests/browser/gallery/gallery-page.ts";
import type { Scenario } from "../tests/browser/gallery/scenario.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dark: { type: "boolean", default: false } },
});
const [folder, ...chosen] = positionals;
if (folder === undefined) {
  console.error("Say where the pictures shall go: npm run screenshots -- FOLDER [NAME…] [--dark]");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const examples = readdirSync(new URL("../demo/src/gallery/examples/", import.meta.url))
  .map((file) => file.replace(/\.ts$/, ""))
  .filter((name) => chosen.length === 0 || chosen.includes(name));
const scenarios = new URL("../tests/browser/gallery/", import.meta.url);

const database = temporaryFolder();
const [demo, browser] = await Promise.all([startDemo(database.path), launchChromium()]);
try {
  for (const width of [1280, 390]) {
    const page = await browser.newPage({
      viewport: { width, height: 800 },
      colorScheme: values.dark ? "dark" : "light",
      reducedMotion: "reduce",
    });
    page.setDefaultTimeout(5_000);
    const shoot = (name: string): Promise<unknown> =>
      page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
    if (chosen.length === 0) {
      await page.goto(`${demo.url}/gallery`);
      await shoot("gallery");
    }
    for (const name of examples) await shootExample(page, name, (state) => shoot(`${name}-${state}`));
    await page.context().close();
  }
} finally {
  await browser.close();
  await demo.stop();
  database.remove();
}

async function shootExample(
  page: Page,
  name: string,
  shoot: (state: string) => Promise<unknown>,
): Promise<void> {
  const address = `${demo.url}/gallery/${name}`;
  const scenario = await scenarioOf(name);
  await page.goto(address);
  await shoot("blank");
  await scenario?.wrong?.(page);
  await send(page, { unchecked: true });
  await shoot("errors");
  if (scenario) {
    await page.goto(address);
    await scenario.right(page);
    await send(page);
    await shoot("answer");
  }
  await page.goto(`${address}?view=readonly`);
  await shoot("readonly");
}

async function scenarioOf(name: string): Promise<Scenario | undefined> {
  const file = `${name}.scenario.ts`;
  if (!readdirSync(scenarios).includes(file)) return undefined;
  const { scenario } = await import(new URL(file, scenarios).href);
  return scenario;
}
