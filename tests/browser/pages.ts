import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { inject, onTestFinished } from "vitest";

/** A page, and what it complains of: script errors, CSP violations, missing files. Empty is well. */
export interface OpenPage {
  readonly page: Page;
  readonly complaints: string[];
}

let connection: Promise<Browser> | undefined;

/** Connects to the Chromium of the run, for tests that need a context of their own. */
export function runsBrowser(): Promise<Browser> {
  connection ??= chromium.connect(inject("chromium"));
  return connection;
}

/** Pages that no test uses now, by the options of their contexts. A new window costs as much as ten page loads. */
const idle = new Map<string, Page[]>();

const WINDOW = { width: 1280, height: 720 };
const EVENTS = ["console", "dialog", "framenavigated", "load", "pageerror", "request", "response"] as const;

/**
 * Opens a page for the test that runs now, or that a hook prepares. Each page has a context of its own.
 *
 * Another test may have had the page before. It has lost its cookies and its size since, and still shows what that test left.
 */
export async function openPage(options: BrowserContextOptions = {}): Promise<OpenPage> {
  const page = await takePage(options);
  onTestFinished(({ task }) =>
    task.result?.state === "fail" ? page.context().close() : giveBack(page, options),
  );
  return { page, complaints: complaintsOf(page) };
}

/** Opens a page while a function runs, for tests that run at once: several tests have no "test that runs now". */
export async function withPage<Result>(
  options: BrowserContextOptions,
  run: (open: OpenPage) => Promise<Result>,
): Promise<Result> {
  const page = await takePage(options);
  try {
    const result = await run({ page, complaints: complaintsOf(page) });
    await giveBack(page, options);
    return result;
  } catch (error) {
    await page.context().close();
    throw error;
  }
}

async function takePage(options: BrowserContextOptions): Promise<Page> {
  const found = idle.get(JSON.stringify(options))?.pop();
  if (found) return found;
  const browser = await runsBrowser();
  const context = await browser.newContext({ viewport: WINDOW, ...options });
  return context.newPage();
}

async function giveBack(page: Page, options: BrowserContextOptions): Promise<void> {
  // A test that closes its page means it.
  if (page.isClosed()) return page.context().close();
  for (const event of EVENTS) page.removeAllListeners(event);
  await page.unrouteAll();
  await page.mouse.up();
  await page.mouse.move(0, 0);
  await page.emulateMedia({
    media: null,
    colorScheme: null,
    forcedColors: null,
    reducedMotion: options.reducedMotion ?? null,
  });
  await page.setViewportSize(options.viewport ?? WINDOW);
  await page.context().clearCookies();
  const key = JSON.stringify(options);
  idle.set(key, [...(idle.get(key) ?? []), page]);
}

/** Collects what a page complains of, from its next document on. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  let isOwn = false;
  page.once("framenavigated", () => (isOwn = true));
  // Whoever leaves a page with unsaved changes means it.
  page.on("dialog", (dialog) => void dialog.accept());
  page.on("pageerror", (error) => {
    if (isOwn) complaints.push(String(error));
  });
  page.on("console", (message) => {
    // The browser logs the status of an invalid form's own answer.
    const isComplaint =
      ["error", "warning"].includes(message.type()) && !message.text().includes("status of 422");
    if (isOwn && isComplaint) complaints.push(message.text());
  });
  return complaints;
}
