import type { Page } from "playwright-core";

/** Part of a page in CSS pixels. */
interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Takes a picture of a part of a page as WebP, which Playwright itself does not.
 *
 * @param options `scale`: pixels of the picture for each CSS pixel; `quality`: from 0 to 100
 */
export async function takeWebp(
  page: Page,
  clip: Clip,
  { scale, quality }: { readonly scale: number; readonly quality: number },
): Promise<Buffer> {
  const devTools = await page.context().newCDPSession(page);
  const { data } = await devTools.send("Page.captureScreenshot", {
    format: "webp",
    quality,
    clip: { ...clip, scale },
  });
  await devTools.detach();
  return Buffer.from(data, "base64");
}
