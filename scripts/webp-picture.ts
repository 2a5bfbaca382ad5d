import type { Page } from "playwright-core";

/** A part of a page in CSS pixels, and the number of the picture's pixels for each. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/**
 * Takes a picture of a part of a page as WebP, which Playwright itself can't write.
 *
 * @param quality From 0 to 100
 */
export async function webpPicture(page: Page, clip: Clip, quality: number): Promise<Buffer> {
  const devTools = await page.context().newCDPSession(page);
  const { data } = await devTools.send("Page.captureScreenshot", { format: "webp", quality, clip });
  await devTools.detach();
  return Buffer.from(data, "base64");
}
