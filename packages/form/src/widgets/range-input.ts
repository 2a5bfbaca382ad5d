import { checkKind, NUMBERS } from "./check-kind.ts";
import { formatNumber } from "../languages/format-values.ts";
import type { InputPage, InputView } from "../field/view.ts";
import { chooseNone, type ChooseNonePage } from "./choose-none.ts";
import type { MomentView } from "./date-input.ts";
import { oneText } from "./one-text.ts";
import {
  formNotation,
  isWhole,
  numberConstants,
  numberDirection,
  numberOf,
  readNumber,
} from "./number-input.ts";
import { markerOf, readParts } from "./parts.ts";
import type { Widget, WidgetOptions, WidgetPlace } from "../field/widget.ts";

/** Options of {@link rangeInput}. */
export interface RangeInputOptions extends WidgetOptions<RangeInputView> {
  /** Step of the slider. Default: the schema's step, or 1 for whole numbers, or about a hundredth of the range. */
  readonly step?: number;
}

/** A number in HTML's notation. A slider shows its middle for any other text. */
const HTML_NUMBER = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A slider, or the input that replaces it. */
export interface RangeInputView extends InputView, RangeInputPage {}

/** Page properties of {@link RangeInputView}. */
export interface RangeInputPage extends InputPage, ChooseNonePage {
  /** The input for a number that a slider would change. */
  readonly typed?: MomentView | undefined;
}

/**
 * Creates a slider between the schema's limits, default 0 to 100. The script shows the number next to it.
 *
 * The browser's control always holds a number, at first the middle. An optional field therefore has a checkbox for "no value".
 * A number outside the limits is shown in a number input, because a slider would change it. That input uses the notation of
 * the form's language, and posts `{ number }`.
 */
export function rangeInput(options: RangeInputOptions = {}): Widget {
  return {
    ...oneText,
    check: (field) => checkKind(field, "rangeInput", NUMBERS),
    options,
    template: "range-input",
    encodes: true,
    ignoresReadonly: true,
    scriptTexts: [],
    resources: ["turnform-range.css", "turnform-range.js"],
    // The slider of an optional field holds a number even if "no value" is ticked.
    inTitles: ({ node }) => node.required,
    deserialize(field, pstruct, reading) {
      // A slider posts a number in HTML's notation. Other texts are read like typed numbers.
      const isPlain = typeof pstruct !== "string" || pstruct === "" || HTML_NUMBER.test(pstruct);
      const [typed] = isPlain ? (pstruct !== undefined && readParts(pstruct, ["number"])) || [] : [pstruct];
      return typed === undefined ? pstruct : readNumber(field, typed, formNotation(field), reading);
    },
    scriptReading: ({ language }) => ({ numbers: language.numbers }),
    text: ({ field, text }) => formatNumber(text, field.language),
    constants: () => ({ required: false }),
    view(place) {
      const { field } = place;
      const { constraints, kind } = field.node;
      const min = firstStep(numberOf(constraints.min) ?? 0, constraints.step);
      const max = Math.max(numberOf(constraints.max) ?? 100, min);
      const step = options.step ?? constraints.step ?? (isWhole(kind) ? 1 : hundredth(max - min));
      const none = chooseNone(place, "noValue");
      // The middle would hide the error of a missing number.
      const value = place.text === "" && (none || !place.error) ? middle(min, max, step) : place.text;
      const number = HTML_NUMBER.test(value) ? Number(value) : NaN;
      const isSlider = number >= min && number <= max;
      return {
        typed: isSlider ? undefined : typedNumber(place, value),
        type: isSlider ? "range" : "text",
        value,
        min,
        max,
        step: isMultiple(number - min, step) ? step : "any",
        none,
      };
    },
  };
}

/** Returns the input for a number that a slider can't show. */
function typedNumber(place: WidgetPlace, value: string): MomentView {
  const { field } = place;
  return {
    ...place.constants,
    ...numberConstants(field),
    ...place.fieldPage(),
    name: "number",
    required: field.isRequired,
    marker: markerOf(field),
    type: "text",
    direction: numberDirection(field),
    value: formNotation(field).write(value),
  };
}

/** Returns the smallest valid number, from which browsers count the steps. */
function firstStep(min: number, step: number | undefined): number {
  return step === undefined || isMultiple(min, step)
    ? min
    : Number((Math.ceil(min / step) * step).toPrecision(12));
}

/** Returns the largest power of ten up to a hundredth of a range. */
function hundredth(range: number): number {
  return range > 0 ? Number(`1e${Math.floor(Math.log10(range / 100))}`) : 1;
}

/** Returns the step in the middle. */
function middle(min: number, max: number, step: number): string {
  const steps = Math.round((max - min) / 2 / step);
  return String(Number((min + steps * step).toPrecision(12)));
}

/** Returns true if a number is a multiple of a step, within the precision of binary fractions. */
function isMultiple(number: number, step: number): boolean {
  const steps = number / step;
  return Math.abs(steps - Math.round(steps)) < 1e-9 * Math.max(1, Math.abs(steps));
}
