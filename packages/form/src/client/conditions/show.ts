import { closest, find } from "../form.ts";
import { type Control, FIELD, SCOPE } from "./elements.ts";
import type { Evaluation } from "./evaluation.ts";

const HIDDEN = `${FIELD}[hidden]`;

/** Fields that an update has shown or hidden, or no longer requires. */
export interface Changes {
  readonly shown: readonly HTMLElement[];
  readonly hidden: readonly HTMLElement[];
  readonly released: readonly HTMLElement[];
}

/** Fields that the last update has required. */
const requiredBefore = new WeakSet<HTMLElement>();

/** Shows, hides and requires the fields of a form, and what is around them. */
export function showFields(form: HTMLElement, evaluation: Evaluation): Changes {
  const changed = evaluation.fields.filter((field) => field.hidden !== evaluation.isHidden(field));
  for (const field of changed) {
    field.hidden = !field.hidden;
    field.toggleAttribute("data-tf-new", !field.hidden);
  }
  for (const control of evaluation.controls) setIdle(control, closest(control, HIDDEN) !== null);
  const required = new Map(evaluation.fields.map((field) => [field, evaluation.isRequired(field)]));
  const released = evaluation.fields.filter(
    (field) => required.get(field) === false && requiredBefore.delete(field),
  );
  for (const [field, isRequired] of required) if (isRequired) requiredBefore.add(field);
  for (const control of evaluation.controls) {
    // HTML can't require one box of several.
    if (!control.matches("[data-tf-requirable]:not(.tf-choices [type=checkbox])")) continue;
    const field = closest(control, "[data-tf-require]");
    const isRequired = field && required.get(field);
    if (typeof isRequired === "boolean") setRequired(control, isRequired);
  }
  for (const mark of find(form, ".tf-required")) {
    const field = closest(mark, "[data-tf-require]");
    const isRequired = field && closest(mark, FIELD) === field && required.get(field);
    if (typeof isRequired === "boolean") mark.hidden = !isRequired;
  }
  showBlocks(evaluation.fields);
  showColumns(form, required);
  const shown = changed.filter((field) => !field.hidden);
  return { shown, hidden: changed.filter((field) => field.hidden), released };
}

/** Keeps browsers from checking a control in a hidden field, or lets them check it again. */
function setIdle(control: Control, isIdle: boolean): void {
  if (control.hasAttribute("data-tf-idle") !== isIdle) {
    // An application may have made it readonly itself.
    if (control.dataset["tfIdle"] !== "readonly") {
      if (isIdle && control.hasAttribute("readonly")) control.dataset["tfIdle"] = "readonly";
      control.toggleAttribute("readonly", isIdle);
    }
    if (!isIdle) delete control.dataset["tfIdle"];
    else control.dataset["tfIdle"] ??= "";
  }
  if (!control.matches("[required],[data-tf-required]")) return;
  control.toggleAttribute("required", !isIdle);
  control.toggleAttribute("data-tf-required", isIdle);
}

function setRequired(control: Control, isRequired: boolean): void {
  const isIdle = control.hasAttribute("data-tf-idle");
  if (control.dataset["tfRequirable"] === "aria") {
    if (isRequired) control.setAttribute("aria-required", "true");
    else control.removeAttribute("aria-required");
    return;
  }
  control.toggleAttribute("required", isRequired && !isIdle);
  control.toggleAttribute("data-tf-required", isRequired && isIdle);
}

/** Hides the blocks of hidden fields. The server marks blocks in which each field has a condition. */
function showBlocks(fields: readonly HTMLElement[]): void {
  const blocks = new Map<HTMLElement, boolean>();
  for (const field of fields) {
    if (field.dataset["tfShow"] === undefined) continue;
    let around = closest(field.parentElement, `[data-tf-block],${FIELD},${SCOPE}`);
    while (around?.dataset["tfBlock"] !== undefined) {
      blocks.set(around, (blocks.get(around) ?? false) || !field.hidden);
      around = closest(around.parentElement, `[data-tf-block],${FIELD},${SCOPE}`);
    }
  }
  const changed = [...blocks].filter(([block, isShown]) => block.hasAttribute("data-tf-out") === isShown);
  for (const [block, isShown] of changed) block.toggleAttribute("data-tf-out", !isShown);
  for (const [block] of changed) block.dispatchEvent(new Event("tf-out", { bubbles: true }));
}

/** Hides a column if its field is hidden in each row, and marks it if a row requires the field. */
function showColumns(form: HTMLElement, required: ReadonlyMap<HTMLElement, boolean | undefined>): void {
  for (const heading of find(form, "th[data-tf-column]")) {
    const table = heading.closest("table");
    const at = heading instanceof HTMLTableCellElement ? heading.cellIndex : 0;
    const cells = [...(table?.tBodies[0]?.rows ?? [])].flatMap((row) => row.cells[at] ?? []);
    const fields = cells.flatMap(({ firstElementChild: field }) =>
      field instanceof HTMLElement && field.matches(FIELD) ? field : [],
    );
    const isOut = cells.length > 0 && fields.length === cells.length && fields.every((field) => field.hidden);
    for (const cell of [heading, ...cells]) cell.hidden = isOut;
    const [mark] = find(heading, ".tf-required");
    if (mark && fields.some((field) => required.has(field) && required.get(field) !== undefined))
      mark.hidden = !fields.some((field) => required.get(field));
  }
}
