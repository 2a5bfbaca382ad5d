/**
 * Takes a picture of each page of the gallery, light and dark, into `demo/public/gallery-pictures`. The cards of the gallery show them.
 *
 *     npm run pictures:gallery
 */
import { mkdirSync, writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { findExamples } from "../demo/src/gallery/example.ts";
import { findFeatures } from "../demo/src/gallery/feature.ts";
import { sendUnchecked } from "../tests/browser/gallery/gallery-page.ts";
import { inDemo } from "./in-demo.ts";
import { takeWebp } from "./take-webp.ts";

/** Size of a picture in CSS pixels, with the ratio of its place on a card. */
const SIZE = { width: 560, height: 350 };

/** From 0 to 100. Text stays readable, and all pictures together stay below a megabyte. */
const QUALITY = 60;

/** Leaves only the form of a page, in the middle of the picture. */
const ONLY_FORM = `
  body { min-block-size: 0; overflow: hidden }
  .site-header, .site-footer, .stage-head, h1, .stage > h2, .tf-note { display: none }
  .stage, main:not(:has(.stage)) {
    position: fixed; inset: 0; z-index: 9; display: grid; grid-template-columns: minmax(0, 1fr); align-content: safe center;
    max-inline-size: none; margin: 0 !important; padding: 24px !important; border: 0 !important; background: var(--page);
  }`;

/** Width of pages that change on narrow screens. Their pictures are scaled down. */
const WIDTHS: Readonly<Record<string, number>> = { table: 960 };

/** Addresses of features that show more on another page than the first one. */
const ADDRESSES: Readonly<Record<string, string>> = { languages: "languages/ar/filled" };

/** Brings a feature into a state that shows more than its blank form. */
const PREPARATIONS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  "cross-field-checks": async (page) => {
    await page.getByLabel("Room").selectOption("Attic");
    await page.getByLabel("Guests").fill("3");
    await sendUnchecked(page);
  },
  "live-checks": async (page) => {
    await page.getByLabel("Email").fill("red");
    await page.getByLabel("Password").focus();
    await page.locator(".tf-error").waitFor();
  },
  "several-messages": sendUnchecked,
};

const folder = new URL("../demo/public/gallery-pictures/", import.meta.url);
mkdirSync(folder, { recursive: true });
const [examples, features] = await Promise.all([findExamples(), findFeatures()]);
const pages = [
  ...examples.map(({ name }) => ({ name, address: `${name}?view=filled` })),
  ...features.map(({ name }) => ({ name, address: ADDRESSES[name] ?? name })),
];
await inDemo(async (url, browser) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await browser.newPage({
      baseURL: url,
      viewport: SIZE,
      deviceScaleFactor: 1.25,
      bypassCSP: true,
      colorScheme,
      reducedMotion: "reduce",
    });
    for (const { name, address } of pages) {
      const dark = colorScheme === "dark" ? "-dark" : "";
      writeFileSync(new URL(`${name}${dark}.webp`, folder), await pictureOf(page, name, address));
    }
    await page.close();
  }
});

async function pictureOf(page: Page, name: string, address: string): Promise<Buffer> {
  const scale = SIZE.width / (WIDTHS[name] ?? SIZE.width);
  const [width, height] = [Math.round(SIZE.width / scale), Math.round(SIZE.height / scale)];
  await page.setViewportSize({ width, height });
  await page.goto(`/gallery/${address}`);
  await PREPARATIONS[name]?.(page);
  await page.addStyleTag({ content: ONLY_FORM });
  await page.evaluate("scrollTo(0, 0)");
  return takeWebp(page, { x: 0, y: 0, width, height }, { scale, quality: QUALITY });
}
