import type { Page } from "playwright-core";

/** Types by the keyboard, and presses Tab until another element has the focus: a date has several places inside. */
export async function typeAndLeave(page: Page, text: string): Promise<void> {
  const focused = "document.activeElement.id";
  const before = await page.evaluate(focused);
  await page.keyboard.type(text);
  for (let tabs = 0; tabs < 10 && (await page.evaluate(focused)) === before; tabs += 1)
    await page.keyboard.press("Tab");
}
