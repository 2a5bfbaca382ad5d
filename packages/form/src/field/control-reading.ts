import type { NumberSigns } from "../languages/number-notation.ts";

/** The way in which the script of conditions reads a field's controls. Everything is optional: by default, it takes the text of one control. */
export interface ControlReading {
  /** The kind of value to compare, default a text. The script leaves fields alone that read an `unknown` one, until the next page. */
  readonly as?: "number" | "moment" | "list" | "group" | "unknown" | undefined;
  /** Signs of typed numbers. */
  readonly numbers?: NumberSigns | undefined;
  /** Texts of a ticked and an unticked box. */
  readonly box?: readonly [ticked: string, unticked: string] | undefined;
  /** The kind of a value with several controls: a day, a point in time, or a text typed twice. */
  readonly parts?: "day" | "moment" | "twice" | undefined;
  /** Digits before a year of two digits. */
  readonly century?: string | undefined;
  /** The posted text for nothing. */
  readonly none?: string | undefined;
  /** True for a text of HTML, which is nothing if it shows nothing. */
  readonly isHtml?: boolean | undefined;
}
