import type { Page } from "playwright-core";

/**
 * Returns the contrast of two colours of a page, by WCAG 2.2.
 *
 * @param one Expression that the page evaluates to a CSS colour, such as `getComputedStyle(document.body).color`
 * @param other Like `one`
 */
export async function contrastOf(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(`(() => {
    const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
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
