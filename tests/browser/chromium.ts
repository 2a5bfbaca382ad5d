import { chromium, type Browser, type LaunchOptions } from "playwright-core";
import { findChromium } from "../../scripts/find-chromium.ts";

/**
 * Returns how to start a headless Chromium with a fresh profile: the one that the environment variable `CHROMIUM` names,
 * else the first one installed where Linux distributions put it.
 */
export function chromiumOptions(): LaunchOptions {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("There is no Chromium; set CHROMIUM to its path");
  return {
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
  };
}

/** Starts a Chromium of its own; close it when done. Tests share one: see `pages.ts`. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(chromiumOptions());
}
