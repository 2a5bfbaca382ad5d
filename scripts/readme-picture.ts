/**
 * Takes the picture of a playing preset for the README, into `docs/presets.png`.
 *
 *     npm run pictures:readme
 */
import { fileURLToPath } from "node:url";
import { inDemo } from "./in-demo.ts";

await inDemo(async (url, browser) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1040 } });
  await page.goto(`${url}/presets/1`);
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.getByText("cycle 1 · move 3").waitFor();
  // On its way from 90° to 180°
  await page.getByText(/^1[23]\d\.\d°$/).waitFor();
  await page.screenshot({ path: fileURLToPath(new URL("../docs/presets.png", import.meta.url)) });
});
