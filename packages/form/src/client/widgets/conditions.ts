/**
 * Shows, hides and requires fields at once, by the conditions in the page. The server decides in the same way about every post, so a field
 * that the script can't read only waits for the next page.
 */
import { announce, nameOf } from "../announce.ts";
import { CONTROL } from "../conditions/elements.ts";
import { Evaluation } from "../conditions/evaluation.ts";
import { type Changes, showFields } from "../conditions/show.ts";
import { closest, find, firstInForm } from "../form.ts";
import { textFor } from "../texts.ts";

/** Most fields that a sentence names. */
const MOST_NAMES = 5;

/** Fields that were on the page at the last update. New ones, such as those of an added item, are not announced. */
const known = new WeakSet<Element>();
/** The last announcement of each form. */
const said = new WeakMap<Element, string>();

function update(form: HTMLElement): void {
  const { activeElement } = document;
  const evaluation = new Evaluation(form);
  const changes = showFields(form, evaluation);
  for (const button of find(form, "[data-tf-update='']")) button.hidden = true;
  tell(form, changes);
  // Live checks take away the error of an empty field that may now be empty.
  if (changes.released.length > 0)
    EventTarget.prototype.dispatchEvent.call(form, new Event("tf-updated", { bubbles: true }));
  for (const field of evaluation.fields) known.add(field);
  if (activeElement?.closest("[hidden],[data-tf-out]") && closest(activeElement, "form") === form)
    focusNear(form, activeElement);
}

/** Announces the changed fields, after the announcement of an edit that changed them. */
function tell(form: HTMLElement, { shown, hidden }: Changes): void {
  const sentences = [sentence(form, "fieldsShown", shown), sentence(form, "fieldsHidden", hidden)].filter(
    Boolean,
  );
  if (sentences.length === 0) return;
  const before = firstInForm(form, "[data-tf-live]")?.textContent ?? "";
  const isOfEdit = before !== "" && before !== said.get(form);
  announce(form, [...(isOfEdit ? [before] : []), ...sentences].join(". "));
  said.set(form, firstInForm(form, "[data-tf-live]")?.textContent ?? "");
}

function sentence(form: HTMLElement, text: string, fields: readonly HTMLElement[]): string {
  // A field in another changed one comes and goes with it.
  const outer = fields.filter(
    (field) => known.has(field) && !field.parentElement?.closest("[data-tf-show][hidden]"),
  );
  const names = new Set(outer.map(labelOf).filter(Boolean));
  const some = [...names].slice(0, MOST_NAMES);
  if (names.size > some.length) some.push("…");
  return some.length > 0 ? textFor(form, text, { fields: some.join(", ") }) : "";
}

function labelOf(field: HTMLElement): string {
  const [label] = find(field, "[id$=':label']");
  const named = label && document.getElementById(label.id.replace(/:label$/, ""));
  return named ? nameOf(named) : "";
}

/** Moves the focus from a hidden element to the control before it, or the first one. */
function focusNear(form: HTMLElement, hidden: Element): void {
  const controls = find(form, `${CONTROL},button`).filter(
    (each) => each.checkVisibility() && !each.matches(":disabled"),
  );
  const before = controls.findLast(
    (control) => hidden.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_PRECEDING,
  );
  (before ?? controls[0])?.focus();
}

function updateAll(): void {
  for (const form of find(document.documentElement, "[data-tf-form]")) update(form);
}

/** Forms that wait for their update. One action of a person can fire three events. */
const waiting = new Set<HTMLElement>();

function updateWaiting(): void {
  const forms = [...waiting];
  waiting.clear();
  for (const form of forms) update(form);
}

// Other scripts change the page in the same events.
for (const type of ["input", "change", "click"])
  document.addEventListener(type, ({ target }) => {
    const form = closest(target, "[data-tf-form]");
    if (!form) return;
    if (waiting.size === 0) setTimeout(updateWaiting);
    waiting.add(form);
  });
document.addEventListener("reset", () => setTimeout(updateAll));
addEventListener("pageshow", updateAll);
updateAll();
