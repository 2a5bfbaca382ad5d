import { numberInWords } from "../languages/in-words.ts";
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
  /** Distance of the numbers offered, default the schema's: 1 of whole numbers, else about a hundredth of the range. */
  readonly step?: number;
}

/** A number as HTML writes it; a slider goes to its middle for anything else. */
const HTML_NUMBER = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A number on a scale, or none. */
export interface RangeInputView extends InputView, RangeInputPage {}

/** The properties of {@link RangeInputView} that differ from page to page. */
export interface RangeInputPage extends InputPage, ChooseNonePage {
  /** The control for a number that a slider would change. */
  readonly typed?: MomentView | undefined;
}

/**
 * A number on a scale between the schema's limits, 0 to 100 where it has none; the page's script shows the number beside it.
 *
 * A browser's control always holds a number, at first the one in the middle: a field that may be empty has a box to tick
 * for none. A number beyond the limits is shown in a number field, since a slider would change it. There it is typed as the
 * form's language writes it, and posted as `{ number }`.
 */
export function rangeInput(options: RangeInputOptions = {}): Widget {
  return {
    ...oneText,
    options,
    template: "range-input",
    ignoresReadonly: true,
    scriptTexts: [],
    resources: ["turnform-range.css", "turnform-range.js"],
    // One that may be none holds a value even then.
    inTitles: ({ node }) => node.required,
    deserialize(field, pstruct, reading) {
      // A slider posts a plain number; anything else is read as it would be if it were typed.
      const isPlain = typeof pstruct !== "string" || pstruct === "" || HTML_NUMBER.test(pstruct);
      const [typed] = isPlain ? (pstruct !== undefined && readParts(pstruct, ["number"])) || [] : [pstruct];
      return typed === undefined ? pstruct : readNumber(field, typed, formNotation(field), reading);
    },
    text: ({ field, text }) => numberInWords(text, field.language),
    constants: () => ({ required: false }),
    view(place) {
      const { field } = place;
      const { constraints, kind } = field.node;
      const min = firstStep(numberOf(constraints.min) ?? 0, constraints.step);
      const max = Math.max(numberOf(constraints.max) ?? 100, min);
      const step = options.step ?? constraints.step ?? (isWhole(kind) ? 1 : hundredth(max - min));
      const none = chooseNone(place, "noValue");
      // A missing number is an error that the one in the middle would hide.
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

/** A number that no slider can hold, as a control to type in. */
function typedNumber(place: WidgetPlace, value: string): MomentView {
  const { field } = place;
  return {
    ...field.constants(false),
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

/** The smallest number that the schema takes: a browser counts steps from there. */
function firstStep(min: number, step: number | undefined): number {
  return step === undefined || isMultiple(min, step)
    ? min
    : Number((Math.ceil(min / step) * step).toPrecision(12));
}

/** A power of ten that is about a hundredth of a range. */
function hundredth(range: number): number {
  return range > 0 ? Number(`1e${Math.floor(Math.log10(range / 100))}`) : 1;
}

/** The number in the middle, on a step. */
function middle(min: number, max: number, step: number): string {
  const steps = Math.round((max - min) / 2 / step);
  return String(Number((min + steps * step).toPrecision(12)));
}

/** Whether a number is a multiple, but for what binary fractions lose. */
function isMultiple(number: number, step: number): boolean {
  const steps = number / step;
  return Math.abs(steps - Math.round(steps)) < 1e-9 * Math.max(1, Math.abs(steps));
}
