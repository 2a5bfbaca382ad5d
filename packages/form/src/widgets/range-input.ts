import { numberInWords } from "../in-words.ts";
import type { InputView } from "../view.ts";
import { chooseNone, type ChooseNoneView } from "./choose-none.ts";
import { oneText } from "./leaf.ts";
import { isHtmlNumber, numberOf } from "./number-input.ts";
import type { Widget, WidgetOptions } from "./widget.ts";

/** Options of {@link rangeInput}. */
export interface RangeInputOptions extends WidgetOptions<RangeInputView> {
  /** Distance of the numbers offered, default the schema's: 1 of whole numbers, else about a hundredth of the range. */
  readonly step?: number;
}

/** A number on a scale, or none. */
export interface RangeInputView extends InputView {
  /** Whether it is drawn as a slider. */
  readonly slider: boolean;
  readonly none?: ChooseNoneView | undefined;
}

/**
 * A number on a scale between the schema's limits, 0 to 100 where it has none; the page's script shows the number beside it.
 *
 * A browser's control always holds a number, at first the one in the middle: a field that may be empty has a box to tick
 * for none. A number beyond the limits is shown in a number field, since a slider would change it.
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
    text: ({ field, text }) => numberInWords(text, field.context.language.tag),
    view(place): RangeInputView {
      const { constraints, kind } = place.field.node;
      const min = numberOf(constraints.min) ?? 0;
      const max = Math.max(numberOf(constraints.max) ?? 100, min);
      const whole = kind === "integer" || kind === "bigint";
      const step = options.step ?? constraints.step ?? (whole ? 1 : hundredth(max - min));
      const value = place.text === "" ? middle(min, max, step) : place.text;
      const number = isHtmlNumber(value) ? Number(value) : NaN;
      const slider = number >= min && number <= max;
      return {
        ...place.fieldView(),
        required: false,
        slider,
        type: slider ? "range" : Number.isNaN(number) ? "text" : "number",
        value,
        min,
        max,
        step: isMultiple(number - min, step) ? step : "any",
        none: chooseNone(place, "noValue"),
      };
    },
  };
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
