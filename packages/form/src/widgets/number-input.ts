import type { Constraints, SchemaNode } from "@turnform/schema";
import { attributeViews } from "../field/attributes.ts";
import { numberInWords } from "../languages/in-words.ts";
import { notationOf, type NumberNotation } from "../languages/number-notation.ts";
import type { InputConstants, InputPage, InputView } from "../field/view.ts";
import { oneText } from "./one-text.ts";
import type { Findings, Widget, WidgetField, WidgetOptions } from "../field/widget.ts";

/** Options of {@link numberInput}. */
export interface NumberInputOptions extends WidgetOptions<InputView> {
  /** What a browser may fill in, such as `postal-code`. */
  readonly autocomplete?: string;
  /** How it is written where it can only be read, such as `{ useGrouping: false }` for a year; default with its thousands set apart. */
  readonly format?: Intl.NumberFormatOptions;
}

/**
 * A number, typed as the form's language writes it: `1,5` in German.
 *
 * It is a line of text for which a telephone shows digits. A browser's own number control goes by the browser's language,
 * and drops a comma that it does not expect: 15 of `1,5`.
 */
export function numberInput(options: NumberInputOptions = {}): Widget {
  return {
    ...oneText,
    options,
    template: "number-input",
    deserialize(field, pstruct, reading) {
      return typeof pstruct === "string" ? readNumber(field, pstruct, formNotation(field), reading) : pstruct;
    },
    text: ({ field, text }) => numberInWords(text, field.language, options.format),
    constants: (field) => ({ ...numberConstants(field), autocomplete: options.autocomplete }),
    view: ({ field, text }) => ({
      type: "text",
      direction: numberDirection(field),
      value: formNotation(field).write(text),
    }),
  };
}

/** How the form's language writes numbers. */
export function formNotation({ language }: WidgetField): NumberNotation {
  return notationOf(language.numbers);
}

/**
 * Reads a typed number for the schema. Any other text stays as it is, since the schema may know it. If it does not, the error
 * says how to write a number.
 */
export function readNumber(
  field: WidgetField,
  text: string,
  notation: NumberNotation,
  reading: Findings,
): string {
  const numeral = notation.read(text);
  if (numeral !== undefined) return numeral;
  // A line of text holds no line breaks, so the page could not show them again
  const val = text.replaceAll(/[\r\n]/g, " ").trim();
  const sample = field.node.kind === "money" ? notation.writeGrouped("1234.50") : "1234.5";
  const example = notation.write(isWhole(field.node.kind) ? "1234" : sample);
  if (val !== "") reading.reword("notNumberLike", { val, example });
  return val;
}

/** Returns the keyboard for a typed number, and its limits in words. */
export function numberConstants(field: WidgetField): Pick<InputConstants, "inputMode" | "attributes"> {
  const { node, options } = field;
  const limits = limitsInWords(field);
  return {
    inputMode: isWhole(node.kind) && (numberOf(node.constraints.min) ?? -1) >= 0 ? "numeric" : "decimal",
    attributes: attributeViews({ ...(limits && { title: limits }), ...options.attributes }),
  };
}

/** Returns the direction of a typed number: its sign stands before it in every language. */
export function numberDirection({ language }: WidgetField): InputPage["direction"] {
  return language.direction === "rtl" ? "ltr" : undefined;
}

/** The schema's limits in words; undefined where there are none. */
function limitsInWords(field: WidgetField): string | undefined {
  const { constraints } = field.node;
  const written = (bound: Constraints["min"]): string | undefined => {
    const number = numberOf(bound);
    return number === undefined ? undefined : numberInWords(String(number), field.language);
  };
  const [min, max] = [written(constraints.min), written(constraints.max)];
  if (min !== undefined && max !== undefined) return field.say("between", { min, max });
  if (min !== undefined) return field.say("orMore", { min });
  return max === undefined ? undefined : field.say("orLess", { max });
}

export function isWhole(kind: SchemaNode["kind"]): boolean {
  return kind === "integer" || kind === "bigint";
}

/** A limit, where it is a number. */
export function numberOf(bound: Constraints["min"]): number | undefined {
  return typeof bound === "number" ? bound : undefined;
}
