import type { Browser } from "playwright-core";
import { launchChromium } from "../tests/browser/chromium.ts";
import { startDemo, temporaryFolder } from "../tests/browser/demo-server.ts";

/** Runs a function with a browser and the address of a new demo, and ends both. */
export async function inDemo(run: (url: string, browser: Browser) => Promise<void>): Promise<void> {
  const database = temporaryFolder();
  const [demo, browser] = await Promise.all([startDemo(database.path), launchChromium()]);
  try {
    await run(demo.url, browser);
  } finally {
    await browser.close();
    await demo.stop();
    database.remove();
  }
}
