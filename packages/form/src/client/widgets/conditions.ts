/**
 * Shows, hides and requires fields at once, by the conditions in the page. The server decides in the same way about every post, so a field
 * that the script can't read only waits for the next page.
 */
import { announce } from "../announce.ts";
import { closest } from "../form.ts";
import { itemsOf } from "../sequence.ts";

const FIELD = "[data-tf-name]";
const SCOPE = "[data-tf-scope],[data-tf-form]";
const CONTROL = "input:not([type=hidden]),select,textarea";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
interface Test {
  readonly at: string;
  readonly as: string;
  readonly is?: string;
  readonly isNot?: string;
  readonly isOneOf?: readonly string[];
  readonly isFilled?: true;
  readonly isEmpty?: true;
  readonly isAbove?: string;
  readonly isBelow?: string;
  readonly matches?: { readonly source: string; readonly flags: string };
}
type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Test;

// A form with a field of that name has another `querySelectorAll`.
function find(within: Element, selector: string): HTMLElement[] {
  return [...Element.prototype.querySelectorAll.call(within, selector)].filter(
    (element) => element instanceof HTMLElement,
  );
}

function isControl(element: Element): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}

/** Returns the object around a field or another object. */
function scopeOf({ parentElement }: Element): HTMLElement | null {
  return closest(parentElement, SCOPE);
}

/** Returns the controls of a field, without those of fields inside it. */
function controlsOf(field: HTMLElement): Control[] {
  return find(field, CONTROL)
    .filter(isControl)
    .filter((control) => control.closest(FIELD) === field);
}

/** Follows a path from a field to the field that its condition reads. */
function fieldAt(from: Element, path: string): HTMLElement | undefined {
  let rest = path;
  let scope = rest.startsWith("/") ? closest(from, "[data-tf-form]") : scopeOf(from);
  if (rest.startsWith("/")) rest = rest.slice(1);
  for (; rest.startsWith("../"); rest = rest.slice(3)) scope = scope && scopeOf(scope);
  const names = rest.split(/(?<!\\)\./).map((name) => name.replaceAll(/\\(.)/g, "$1"));
  let field: HTMLElement | undefined;
  for (const name of names) {
    const object: HTMLElement | null | undefined = field ? find(field, SCOPE)[0] : scope;
    field = object
      ? find(object, FIELD).find((each) => each.dataset["tfName"] === name && scopeOf(each) === object)
      : undefined;
    if (!field) return undefined;
  }
  return field;
}

/** Returns the text of a field. Returns undefined if it is not filled. */
function textOf(field: HTMLElement | undefined, as: string): string | undefined {
  if (!field || field.closest(`${FIELD}[hidden]`)) return undefined;
  const [box] = find(field, ".tf-include > input");
  if (box instanceof HTMLInputElement && box.closest(FIELD) === field && !box.checked) return undefined;
  if (as === "group") {
    const [list] = find(field, "[data-tf-sequence]");
    if (list) return itemsOf(list).length > 0 ? "filled" : undefined;
    if (find(field, SCOPE)[0]) return "filled";
  }
  for (const control of controlsOf(field)) {
    if (control instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(control.type)) {
      if (as === "truth" && control.type === "checkbox") return String(control.checked);
      if (control.checked) return control.value || undefined;
    } else {
      const { valid, valueMissing } = control.validity;
      const text = control.value.trim();
      return text !== "" && (valid || valueMissing) ? text : undefined;
    }
  }
  return undefined;
}

/** Returns the part of a text that is compared. */
function keyOf(text: string, as: string): string | number {
  if (as === "number") return Number(text.replace(",", "."));
  return as === "moment" ? Date.parse(/(?:Z|[+-]\d\d:?\d\d|^[^T]*)$/i.test(text) ? text : `${text}Z`) : text;
}

function holds(from: Element, condition: Condition): boolean {
  if ("all" in condition) return condition.all.every((each) => holds(from, each));
  if ("any" in condition) return condition.any.some((each) => holds(from, each));
  if ("not" in condition) return !holds(from, condition.not);
  const { at, as, is, isNot, isOneOf, isFilled, isEmpty, isAbove, isBelow, matches } = condition;
  const text = textOf(fieldAt(from, at), as);
  if (isEmpty) return text === undefined;
  if (text === undefined) return isNot !== undefined;
  if (isFilled) return true;
  const key = keyOf(text, as);
  const equals = (other: string): boolean => keyOf(other, as) === key;
  if (isNot !== undefined) return !equals(isNot);
  if (is !== undefined) return equals(is);
  if (isOneOf) return isOneOf.some(equals);
  if (isAbove !== undefined) return key > keyOf(isAbove, as);
  if (isBelow !== undefined) return key < keyOf(isBelow, as);
  return matches !== undefined && new RegExp(matches.source, matches.flags).test(text);
}

function holdsAt(field: HTMLElement, json: string | undefined): boolean {
  return json !== undefined && holds(field, JSON.parse(json));
}

/** Shows and hides fields until nothing changes: a field may depend on one that depends on others. */
function showFields(form: HTMLElement): Set<HTMLElement> {
  const fields = find(form, "[data-tf-show]");
  const shown = new Set<HTMLElement>();
  for (let pass = 0, isChanged = true; isChanged && pass <= fields.length; pass++) {
    isChanged = false;
    for (const field of fields) {
      const isHidden = !holdsAt(field, field.dataset["tfShow"]);
      if (field.hidden === isHidden) continue;
      field.hidden = isHidden;
      isChanged = true;
      if (isHidden) shown.delete(field);
      else shown.add(field);
    }
  }
  return shown;
}

/** Keeps browsers from checking a control in a hidden field, or lets them check it again. */
function setIdle(control: Control, isIdle: boolean): void {
  if (control.hasAttribute("data-tf-idle") !== isIdle) {
    control.toggleAttribute("readonly", isIdle);
    control.toggleAttribute("data-tf-idle", isIdle);
  }
  if (!control.matches("[required],[data-tf-required]")) return;
  control.toggleAttribute("required", !isIdle);
  control.toggleAttribute("data-tf-required", isIdle);
}

function update(form: HTMLElement, isQuiet = false): void {
  const shown = showFields(form);
  for (const control of find(form, CONTROL).filter(isControl)) {
    setIdle(control, control.closest(`${FIELD}[hidden]`) !== null);
  }
  for (const field of find(form, "[data-tf-require]")) {
    const isRequired =
      field.closest(`${FIELD}[hidden]`) === null && holdsAt(field, field.dataset["tfRequire"]);
    for (const control of controlsOf(field))
      if (control.type !== "checkbox" && !control.matches("[aria-required],[data-tf-sequence] *"))
        control.toggleAttribute("required", isRequired);
    const [mark] = find(field, ".tf-required");
    if (mark?.closest(FIELD) === field) mark.hidden = !isRequired;
  }
  for (const button of find(form, "[data-tf-update='']")) button.hidden = true;
  const labels = [...shown].map((field) =>
    find(field, "[id$=':label']")[0]?.textContent.replace("*", "").trim(),
  );
  if (!isQuiet && labels.length > 0) announce([...shown][0] ?? form, labels.join(", "));
}

function updateAll(): void {
  for (const form of find(document.documentElement, "[data-tf-form]")) update(form, true);
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
