import { nameOf } from "../announce.ts";
import { attributeOf, closest } from "../form.ts";
import { ServerIds } from "../server-ids.ts";

/** Selector of fields and groups. A row of a table is a group too. */
export const FIELD = ".tf-field,fieldset,.tf-row";
const CONTROL = "input:not([type=hidden]),select,textarea,[contenteditable]";

/**
 * Makes the errors of fields those of a page of the server, with the same markup.
 *
 * @param fields The fields and groups in the page
 * @param answer The server's page for the same controls
 * @returns the errors that have appeared, each with the label of its field. Undefined if nothing has changed
 */
export function showErrors(fields: readonly Element[], answer: Document): string[] | undefined {
  const ids = new ServerIds();
  const texts: string[] = [];
  let hasChanged = false;
  for (const field of fields) {
    const id = idOf(field);
    const serverId = ids.of(field, id);
    const isThere = answer.getElementById(serverId) ?? answer.getElementById(`${serverId}:label`);
    // The server can't tell about a file that is not sent, or about a field that its page lacks.
    if (!id || !isThere || field.matches(".tf-field:has([type=file])")) continue;
    const before = document.getElementById(`${id}:error`);
    const after = answer.getElementById(`${serverId}:error`);
    if (textOf(before) === textOf(after)) continue;
    hasChanged = true;
    if (after) {
      texts.push(`${labelOf(id)}: ${textOf(after)}`);
      put(field, before, Object.assign(document.importNode(after, true), { id: `${id}:error` }));
    } else before?.remove();
    mark(field, `${id}:error`, after !== null);
  }
  return hasChanged ? texts : undefined;
}

/** Returns the id of a field's control, or of a group. Returns "" for a box that includes a group. */
function idOf(field: Element): string {
  const label = field.matches("fieldset") ? undefined : field.querySelector("[id$=':label']");
  return label ? label.id.slice(0, -":label".length) : field.id;
}

function textOf(error: Element | null): string {
  return error ? error.textContent.replace(/\s+/g, " ").trim() : "";
}

function labelOf(id: string): string {
  const labelled = document.getElementById(id);
  return labelled ? nameOf(labelled) : "";
}

/** Puts an error where the server draws it: at the end of a field, and after the heading and the help of a group. */
function put(field: Element, before: Element | null, error: Element): void {
  if (before) return before.replaceWith(error);
  if (field.matches(".tf-field")) return field.append(error);
  const heading = field.querySelectorAll(
    ":scope > :is(legend,tf-toolbar,.tf-help,[id$=':of']),:scope > th > :is([id$=':label'],[id$=':of'])",
  );
  const last = [...heading].at(-1);
  if (last) last.after(error);
  else field.prepend(error);
}

/** Marks a field as wrong or right, for styles and for screen readers. */
function mark(field: Element, errorId: string, isWrong: boolean): void {
  const controls = field.matches(".tf-field")
    ? [...field.querySelectorAll(CONTROL)].filter((control) => closest(control, FIELD) === field)
    : [];
  const form = closest(field, "form");
  const classes = form ? attributeOf(form, "data-tf-check") : "";
  for (const control of controls) {
    if (isWrong) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
    for (const name of classes.split(" ")) control.classList.toggle(name, isWrong);
  }
  for (const described of field.matches("fieldset") ? [field] : controls)
    describe(described, errorId, isWrong);
  for (let at = closest(field, FIELD); at; at = closest(at.parentElement, FIELD))
    at.classList.toggle("tf-invalid", at.querySelector("[id$=':error']") !== null);
}

function describe(element: Element, errorId: string, isWrong: boolean): void {
  const others = (element.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .filter((id) => id !== "" && id !== errorId);
  const all = isWrong ? [...others, errorId] : others;
  if (all.length > 0) element.setAttribute("aria-describedby", all.join(" "));
  else element.removeAttribute("aria-describedby");
}
