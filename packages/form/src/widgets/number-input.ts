import type { Constraints, SchemaNode } from "@turnform/schema";
import { numberInWords } from "../in-words.ts";
import type { Place } from "../place.ts";
import type { InputView } from "../view.ts";
import { oneText } from "./leaf.ts";
import { imprinted } from "./imprinted.ts";
import type { Widget, WidgetOptions } from "./widget.ts";

/** Options of {@link numberInput}. */
export interface NumberInputOptions extends WidgetOptions<InputView> {
  /** Distance of the numbers offered, default the schema's: 1 of whole numbers, else any. */
  readonly step?: number | "any";
  /** What a browser may fill in, such as `postal-code`. */
  readonly autocomplete?: string;
  /** How it is written where it can only be read, such as `{ useGrouping: false }` for a year; default with its thousands set apart. */
  readonly format?: Intl.NumberFormatOptions;
}

/** A number as HTML writes it; a browser empties a number field that holds anything else. */
const HTML_NUMBER = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A number, in a field that a telephone shows digits for. */
export function numberInput(options: NumberInputOptions = {}): Widget {
  /** What depends on the text. */
  function numbered({ text, field: { node } }: Place): Required<Pick<InputView, "type" | "step">> {
    const { constraints, kind } = node;
    const { step = constraints.step ?? (isWhole(kind) ? 1 : undefined) } = options;
    return {
      type: text === "" || isHtmlNumber(text) ? "number" : "text",
      step: alignedStep(step === "any" ? undefined : step, numberOf(constraints.min) ?? Number(text)),
    };
  }

  return {
    ...oneText,
    options,
    template: "number-input",
    text: ({ field, text }) => numberInWords(text, field.context.language.tag, options.format),
    constants({ node: { kind, constraints } }) {
      const min = numberOf(constraints.min);
      const inputMode = isWhole(kind) && (min ?? -1) >= 0 ? "numeric" : "decimal";
      return { min, max: numberOf(constraints.max), inputMode, autocomplete: options.autocomplete };
    },
    view: imprinted(
      (place) => place.layeredView<InputView>({ value: place.text, ...numbered(place) }),
      (place, { looks, texts }) => {
        const { type, step } = numbered(place);
        looks.push(type, String(step));
        texts.push(place.text);
        return true;
      },
    ),
  };
}

function isWhole(kind: SchemaNode["kind"]): boolean {
  return kind === "integer" || kind === "bigint";
}

/** Whether a text is a number that HTML's number control can hold. */
export function isHtmlNumber(text: string): boolean {
  return HTML_NUMBER.test(text);
}

/** A limit, where it is a number. */
export function numberOf(bound: Constraints["min"]): number | undefined {
  return typeof bound === "number" ? bound : undefined;
}

/** A browser counts steps from the minimum, or else from the value shown: only from a multiple does it mean multiples. */
function alignedStep(step: number | undefined, base: number): number | "any" {
  return step !== undefined && Number.isInteger(base / step) ? step : "any";
}
