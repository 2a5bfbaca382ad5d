import type { Locator, Page } from "playwright-core";

/** Turns off the browser's validation of a page's forms. */
export async function uncheck(page: Page): Promise<void> {
  await page.evaluate(`document.querySelectorAll("form").forEach((form) => (form.noValidate = true))`);
}

/** Waits until the element with this id has the focus. */
export async function focused(page: Page, id: string): Promise<void> {
  await page.locator(`[id="${id}"]:focus`).waitFor();
}

/** Waits until a page, or a form on it, shows a notice of success. */
export async function noticed(part: Page | Locator, text: string): Promise<void> {
  await part.getByRole("status").filter({ hasText: text }).waitFor();
}

/** Returns the entries of a page's summary of errors. */
export function summary(page: Page): Promise<string[]> {
  return page.locator(".tf-summary li").allInnerTexts();
}

/** Marks a page's document, so that a reload shows. */
export async function mark(page: Page): Promise<void> {
  await page.evaluate(`window.marked = true`);
}

/** Returns true if the page's document has the mark. */
export function isMarked(page: Page): Promise<unknown> {
  return page.evaluate(`window.marked === true`);
}
