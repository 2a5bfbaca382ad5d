import { closest } from "./form.ts";

/**
 * Calls a function for each element that a person must see: an invalid control, and the target of a link in the page.
 *
 * Browsers show an error at an invalid control. In a closed part of the page they show nothing, and don't send the form.
 */
export function onSought(show: (target: EventTarget | null) => void): void {
  document.addEventListener("invalid", ({ target }) => show(target), true);
  document.addEventListener("click", ({ target }) => {
    const address = closest(target, "a[href^='#']")?.getAttribute("href");
    if (address) show(document.getElementById(address.slice(1)));
  });
}
