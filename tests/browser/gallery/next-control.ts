import type { Page } from "playwright-core";

/** Types text, and presses Tab until the focus leaves the control. A date has several parts. */
export async function typeAndLeave(page: Page, text: string): Promise<void> {
  const focused = "document.activeElement.id";
  const before = await page.evaluate(focused);
  await page.keyboard.type(text);
  for (let tabs = 0; tabs < 10 && (await page.evaluate(focused)) === before; tabs += 1)
    await page.keyboard.press("Tab");
}
