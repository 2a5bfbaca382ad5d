import { closest, find } from "../form.ts";
import { type Control, CONTROL, FIELD, isControl, SCOPE } from "./elements.ts";
import { keyOf, orderOf, type Reading, type Value, valueOf } from "./field-value.ts";

interface Test {
  readonly at: string;
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

/** Parsed attributes. Many items have equal ones. */
const parsed = new Map<string, object>();

function parse<T extends object>(json: string): T {
  const known = parsed.get(json) ?? JSON.parse(json);
  parsed.set(json, known);
  return known;
}

/** The conditions of a form, evaluated once for its current values. The time is linear in the form. */
export class Evaluation {
  /** Fields by their object and name. */
  readonly #fields = new Map<Element, Map<string, HTMLElement>>();
  /** The object of a group. */
  readonly #objects = new Map<Element, HTMLElement>();
  readonly #controls = new Map<Element, Control[]>();
  readonly #hidden = new Map<Element, boolean>();
  readonly #values = new Map<Element, Value | undefined>();
  readonly #form: HTMLElement;
  readonly fields: readonly HTMLElement[];
  /** The controls of people. */
  readonly controls: readonly Control[];

  constructor(form: HTMLElement) {
    this.#form = form;
    const elements = find(form, `${FIELD},${SCOPE},${CONTROL}`);
    this.fields = elements.filter((element) => element.matches(FIELD));
    const controls = elements.filter(isControl);
    this.controls = controls.filter(({ type }) => type !== "hidden");
    for (const field of this.fields) {
      const object = closest(field.parentElement, SCOPE) ?? form;
      const known = this.#fields.get(object) ?? new Map();
      this.#fields.set(object, known.set(field.dataset["tfName"] ?? "", field));
    }
    for (const object of elements.filter((element) => element.matches(SCOPE))) {
      const field = closest(object.parentElement, FIELD);
      if (field && !this.#objects.has(field)) this.#objects.set(field, object);
    }
    for (const control of controls) {
      const field = closest(control, FIELD);
      // A hidden control may be a marker.
      if (!field || (control.type === "hidden" && control.name !== field.dataset["tfName"])) continue;
      const known = this.#controls.get(field);
      if (known) known.push(control);
      else this.#controls.set(field, [control]);
    }
  }

  /** Returns true if the condition of a field fails. A field that the script can't decide about stays the same. */
  isHidden(field: HTMLElement): boolean {
    const known = this.#hidden.get(field);
    if (known !== undefined) return known;
    const { tfShow: json } = field.dataset;
    const isHidden = json !== undefined && !(this.#holdsAt(field, json) ?? !field.hasAttribute("hidden"));
    this.#hidden.set(field, isHidden);
    return isHidden;
  }

  /** Returns true if the condition of a field requires it. Returns undefined if the script can't decide. */
  isRequired(field: HTMLElement): boolean | undefined {
    const { tfRequire: json } = field.dataset;
    return json === undefined ? undefined : this.#holdsAt(field, json);
  }

  #holdsAt(field: HTMLElement, json: string): boolean | undefined {
    return this.#holds(closest(field.parentElement, SCOPE), parse<Condition>(json));
  }

  #holds(object: HTMLElement | null, condition: Condition): boolean | undefined {
    const holds = (each: Condition): boolean | undefined => this.#holds(object, each);
    if ("not" in condition) {
      const negated = holds(condition.not);
      return negated === undefined ? undefined : !negated;
    }
    if ("all" in condition) return joined(condition.all.map(holds), false);
    if ("any" in condition) return joined(condition.any.map(holds), true);
    const field = this.#fieldAt(object, condition.at);
    const reading = field ? readingOf(field) : {};
    return reading.as === "unknown" ? undefined : passes(condition, field && this.#value(field), reading);
  }

  /** Follows a path. Finds nothing behind a hidden group, or one that is left out. */
  #fieldAt(from: HTMLElement | null, path: string): HTMLElement | undefined {
    let rest = path;
    let object: HTMLElement | null | undefined = rest.startsWith("/") ? this.#form : from;
    if (rest.startsWith("/")) rest = rest.slice(1);
    for (; rest.startsWith("../"); rest = rest.slice(3))
      object = object && closest(object.parentElement, SCOPE);
    const names = rest.split(/(?<!\\)\./).map((name) => name.replaceAll(/\\(.)/g, "$1"));
    let field: HTMLElement | undefined;
    for (const name of names) {
      if (field && !this.#value(field)) return undefined;
      if (field) object = this.#objects.get(field);
      field = object ? this.#fields.get(object)?.get(name) : undefined;
      if (!field || this.isHidden(field)) return undefined;
    }
    return field;
  }

  #value(field: HTMLElement): Value | undefined {
    if (this.#values.has(field)) return this.#values.get(field);
    const value = valueOf(field, this.#controls.get(field) ?? [], readingOf(field));
    this.#values.set(field, value);
    return value;
  }
}

function readingOf({ dataset }: HTMLElement): Reading {
  return parse<Reading>(dataset["tfRead"] ?? "{}");
}

function joined(results: readonly (boolean | undefined)[], decisive: boolean): boolean | undefined {
  if (results.includes(decisive)) return decisive;
  return results.includes(undefined) ? undefined : !decisive;
}

function passes(test: Test, value: Value | undefined, reading: Reading): boolean {
  const { is, isNot, isOneOf, isFilled, isEmpty, isAbove, isBelow, matches } = test;
  if (isEmpty) return value === undefined;
  if (value === undefined) return isNot !== undefined;
  const key = (text: string): string | number => keyOf(text, reading);
  const equals = (text: string): boolean => key(text) === value.key;
  if (isNot !== undefined) return !equals(isNot);
  if (is !== undefined) return equals(is);
  if (isOneOf) return isOneOf.some(equals);
  if (isAbove !== undefined) return orderOf(value, reading) > key(isAbove);
  if (isBelow !== undefined) return orderOf(value, reading) < key(isBelow);
  return isFilled ?? (matches !== undefined && new RegExp(matches.source, matches.flags).test(value.text));
}
