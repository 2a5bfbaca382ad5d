/*
 * Posts forms marked `data-tf-enhance` by fetch and replaces them by the form in the response, so errors appear without
 * reloading the page. Without an answer the page stays, with a note. The next press then submits the form as without this script.
 */
import { attributeOf, firstInForm } from "./form.ts";
import { send } from "./send.ts";
import { textFor } from "./texts.ts";

/** Forms with a pending request. A second press of a button is ignored. */
const sending = new WeakSet<HTMLFormElement>();
/** The notes of forms whose last post had no answer. */
const notes = new WeakMap<HTMLFormElement, Element>();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !isEnhanced(form)) return;
  const note = notes.get(form);
  if (note) {
    note.remove();
    notes.delete(form);
    return;
  }
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
  sending.delete(form);
  Element.prototype.removeAttribute.call(form, "aria-busy");
  explain(form);
}

/** Writes a note about a missing answer before the buttons. */
function explain(form: HTMLFormElement): void {
  const note = document.createElement("p");
  note.className = "tf-error";
  note.setAttribute("role", "alert");
  note.textContent = textFor(form, "noAnswer");
  notes.set(form, note);
  const buttons = firstInForm(form, ".tf-buttons");
  if (buttons) buttons.before(note);
  else Element.prototype.append.call(form, note);
  EventTarget.prototype.dispatchEvent.call(form, new Event("tf-unanswered", { bubbles: true }));
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
