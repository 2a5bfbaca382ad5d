import type { Locator, Page, Response } from "playwright-core";
import { click, nextPage, press, send } from "../next-page.ts";

/** Sends the form without the browser's validation. */
export async function sendUnchecked(page: Page): Promise<Response | null> {
  await page.evaluate(`document.querySelector(".tf-form").noValidate = true`);
  return send(page);
}

/** Presses the button that shows the fields of a chosen case. Only pages without script show it. */
export async function showCase(part: Page | Locator): Promise<void> {
  if (await part.getByRole("button", { name: /^choose/i }).isVisible()) await press(part, "Choose.*");
}

/** Presses Tab until the form's first control has the focus. */
export async function tabToForm(page: Page): Promise<void> {
  await pressUntil(page, "Tab", `document.activeElement.matches(".tf-form *")`);
}

/**
 * Presses Tab until the control with this full name, in upper or lower case, has the focus. In a toolbar with the control, goes on with
 * the arrow keys. Tab also wraps around the page.
 */
export async function tabTo(page: Page, name: string): Promise<void> {
  const isNamed = `((at) => {
    const ids = at.getAttribute("aria-labelledby")?.split(" ") ?? [];
    const named = [...ids.map((id) => document.getElementById(id)), ...(ids.length ? [] : (at.labels ?? [at]))];
    const name = named.map((each) => each?.innerText ?? "").join(" ").replace(/\\s*\\*$/, "").replace(/\\s+/g, " ");
    return name.trim().toLowerCase() === ${JSON.stringify(name.toLowerCase())};
  })`;
  const isThere = `${isNamed}(document.activeElement)`;
  const isNear = `[...document.activeElement.closest("tf-toolbar")?.querySelectorAll("button") ?? []].some(${isNamed})`;
  await pressUntil(page, "Tab", `${isThere} || ${isNear}`);
  if (!(await page.evaluate(isThere))) await pressUntil(page, "ArrowRight", isThere);
}

async function pressUntil(page: Page, key: string, isThere: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate(isThere)) return;
  }
  throw new Error(`${key} does not lead there: ${isThere}`);
}

/** Moves the focus to the form's first button with Tab, and presses it. */
export async function sendByKeyboard(page: Page): Promise<Response | null> {
  await pressUntil(page, "Tab", `document.activeElement.matches(".tf-buttons .tf-button")`);
  return nextPage(page, () => page.keyboard.press("Enter"));
}

/** Returns the typed data that the page shows. */
export async function shownData(page: Page): Promise<unknown> {
  return JSON.parse((await page.locator("#data").textContent()) ?? "");
}

/** Returns the width in pixels beyond the narrowest screen of WCAG 2.2, 1.4.10. The window keeps its size. */
export async function overflow(page: Page): Promise<unknown> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const wider = await page.evaluate(`Math.max(0, document.documentElement.scrollWidth - 320)`);
  if (before) await page.setViewportSize(before);
  return wider;
}

/** Adds an item of a kind to a list. With the script, the kinds are in a menu. */
export async function addKind(part: Page | Locator, item: string, kind: string): Promise<void> {
  const menu = part.locator("summary.tf-add", { hasText: `Add ${item}` }).last();
  const button = menu.locator("..").locator(".tf-kind", { hasText: kind });
  if (!(await button.isVisible())) await menu.click();
  await click(button);
}
