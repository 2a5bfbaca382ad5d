/**
 * Undoes edits of lists and unions, by a button at the bottom of the form, and by Ctrl+Z or Cmd+Z outside of text controls. It watches
 * the page, so it knows every edit, whoever makes it.
 */
import { say } from "../announce.ts";
import { closest, firstInForm, isMatch } from "../form.ts";
import { addStep, isPossible, lastStep, noteTyping, undo } from "../history.ts";
import { SEQUENCE } from "../sequence.ts";

/** Controls with an undo of their own. */
const TEXTS =
  "textarea,[contenteditable],input:not([type=checkbox],[type=radio],[type=range],[type=color],[type=file])";
let latest: Element | undefined;

for (const type of ["input", "change"]) document.addEventListener(type, note);

function note({ target, type }: Event): void {
  const form = closest(target, "form");
  if (!form) return;
  noteTyping(target);
  if (type === "change" && isMatch(target, SEQUENCE)) addStep();
  // The choice of a case is a step as soon as the union's script has shown the case.
  setTimeout(showBar, 0, form);
}

function showBar(form: Element): void {
  latest = form;
  const step = lastStep(form);
  const bar = firstInForm(form, ".tf-undo");
  if (!step) return bar?.remove();
  const [text, button] = [...(bar ?? addBar(form)).querySelectorAll("span,button")];
  if (!(text instanceof HTMLElement) || !(button instanceof HTMLButtonElement)) return;
  text.textContent = step.said;
  button.disabled = !isPossible(step);
  button.ariaLabel = `${button.textContent}: ${step.said}`;
}

function addBar(form: Element): HTMLElement {
  const bar = document.createElement("div");
  bar.className = "tf-undo";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = say(form, "undo");
  button.addEventListener("click", () => undo(form));
  const content = document.createElement("p");
  content.append(document.createElement("span"), button);
  bar.append(content);
  Element.prototype.append.call(form, bar);
  // The bar may cover the control that an edit has just focused.
  const { activeElement } = document;
  if (activeElement && closest(activeElement, "form") === form)
    activeElement.scrollIntoView({ block: "nearest" });
  return bar;
}

document.addEventListener("keydown", (event) => {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented, target } = event;
  // Keyboards of other scripts have no Z.
  const isZ = key.toLowerCase() === "z" || (code === "KeyZ" && key > "\x7f");
  if (!isZ || ctrlKey === metaKey || altKey || shiftKey || defaultPrevented || closest(target, TEXTS)) return;
  const form = closest(target, "form") ?? latest;
  if (form && document.contains(form) && undo(form)) event.preventDefault();
});
