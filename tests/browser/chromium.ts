import { chromium, type Browser, type LaunchOptions } from "playwright-core";
import { findChromium } from "../../scripts/find-chromium.ts";

/**
 * Returns options for launching a headless Chromium with a fresh profile. The environment variable `CHROMIUM` names it; otherwise
 * the first one in the usual places of Linux distributions is used.
 */
function chromiumOptions(): LaunchOptions {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("There is no Chromium; set CHROMIUM to its path");
  return {
    executablePath,
    args: [
      // Chromium's sandbox refuses to run as root, the user of most containers.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-gpu",
      "--disable-sync",
      "--no-first-run",
      // Browsers trust 127.0.0.1 even by plain http. Tests of untrusted sites use other names.
      "--host-resolver-rules=MAP *.example 127.0.0.1",
    ],
  };
}

/** Starts a separate Chromium. Close it when done. Tests share one instead: see `pages.ts`. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(chromiumOptions());
}
