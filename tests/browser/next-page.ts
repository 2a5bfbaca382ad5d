import type { Locator, Page, Response } from "playwright-core";

/** Buttons whose form stays on the page, because the page's script acts in place of the browser. */
const HANDLED_BY_SCRIPT =
  "[name=__edit__]:not([value=paste]), [data-tf-enhance] button, [data-command] button";

/** True as soon as the browser has focused the field with `autofocus`, which it does after loading the page. */
const HAS_FOCUSED = `(() => {
  const isFocusing = document.querySelector("[autofocus]")?.checkVisibility() && location.hash === "";
  return !isFocusing || document.activeElement !== document.body;
})()`;

/**
 * Does something that leads to another page. Waits until that page is loaded and has focused its field with `autofocus`.
 *
 * @returns the response with the page
 */
export async function nextPage(page: Page, lead: () => Promise<unknown>): Promise<Response | null> {
  const [response] = await Promise.all([page.waitForNavigation(), lead()]);
  await page.waitForFunction(HAS_FOCUSED);
  return response;
}

/**
 * Clicks a button. If the browser sends the button's form, waits until the next page is loaded.
 *
 * @returns the response with that page; null if the page stays
 */
export async function click(button: Locator): Promise<Response | null> {
  if (await sendsForm(button)) return nextPage(button.page(), () => button.click());
  await button.click();
  return null;
}

/**
 * Clicks the button with this full name, in upper or lower case, like {@link click}. The item around a nested one may be left out: "Remove
 * Player 1" stands for "Remove Player 1 of Team 2" in a part of the page.
 */
export function press(part: Page | Locator, name: string): Promise<Response | null> {
  return click(part.getByRole("button", { name: new RegExp(`^${name}( of .*)?$`, "i") }));
}

/** Clicks the first button at the end of the page's form, like {@link click}. */
export function send(page: Page): Promise<Response | null> {
  return click(page.locator(".tf-buttons .tf-button").first());
}

/** Returns true if the browser sends the button's form after a click. */
function sendsForm(button: Locator): Promise<boolean> {
  return button.evaluate((element, handledByScript) => {
    const { form, type, formNoValidate, ownerDocument } = element;
    const hasScript = !ownerDocument.defaultView.matchMedia("(scripting: none)").matches;
    const isValid = form !== null && (formNoValidate || form.noValidate || form.matches(":valid"));
    return type === "submit" && isValid && !(hasScript && element.matches(handledByScript));
  }, HANDLED_BY_SCRIPT);
}
