import type { Locator, Page, Response } from "playwright-core";

/** Buttons whose form stays on the page, because the page's script acts in place of the browser. */
const HANDLED_BY_SCRIPT =
  "[name=__edit__]:not([value=paste]), [data-tf-enhance] button, [data-command] button";

/** Finds a page that has focused its field with `autofocus`, or has no such field. Browsers focus it after loading. */
const FOCUSED = "html:not(:has([autofocus]:visible)), :focus";

/**
 * Does something that leads to another page. Waits until that page is loaded and has focused its field with `autofocus`.
 *
 * @returns the response with the page
 */
export async function nextPage(page: Page, lead: () => Promise<unknown>): Promise<Response | null> {
  const [response] = await Promise.all([page.waitForNavigation(), lead()]);
  // Browsers focus nothing by themselves if the address has a fragment.
  if (new URL(page.url()).hash === "") await page.locator(FOCUSED).first().waitFor({ state: "attached" });
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
