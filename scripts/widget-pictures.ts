/**
 * Takes a picture of each widget, light and dark, into `docs/concepts/widgets`, for the page about widgets.
 *
 *     npm run pictures:widgets
 */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { inDemo } from "./in-demo.ts";
import { takeWebp } from "./take-webp.ts";

/** Width of the page in CSS pixels. */
const WIDTH = 480;
/** Pixels of a picture for each CSS pixel, for sharp texts on dense screens. */
const SCALE = 1.5;
/** Space around the widget in CSS pixels. */
const MARGIN = 16;

/** Elements of widgets that are not the first field on their page of the gallery, or have fields inside. */
const ELEMENTS: Readonly<Record<string, string>> = {
  "checked-password": ".tf-field-checked-input",
  entries: ".tf-sequence",
  "file-input": ".tf-field-file-input",
  mapping: ".tf-frame-card",
  password: ".tf-field:has([type=password])",
  "rich-text": ".tf-field-rich-text",
  sequence: ".tf-sequence",
  "tuple-group": ".tf-tuple",
  union: ".tf-union",
};

/** From 0 to 100: texts stay readable, and all pictures together are small. */
const QUALITY = 70;

const folder = new URL("../docs/concepts/widgets/", import.meta.url);
const widgets = new URL("../packages/form/src/widgets/", import.meta.url);
const examples = new Set(readdirSync(new URL("../demo/src/gallery/examples/", import.meta.url)));
const names = readdirSync(widgets).flatMap((file) =>
  examples.has(file) && file !== "hidden.ts" ? file.replace(".ts", "") : [],
);

mkdirSync(folder, { recursive: true });
await inDemo(async (url, browser) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await browser.newPage({
      baseURL: url,
      viewport: { width: WIDTH, height: 1600 },
      colorScheme,
      reducedMotion: "reduce",
    });
    for (const name of names) {
      const file = `${name}${colorScheme === "dark" ? "-dark" : ""}.webp`;
      writeFileSync(new URL(file, folder), await pictureOf(page, name));
    }
    await page.close();
  }
});

/** Takes a picture of a field on the widget's page of the gallery. Passwords are filled in, as no page has them. */
async function pictureOf(page: Page, name: string): Promise<Buffer> {
  await page.goto(`/gallery/${name}?view=filled`);
  const field = page.locator(ELEMENTS[name] ?? ".tf-form .tf-field").first();
  for (const input of await field.locator("[type=password]").all()) await input.fill("correct horse");
  await page.evaluate("document.activeElement.blur()");
  const box = await field.boundingBox();
  if (!box) throw new Error(`/gallery/${name} shows no field with this widget`);
  const clip = {
    x: box.x - MARGIN,
    y: box.y - MARGIN,
    width: box.width + 2 * MARGIN,
    height: box.height + 2 * MARGIN,
  };
  return takeWebp(page, clip, { scale: SCALE, quality: QUALITY });
}
