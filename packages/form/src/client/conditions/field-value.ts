import { type NumberSigns, notationOf } from "../../languages/number-notation.ts";
import { find } from "../form.ts";
import { itemsOf, SEQUENCE } from "../sequence.ts";
import { type Control, isControl } from "./elements.ts";

/** The way to read a field's controls, from the server. */
export interface Reading {
  readonly as?: "number" | "moment" | "list" | "group" | "unknown";
  readonly numbers?: NumberSigns;
  /** True for a number without a fraction. */
  readonly isWhole?: boolean;
  /** True for a point in time that is a text. Any text is a value then. */
  readonly isText?: boolean;
  /** True for a day that is a text. Other texts have no order. */
  readonly isDay?: boolean;
  /** Texts of a ticked and an unticked box. */
  readonly box?: readonly [ticked: string, unticked: string];
  /** True for a text of HTML, which is nothing if it shows nothing. */
  readonly isHtml?: boolean;
  /** The kind of a value with several controls. */
  readonly parts?: "day" | "moment" | "twice";
  /** Digits before a year of two digits. */
  readonly century?: string;
  /** Offset from UTC of a point in time without one. */
  readonly offset?: string;
  /** The posted text for nothing. */
  readonly none?: string;
  /** True for a union that is left out if no case is chosen. */
  readonly isChoice?: boolean;
}

/** The value of a field: its text, and the part of it that is compared. */
export interface Value {
  readonly text: string;
  readonly key: string | number;
}

const PLAIN: NumberSigns = { decimal: ".", group: "" };
const FILLED: Value = { text: "filled", key: "filled" };

/**
 * Returns the value of a field.
 *
 * @param controls The controls of the field
 * @returns undefined if the field is not filled, or if its text does not fit
 */
export function valueOf(
  field: HTMLElement,
  controls: readonly Control[],
  reading: Reading,
): Value | undefined {
  const { tfValue: fixed } = field.dataset;
  if (fixed !== undefined) return fixed === "" ? undefined : fitting(fixed, reading, true);
  const group = find(field, "fieldset")[0];
  const isOut = (control: Control): boolean =>
    control.matches(".tf-include > input:not(:checked)") && control.closest("fieldset,tr") === group;
  if (controls.some(isOut) || controls.some((control) => control.matches(".tf-none > :checked")))
    return undefined;
  if (reading.as === "group") return reading.isChoice && !isCaseChosen(field) ? undefined : FILLED;
  if (reading.as === "list") return isListFilled(field, controls) ? FILLED : undefined;
  const text = textIn(
    controls.filter((control) => !control.matches(".tf-none > input")),
    reading,
  );
  const isNothing = text === reading.none || (reading.isHtml && isBlank(text));
  return text === "" || isNothing ? undefined : fitting(text, reading);
}

/** Returns true for HTML without any text. */
function isBlank(html: string): boolean {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return body.querySelector("hr") === null && body.textContent.trim() === "";
}

function isCaseChosen(union: HTMLElement): boolean {
  const [tag] = find(union, "[data-tf-tag]");
  return (
    tag !== undefined && find(tag, "select,:checked").some((each) => isControl(each) && each.value !== "")
  );
}

function isListFilled(field: HTMLElement, controls: readonly Control[]): boolean {
  const [list] = find(field, SEQUENCE);
  if (list) return itemsOf(list).length > 0;
  return controls.some((control) => !control.matches(".tf-include > input") && chosenIn(control) !== "");
}

/** Returns the text of a control, or an empty text for one that is not chosen. */
function chosenIn(control: Control): string {
  if (control.matches("[type=checkbox],[type=radio]"))
    return control.matches(":checked") ? control.value : "";
  return control.value.trim();
}

function textIn(
  controls: readonly Control[],
  { as, box, parts, century = "", offset = "" }: Reading,
): string {
  const [first = "", second = "", third = ""] = controls.map(chosenIn);
  if (box) return first === "" ? box[1] : box[0];
  switch (parts) {
    case "day": {
      const year = /^\d\d$/.test(first) ? century + first : first;
      const isIncomplete = [first, second, third].includes("") || /[-T]/.test(second + third);
      // A day that is a text keeps its digits.
      const digits = as === "moment" ? 2 : 1;
      return isIncomplete ? "" : [year, second.padStart(digits, "0"), third.padStart(digits, "0")].join("-");
    }
    case "moment":
      return first === "" || second === "" ? "" : `${first}T${second}${third || offset}`;
    case "twice":
      return first === second ? first : "";
    default: {
      const control = controls.find((each) => chosenIn(each) !== "");
      return control ? chosenIn(control) : "";
    }
  }
}

/** Returns the value of a text, if the type takes it. */
function fitting(text: string, reading: Reading, isPlain = false): Value | undefined {
  const { as, isWhole, isText } = reading;
  const numbers = reading.numbers ?? (as === "number" ? PLAIN : undefined);
  const read = isPlain || !numbers ? text : (notationOf(numbers).read(text) ?? text);
  const key = keyOf(read, reading);
  const fits = isText || (!Number.isNaN(key) && !(isWhole && !/^[+-]?\d+$/.test(read)));
  return fits ? { text: read, key } : undefined;
}

/** Returns the part of a text that is compared. */
export function keyOf(text: string, { as, offset }: Reading): string | number {
  if (as === "number") return Number(text);
  return as === "moment" ? momentOf(text, offset) : text;
}

/** Returns the part of a value that orders it: a number that is less than no other, if it has no order. */
export function orderOf({ text, key }: Value, { isDay }: Reading): string | number {
  return isDay && !/^\d{4}-\d\d-\d\d$/.test(text) ? NaN : key;
}

function momentOf(text: string, offset = "Z"): number {
  // JavaScript takes the 30th of February for a day in March.
  const [, day = ""] = /^(\d{4}-\d\d-\d\d)/.exec(text) ?? [];
  if (day !== "" && !isDay(day)) return NaN;
  if (/(?:Z|[+-]\d\d:?\d\d)$/i.test(text.slice(10))) return Date.parse(text);
  return Date.parse(text.includes("T") ? text + offset : offset === "Z" ? text : `${text}T00:00${offset}`);
}

function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
