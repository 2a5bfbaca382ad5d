import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { createApp } from "../../demo/src/app.ts";
import { openPresetStore, type PresetStore } from "../../demo/src/presets/index.ts";
import { MovingTurntable } from "../../demo/src/testing/moving-turntable.ts";
import type { Turntable } from "../../demo/src/turntable/index.ts";
import { launchChromium } from "./chromium.ts";

/** The demo, listening. */
export interface Demo<Table extends Turntable = MovingTurntable> {
  readonly url: string;
  readonly store: PresetStore;
  readonly turntable: Table;
  /** Stops the server and closes its database. */
  stop(): Promise<void>;
}

/** Starts the demo on a free port, over the database `presets.db` of a folder, with a table that needs no firmware. */
export function startDemo(folder: string): Promise<Demo> {
  return startDemoWith(folder, new MovingTurntable());
}

/** The same with any turntable, which is closed with it. */
export async function startDemoWith<Table extends Turntable>(
  folder: string,
  turntable: Table,
): Promise<Demo<Table>> {
  const store = await openPresetStore(`file:${join(folder, "presets.db")}`);
  const server = createApp({ store, turntable }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    store,
    turntable,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      await turntable.close();
      await store.close();
    },
  };
}

/** Makes a folder for a database; `remove` it when done. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "turnform-demo-"));
  return { path, remove: () => rmSync(path, { recursive: true }) };
}

/**
 * Opens a page that gives up after five seconds of waiting.
 *
 * @returns the page, and what it complains of: script errors, CSP violations, missing files. Empty is well.
 */
export async function openPage(
  browser: Browser,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(5_000);
  return { page, complaints: complaintsOf(page) };
}

/** Collects what a page complains of from now on: script errors, CSP violations, missing files. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  // Whoever leaves a page with unsaved changes means it.
  page.on("dialog", (dialog) => void dialog.accept());
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // The browser logs the status of an invalid form's own answer.
    if (["error", "warning"].includes(message.type()) && !message.text().includes("status of 422")) {
      complaints.push(message.text());
    }
  });
  return complaints;
}

/** Presses a button, named in full but for upper and lower case; if a page answers, waits until it is all there. */
export async function press(part: Page | Locator, name: string): Promise<void> {
  const button = part.getByRole("button", { name: new RegExp(`^${name}$`, "i") });
  await button.click();
  await button.page().waitForLoadState();
}

const require = createRequire(import.meta.url);
/** The smaller of axe's two scripts, which each page has to read anew. */
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Finds what is against WCAG 2.2 AA, and axe's best practices, on a page as it is now.
 *
 * @param runOnly Groups of axe's rules, or single ones, in place of these
 */
export async function accessibilityFaults(page: Page, runOnly = rules): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate(`axe.run({ runOnly: ${JSON.stringify(runOnly)} }).then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, ...nodes.map(({ html, failureSummary }) => html + failureSummary)]))`);
}

/** A demo and a browser, for the tests of a file. */
export interface Site {
  /** The folder that holds the demo's database, `presets.db`. */
  readonly folder: string;
  readonly url: string;
  readonly browser: Browser;
  /** The demo that runs just now. */
  readonly demo: Demo;
  /** Stops the demo and starts it again, over the same database. */
  restart(): Promise<void>;
}

/** Has a demo and a browser while the tests of a file run. */
export function useDemo(): Site {
  const folder = temporaryFolder();
  let demo: Demo | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(folder.path), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
    folder.remove();
  });
  return {
    folder: folder.path,
    get demo() {
      if (!demo) throw new Error("The demo has not started");
      return demo;
    },
    get url() {
      return this.demo.url;
    },
    get browser() {
      if (!browser) throw new Error("The browser has not started");
      return browser;
    },
    async restart() {
      await demo?.stop();
      demo = await startDemo(folder.path);
    },
  };
}
