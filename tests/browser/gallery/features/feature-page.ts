import type { Locator, Page } from "playwright-core";

/** Leaves all checking of a page's forms to the server. */
export async function uncheck(page: Page): Promise<void> {
  await page.evaluate(`document.querySelectorAll("form").forEach((form) => (form.noValidate = true))`);
}

/** Waits until an element has the focus, by its id. */
export async function focused(page: Page, id: string): Promise<void> {
  await page.locator(`[id="${id}"]:focus`).waitFor();
}

/** Waits until a page, or a form on it, says that all went well. */
export async function noticed(part: Page | Locator, text: string): Promise<void> {
  await part.getByRole("status").filter({ hasText: text }).waitFor();
}

/** What a page's summary of errors says, entry by entry. */
export function summary(page: Page): Promise<string[]> {
  return page.locator(".tf-summary li").allInnerTexts();
}

/** Puts a mark on a page, which one that is loaded anew has not. */
export async function mark(page: Page): Promise<void> {
  await page.evaluate(`window.marked = true`);
}

/** Whether a page is still the one that was marked. */
export function isMarked(page: Page): Promise<unknown> {
  return page.evaluate(`window.marked === true`);
}
