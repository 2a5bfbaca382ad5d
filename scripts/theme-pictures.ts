/**
 * Takes pictures of one form in each theme, for the page of the docs about themes, into `docs/guide`.
 *
 *     npm run pictures:themes
 */
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../tests/browser/chromium.ts";
import { pathOf, themePages, THEMES } from "../tests/browser/themes/theme-pages.ts";

/** Size of a picture in CSS pixels. */
const SIZE = { width: 760, height: 420 };

const server = themePages().listen(0, "127.0.0.1");
await once(server, "listening");
const address = server.address();
if (typeof address !== "object" || !address) throw new Error("The server has no port");
const browser = await launchChromium();
try {
  const viewport = { width: SIZE.width, height: 2000 };
  const page = await browser.newPage({ viewport, deviceScaleFactor: 1.5, reducedMotion: "reduce" });
  for (const theme of THEMES) {
    const look = { form: "booking", layout: "stacked", view: "filled", dir: "ltr", mode: "light" } as const;
    await page.goto(`http://127.0.0.1:${address.port}${pathOf({ ...look, theme })}`);
    const box = await page.locator(".tf-sequence").first().boundingBox();
    if (!box) throw new Error("The form has no list");
    await page.screenshot({
      path: fileURLToPath(new URL(`../docs/guide/theme-${theme}.png`, import.meta.url)),
      clip: { x: 0, y: box.y - 16, ...SIZE },
    });
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
