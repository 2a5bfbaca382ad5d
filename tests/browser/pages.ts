import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { launchChromium } from "./chromium.ts";

/** A page and its complaints: script errors, CSP violations and missing files. */
export interface OpenPage {
  readonly page: Page;
  readonly complaints: string[];
}

let launched: Promise<Browser> | undefined;

/** Returns the Chromium of this worker, which its test files share. It ends with the worker. */
export function sharedBrowser(): Promise<Browser> {
  launched ??= launchChromium();
  return launched;
}

/** Unused pages, by the options of their contexts. Reusing one saves the time of about ten page loads. */
const idle = new Map<string, Page[]>();

/** Colours and widths in which whole pages are checked. */
export const LOOKS = [
  ["light", 1280],
  ["light", 320],
  ["dark", 1280],
  ["dark", 320],
] as const;

/** Opens a page in one of the {@link LOOKS}. */
export async function openLook([colorScheme, width]: (typeof LOOKS)[number]): Promise<OpenPage> {
  const opened = await openPage();
  await opened.page.emulateMedia({ colorScheme });
  await opened.page.setViewportSize({ width, height: 800 });
  return opened;
}

const WINDOW = { width: 1280, height: 720 };
const EVENTS = ["console", "dialog", "framenavigated", "load", "pageerror", "request", "response"] as const;

/**
 * Opens a page for the running test or hook. Each page has its own context.
 *
 * The page may have served another test. Its cookies and size are reset, but it still shows the other test's document.
 */
export async function openPage(options: BrowserContextOptions = {}): Promise<OpenPage> {
  const page = await takePage(options);
  onTestFinished(({ task }) =>
    task.result?.state === "fail" ? page.context().close() : giveBack(page, options),
  );
  return { page, complaints: complaintsOf(page) };
}

/** Opens a page while a function runs. Use it in concurrent tests, which have no current test. */
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
  const browser = await sharedBrowser();
  const context = await browser.newContext({ viewport: WINDOW, ...options });
  return context.newPage();
}

async function giveBack(page: Page, options: BrowserContextOptions): Promise<void> {
  // The test closed its page on purpose.
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

/** Collects a page's complaints, from its next document. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  let isOwn = false;
  page.once("framenavigated", () => (isOwn = true));
  // Tests leave pages with unsaved changes on purpose.
  page.on("dialog", (dialog) => void dialog.accept());
  page.on("pageerror", (error) => {
    if (isOwn) complaints.push(String(error));
  });
  page.on("console", (message) => {
    // The browser logs the status of the page with a form's errors.
    const isComplaint =
      ["error", "warning"].includes(message.type()) && !message.text().includes("status of 422");
    if (isOwn && isComplaint) complaints.push(message.text());
  });
  return complaints;
}
