import { nearest } from "@turnform/schema/misspelt";
import { joinPath } from "@turnform/schema/tools";
import type { FormPage, PlacedButton, PlacedControl } from "./form-page.ts";
import { hasWords, isHidden } from "./names.ts";
import { ButtonControl, type PageControl, TextControl } from "./page-control.ts";

/** A field as a person sees it: one control, or several that belong together. */
export interface Found {
  readonly path: string;
  readonly fields: readonly PlacedControl[];
}

/** Most names that an error lists. */
const MOST_NAMES = 20;

/**
 * Returns the field with a path or a label. A path comes first.
 *
 * @throws Error if no field, or several, have the label
 */
export function findField(page: FormPage, wanted: string): Found {
  const { fields, groups } = page;
  if (wanted === "" || [...fields, ...groups].some(({ path }) => path === wanted)) return at(page, wanted);
  const labelled = fields.filter(({ names }) => names.includes(wanted));
  const paths = [...labelled, ...groups.filter(({ names }) => names.includes(wanted))].map(
    ({ path }) => path,
  );
  const [path, ...others] = outermost(paths);
  if (path === undefined) throw new Error(missing(page, wanted));
  if (others.length > 0)
    throw new Error(
      `Several fields are called "${wanted}": ${list([path, ...others])}. Use one of these paths`,
    );
  // A label inside a group names one of its controls, such as an option.
  return groups.some((group) => group.path === path && group.names.includes(wanted))
    ? at(page, path)
    : { path, fields: labelled };
}

/** Returns the field inside another one. */
export function findInside(page: FormPage, outer: string, key: string | number): Found {
  const path = pathInside(outer, key);
  const found = at(page, path);
  if (found.fields.length === 0)
    throw new Error(
      typeof key === "number"
        ? `The list "${outer}" has no item ${key + 1}. Add it by add()`
        : missing(page, path),
    );
  return found;
}

function pathInside(outer: string, key: string | number): string {
  const inner = joinPath([key]);
  return outer === "" ? inner : `${outer}.${inner}`;
}

function at({ fields }: FormPage, path: string): Found {
  const start = path === "" ? "" : `${path}.`;
  return { path, fields: fields.filter((field) => field.path === path || field.path.startsWith(start)) };
}

/** Leaves out repeated paths, and paths inside others. */
function outermost(paths: readonly string[]): readonly string[] {
  const all = new Set(paths);
  return [...all].filter((path) => {
    for (let dot = path.indexOf("."); dot >= 0; dot = path.indexOf(".", dot + 1))
      if (all.has(path.slice(0, dot))) return false;
    return true;
  });
}

function missing({ fields, groups }: FormPage, wanted: string): string {
  const known = [...fields, ...groups].flatMap(({ path, names }) => [...names, path]);
  const near = nearest(wanted, known);
  const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
  const all = fields.map(({ path, names: [name] }) => (name === undefined ? path : `${path} ("${name}")`));
  return `The form has no field "${wanted}".${hint} It has ${list([...new Set(all)])}`;
}

/**
 * Returns one of several buttons: with a path, else with a name, else with a text that contains the words, else with such a name.
 *
 * @param what Used in errors, such as `button that adds an item`
 * @throws Error if no button, or several, fit, or the button is disabled
 */
export function findButton(
  buttons: readonly PlacedButton[],
  wanted: string,
  what: string,
  pathOf: (button: PlacedButton) => string | undefined = () => undefined,
): ButtonControl {
  const ways: readonly ((button: PlacedButton) => boolean)[] = [
    (button) => pathOf(button) === wanted,
    ({ names }) => names.includes(wanted),
    // The printed text is the last name. Other names also contain the items around: "Add Person of Team 1" adds no Team.
    ({ names }) => hasWords(names.at(-1) ?? "", wanted),
    ({ names }) => names.some((name) => hasWords(name, wanted)),
  ];
  const fitting = ways.map((fits) => buttons.filter(fits)).find((found) => found.length > 0) ?? [];
  const [button, ...others] = fitting;
  const described = (button: PlacedButton): string => {
    const path = pathOf(button);
    const [name = button.control.name] = button.names;
    return path === undefined ? `"${name}"` : `${path} ("${name}")`;
  };
  if (!button) {
    const known = buttons.flatMap((each) => [...each.names, pathOf(each) ?? []].flat());
    const near = nearest(wanted, known);
    const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
    throw new Error(`The form has no ${what} "${wanted}".${hint} It has ${list(buttons.map(described))}`);
  }
  if (others.length > 0)
    throw new Error(
      `Several buttons fit "${wanted}": ${list(fitting.map(described))}. Use a longer name${pathOf(button) === undefined ? "" : " or a path"}`,
    );
  if (button.control.isDisabled) throw new Error(`The button ${described(button)} is disabled`);
  return button.control;
}

/** @throws Error if a person can't fill in a control */
export function checkFillable({ control, path }: PlacedControl): void {
  const { attribs } = control.element;
  if (isHidden(control.element))
    throw new Error(
      `The field "${path}" is hidden, because its condition does not hold. Set the fields that it depends on, and press their button by edit()`,
    );
  if (control.isDisabled) throw new Error(`The field "${path}" is disabled`);
  if (isText(control) && attribs["readonly"] !== undefined)
    throw new Error(`The field "${path}" is readonly`);
}

function isText(control: PageControl): boolean {
  return control instanceof TextControl;
}

/** Writes a list for an error. */
export function list(texts: readonly string[]): string {
  if (texts.length === 0) return "none";
  const more = texts.length - MOST_NAMES;
  return texts.slice(0, MOST_NAMES).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
