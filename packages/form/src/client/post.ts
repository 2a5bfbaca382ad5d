/*
 * Posts forms marked `data-tf-enhance` by fetch and replaces them by the form in the response, so errors appear without
 * reloading the page. If fetch fails, the browser submits the form itself, as without this script.
 */
import { attributeOf } from "./form.ts";
import { send } from "./send.ts";

/** Forms with a pending request. A second press of a button is ignored. */
const sending = new WeakSet<HTMLFormElement>();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !isEnhanced(form)) return;
  event.preventDefault();
  if (sending.has(form)) return;
  sending.add(form);
  Element.prototype.setAttribute.call(form, "aria-busy", "true");
  void post(form, event.submitter);
});

/** Calls the method of `Element.prototype`, because a form's fields can hide its members. */
function isEnhanced(form: Element): boolean {
  return Element.prototype.hasAttribute.call(form, "data-tf-enhance");
}

async function post(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const answer = await ask(form, submitter).catch(() => undefined);
  if (answer === "left") return;
  if (answer) {
    form.replaceWith(answer);
    const target: Element | null = Element.prototype.querySelector.call(answer, "[autofocus]");
    if (target instanceof HTMLElement) target.focus();
    return;
  }
  // Without a response the browser submits the form itself, and shows the response or an error.
  sending.delete(form);
  for (const name of ["data-tf-enhance", "aria-busy"]) Element.prototype.removeAttribute.call(form, name);
  HTMLFormElement.prototype.requestSubmit.call(form, submitter);
}

/** Returns the form in the response, or `left` after a redirect or if the response is another page. */
async function ask(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
): Promise<HTMLFormElement | "left" | undefined> {
  const response = await send(form, new FormData(form, submitter));
  const elsewhere = response.headers.get("X-Turnform-Location");
  if (elsewhere !== null) {
    const { pathname, search } = new URL(elsewhere, location.href);
    const isHere = pathname + search === location.pathname + location.search;
    location.assign(elsewhere);
    // For another fragment of the same address, the browser would only scroll.
    if (isHere) location.reload();
    return "left";
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const answer = page.getElementById(attributeOf(form, "id"));
  if (!(answer instanceof HTMLFormElement)) {
    document.documentElement.replaceWith(document.adoptNode(page.documentElement));
    return "left";
  }
  document.title = page.title || document.title;
  return document.importNode(answer, true);
}
