import type { Constraints, SchemaNode } from "@turnform/schema";
import { checkKind, NUMBERS } from "./check-kind.ts";
import { attributeViews } from "../field/attributes.ts";
import { formatNumber } from "../languages/format-values.ts";
import { notationOf, type NumberNotation } from "../languages/number-notation.ts";
import type { InputConstants, InputPage, InputView } from "../field/view.ts";
import { oneText } from "./one-text.ts";
import type { Findings, Widget, WidgetField, WidgetOptions } from "../field/widget.ts";

/** Options of {@link numberInput}. */
export interface NumberInputOptions extends WidgetOptions<InputView> {
  /** HTML's `autocomplete`: the data a browser may fill in, such as `postal-code`. */
  readonly autocomplete?: string;
  /** Format of a readonly number, such as `{ useGrouping: false }` for a year. Default: with separators of thousands. */
  readonly format?: Intl.NumberFormatOptions;
}

/**
 * Creates an input for a number in the notation of the form's language, such as `1,5` in German.
 *
 * It is a text input for which telephones show digits. The browser's number control would use the browser's language, and
 * drop an unexpected comma: `1,5` becomes 15.
 */
export function numberInput(options: NumberInputOptions = {}): Widget {
  return {
    ...oneText,
    check: (field) => checkKind(field, "numberInput", NUMBERS),
    options,
    template: "number-input",
    encodes: true,
    deserialize(field, pstruct, reading) {
      return typeof pstruct === "string" ? readNumber(field, pstruct, formNotation(field), reading) : pstruct;
    },
    scriptReading: ({ language }) => ({ numbers: language.numbers }),
    text: ({ field, text }) => formatNumber(text, field.language, options.format),
    constants: (field) => ({ ...numberConstants(field), autocomplete: options.autocomplete }),
    view: ({ field, text }) => ({
      type: "text",
      direction: numberDirection(field),
      value: formNotation(field).write(text),
    }),
  };
}

/** Returns the notation of numbers in the form's language. */
export function formNotation({ language }: WidgetField): NumberNotation {
  return notationOf(language.numbers);
}

/**
 * Reads a typed number for the schema. Other texts are returned unchanged, because the schema may accept them. If it does
 * not, the error message shows how to write a number.
 */
export function readNumber(
  field: WidgetField,
  text: string,
  notation: NumberNotation,
  reading: Findings,
): string {
  const numeral = notation.read(text);
  if (numeral !== undefined) return numeral;
  // A text input holds no line breaks, so the page could not show them again
  const val = text.replaceAll(/[\r\n]/g, " ").trim();
  const sample = field.node.kind === "money" ? notation.writeGrouped("1234.50") : "1234.5";
  const example = notation.write(isWhole(field.node.kind) ? "1234" : sample);
  if (val !== "") reading.reword("notNumberLike", { val, example });
  return val;
}

/** Returns the keyboard for a typed number, and a title with its limits. */
export function numberConstants(field: WidgetField): Pick<InputConstants, "inputMode" | "attributes"> {
  const { node, options } = field;
  const limits = describeLimits(field);
  return {
    inputMode: isWhole(node.kind) && (numberOf(node.constraints.min) ?? -1) >= 0 ? "numeric" : "decimal",
    attributes: attributeViews({ ...(limits && { title: limits }), ...options.attributes }),
  };
}

/** Returns the direction of a typed number: the sign is on its left in every language. */
export function numberDirection({ language }: WidgetField): InputPage["direction"] {
  return language.direction === "rtl" ? "ltr" : undefined;
}

/** Returns the schema's limits in words, or undefined without limits. */
function describeLimits(field: WidgetField): string | undefined {
  const { constraints } = field.node;
  const written = (bound: Constraints["min"]): string | undefined => {
    const number = numberOf(bound);
    return number === undefined ? undefined : formatNumber(String(number), field.language);
  };
  const [min, max] = [written(constraints.min), written(constraints.max)];
  if (min !== undefined && max !== undefined) return field.say("between", { min, max });
  if (min !== undefined) return field.say("orMore", { min });
  return max === undefined ? undefined : field.say("orLess", { max });
}

export function isWhole(kind: SchemaNode["kind"]): boolean {
  return kind === "integer" || kind === "bigint";
}

export function numberOf(bound: Constraints["min"]): number | undefined {
  return typeof bound === "number" ? bound : undefined;
}
