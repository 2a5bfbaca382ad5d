import { chromium, type Browser } from "playwright-core";
import { findChromium } from "../../scripts/find-chromium.ts";

/**
 * Starts a headless Chromium with a fresh profile, for tests: the one that the environment variable `CHROMIUM` names,
 * else the first one installed where Linux distributions put it.
 *
 * @returns The browser; close it when done
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("There is no Chromium; set CHROMIUM to its path");
  return chromium.launch({
    executablePath,
    args: [
      // Chromium's sandbox refuses to run as root, which is who containers run as.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-gpu",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}
