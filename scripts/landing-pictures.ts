/**
 * Takes the pictures of the demo's first page, light and dark, into `demo/public/landing`.
 *
 *     npm run pictures:landing
 */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { sendUnchecked } from "../tests/browser/gallery/gallery-page.ts";
import { inDemo } from "./in-demo.ts";

/** Size of a picture in CSS pixels, with the ratio of its place on the page. */
const SIZE = { width: 540, height: 330 };

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly hasScript?: boolean;
  /** Brings the page into the state to show. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** The element at the top of the picture. */
  readonly from: string;
}

const frog = { name: "frog.png", mimeType: "image/png", buffer: Buffer.from("frog") };

const pictures: readonly Picture[] = [
  { name: "lists", path: "/gallery/sequence-of-sequences?view=filled", from: ".tf-form .tf-sequence" },
  {
    name: "without-script",
    path: "/gallery/builder?view=filled",
    hasScript: false,
    from: ".tf-form .tf-sequence",
  },
  { name: "errors", path: "/gallery/mapping", prepare: sendUnchecked, from: ".tf-summary" },
  {
    name: "uploads",
    path: "/gallery/file-input",
    prepare: async (page) => {
      await page.getByLabel("Title").fill("Fr");
      await page.getByLabel("Cover").setInputFiles(frog);
      await sendUnchecked(page);
    },
    from: ".tf-form .tf-field",
  },
];

const folder = fileURLToPath(new URL("../demo/public/landing/", import.meta.url));
mkdirSync(folder, { recursive: true });
await inDemo(async (url, browser) => {
  for (const colorScheme of ["light", "dark"] as const)
    for (const { name, path, hasScript = true, prepare, from } of pictures) {
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width: SIZE.width, height: 2000 },
        deviceScaleFactor: 1.5,
        javaScriptEnabled: hasScript,
        colorScheme,
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      await page.goto(path);
      await prepare?.(page);
      const box = await page.locator(from).first().boundingBox();
      if (!box) throw new Error(`${path} has no element ${from}`);
      const dark = colorScheme === "dark" ? "-dark" : "";
      await page.screenshot({
        path: `${folder}${name}${dark}.png`,
        clip: { x: box.x - 16, y: box.y - 16, ...SIZE },
      });
      await context.close();
    }
});
