import type { Filling, Seen } from "./filling.ts";
import { checkFillable, findInside, type Found, list } from "./find.ts";
import type { FormPage, PlacedControl } from "./form-page.ts";
import { FileControl, SelectControl, TextControl, TickControl } from "./page-control.ts";

/** @throws Error if a person can't give the value to the field */
export function setValue(page: FormPage, found: Found, value: Filling): void {
  const { path, fields } = found;
  const [field] = fields;
  const isOne = fields.length === 1;
  if (isList(value)) {
    if (isOne && field?.control instanceof SelectControl && field.control.isMultiple)
      choose(field, value.map(String));
    else if (fields.length > 0 && fields.every(isCheckbox)) tickBoxes(found, value.map(String));
    else value.forEach((inner, index) => setValue(page, findInside(page, path, index), inner));
  } else if (typeof value === "object") {
    for (const [name, inner] of Object.entries(value)) setValue(page, findInside(page, path, name), inner);
  } else if (isOne && field) setOne(page, field, value);
  else if (fields.length > 0 && fields.every(isRadio)) setRadio(page, found, String(value));
  else
    throw new Error(
      fields.length === 0
        ? `The list "${path}" has no fields. Add an item by add()`
        : `"${path}" is a group of ${fields.length} fields: ${list(fields.map((each) => each.path))}. Set one of them, or give an object or a list`,
    );
}

function isList(value: Filling): value is readonly Filling[] {
  return Array.isArray(value);
}

function setOne(page: FormPage, field: PlacedControl, value: string | number | bigint | boolean): void {
  const { control, path } = field;
  checkFillable(field);
  if (control instanceof TickControl) {
    if (control.isRadio && (value === true || String(value) === control.value)) page.tick(control);
    else if (!control.isRadio && typeof value === "boolean") control.isTicked = value;
    else
      throw new TypeError(
        `"${path}" is a ${control.isRadio ? "radio button; it takes true" : "checkbox; it takes true or false"}, not ${shown(value)}`,
      );
  } else if (control instanceof SelectControl) choose(field, [String(value)]);
  else if (control instanceof FileControl)
    throw new TypeError(`"${path}" takes files. Choose them by choose()`);
  else if (control instanceof TextControl) {
    if (typeof value === "boolean") throw new TypeError(`"${path}" takes a text, not ${shown(value)}`);
    if (!control.enter(String(value)))
      throw new Error(
        `A browser does not take ${shown(value)} in "${path}", an input of the type "${control.type}"`,
      );
  }
}

/** Chooses options of a select, and no others. */
function choose(field: PlacedControl, wanted: readonly string[]): void {
  const { control, path } = field;
  if (!(control instanceof SelectControl)) return;
  checkFillable(field);
  control.chosen = wanted.map((text) => {
    const { options } = control;
    const option = options.find(({ value }) => value === text) ?? options.find(({ label }) => label === text);
    if (option && !option.isDisabled) return option;
    const named = options.filter(({ label }) => label !== "");
    const known = list(named.map(({ value, label }) => (value === label ? value : `${value} ("${label}")`)));
    throw new Error(
      option
        ? `The option "${text}" of "${path}" is disabled`
        : `"${path}" has no option "${text}". It has ${known}`,
    );
  });
}

function setRadio(page: FormPage, { path, fields }: Found, wanted: string): void {
  const field = choiceNamed(path, fields, wanted);
  checkFillable(field);
  if (field.control instanceof TickControl) page.tick(field.control);
}

/** Ticks boxes, and no others of their group. */
function tickBoxes({ path, fields }: Found, wanted: readonly string[]): void {
  const chosen = new Set(wanted.map((text) => choiceNamed(path, fields, text)));
  for (const field of fields) {
    const { control } = field;
    if (!(control instanceof TickControl) || control.isTicked === chosen.has(field)) continue;
    checkFillable(field);
    control.isTicked = chosen.has(field);
  }
}

/** Returns the choice with a value or label. */
function choiceNamed(path: string, fields: readonly PlacedControl[], wanted: string): PlacedControl {
  const field =
    fields.find(({ control }) => control instanceof TickControl && control.value === wanted) ??
    fields.find(({ names }) => names.includes(wanted));
  if (field) return field;
  const known = fields.map(({ control, names: [name] }) => {
    const value = control instanceof TickControl ? control.value : "";
    return name === undefined ? value : `${value} ("${name}")`;
  });
  throw new Error(`"${path}" has no choice "${wanted}". It has ${list(known)}`);
}

/** Chooses files in a control for files. */
export function chooseFiles({ path, fields }: Found, files: readonly File[]): void {
  const [field, ...others] = fields.filter(({ control }) => control instanceof FileControl);
  if (!field || others.length > 0 || !(field.control instanceof FileControl))
    throw new TypeError(`"${path}" has ${field ? "several controls" : "no control"} for files`);
  checkFillable(field);
  if (files.length > 1 && !field.control.isMultiple)
    throw new Error(`"${path}" takes one file, not ${files.length}`);
  field.control.files = files;
}

/** Returns what a person sees in a field. */
export function valueOf({ path, fields }: Found): Seen {
  const [field, ...others] = fields;
  const ticks = fields.flatMap(({ control }) => (control instanceof TickControl ? [control] : []));
  const ticked = ticks.filter(({ isTicked }) => isTicked).map(({ value }) => value);
  if (fields.length > 0 && fields.every(isRadio)) return ticked[0] ?? "";
  if (others.length > 0 && ticks.length === fields.length) return ticked;
  if (!field || others.length > 0)
    throw new Error(
      `"${path}" is a group of ${fields.length} fields: ${list(fields.map((each) => each.path))}`,
    );
  const { control } = field;
  if (control instanceof TickControl) return control.isTicked;
  if (control instanceof FileControl) return control.files;
  const values = control.posted.map(String);
  return control instanceof SelectControl && control.isMultiple ? values : (values[0] ?? "");
}

function isCheckbox({ control }: PlacedControl): boolean {
  return control instanceof TickControl && !control.isRadio;
}

function isRadio({ control }: PlacedControl): boolean {
  return control instanceof TickControl && control.isRadio;
}

function shown(value: string | number | bigint | boolean): string {
  return typeof value === "string" ? `"${value}"` : String(value);
}
