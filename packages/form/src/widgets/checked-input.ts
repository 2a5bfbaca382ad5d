import { isMapping } from "../field/cstruct.ts";
import type { InputPage, InputView } from "../field/view.ts";
import type { WidgetMessageId } from "../languages/english-texts.ts";
import { oneText } from "./one-text.ts";
import { type TextInputType, textTypeOf } from "./text-input.ts";
import { textLimits, typed } from "./text-view.ts";
import type { Widget, WidgetField, WidgetOptions, WidgetPlace } from "../field/widget.ts";

/** Options of {@link checkedInput}. */
export interface CheckedInputOptions extends WidgetOptions<CheckedInputView> {
  /** Label of the first control, default the field's title. */
  readonly subject?: string;
  /** Label of the second control, default `Confirm` and the first label. */
  readonly confirmSubject?: string;
  /** Error message for different texts, default `Enter the same value twice`. */
  readonly mismatchMessage?: string;
  /** HTML's `autocomplete`: the data a browser may fill in, such as `email`. */
  readonly autocomplete?: string;
  /** HTML's `type`, default the type for the schema's format, or `text`. */
  readonly type?: TextInputType;
}

/** Two controls for one text. */
interface CheckedInputView extends InputView, CheckedInputPage {}

/** Page properties of {@link CheckedInputView}. */
export interface CheckedInputPage extends InputPage {
  /** The second control. */
  readonly confirm: Pick<InputView, "id" | "name" | "label" | "number" | "value">;
}

/**
 * Creates two inputs for one text, for values in which a typing error would stay unnoticed, such as an e-mail address.
 *
 * The browser posts a mapping of both texts, `{ name, name-confirm }`.
 */
export function checkedInput(options: CheckedInputOptions = {}): Widget {
  const { autocomplete, mismatchMessage } = options;
  return {
    ...typedTwice("mismatch", mismatchMessage),
    options,
    constants: (field) => ({ ...textLimits(field), label: options.subject ?? field.title, autocomplete }),
    view: (place) => pageOfTwoControls(place, options, options.type ?? textTypeOf(place.field.node)),
  };
}

/**
 * Returns the shared part of widgets for a text typed twice.
 *
 * @param message Error for different texts
 * @param text Replaces the text of the message
 */
export function typedTwice(
  message: WidgetMessageId,
  text?: string,
): Pick<Widget, "template" | "encodes" | "deserialize" | "scriptReading" | "text" | "check"> {
  return {
    check: oneText.check,
    template: "checked-input",
    encodes: true,
    deserialize(field, pstruct, reading) {
      const texts = textsOf(field, pstruct);
      if (!texts) return pstruct;
      if (texts[0] === texts[1]) return texts[0];
      reading.fail(message, {}, text);
      // The page shows both texts again.
      return pstruct;
    },
    scriptReading: () => ({ parts: "twice" }),
    text: ({ field, value }) => textsOf(field, value)?.[0] ?? "",
  };
}

/** Returns the page properties of the two controls. */
export function pageOfTwoControls(
  place: WidgetPlace,
  { subject, confirmSubject }: CheckedInputOptions,
  type: string,
): Pick<CheckedInputPage, "value" | "type" | "direction" | "confirm"> {
  const { id, number, field, text } = place;
  const label = subject ?? field.title;
  const [first, second] = isMapping(place.value) ? (textsOf(field, place.value) ?? ["", ""]) : [text, text];
  return {
    ...typed(field, type),
    value: first,
    confirm: {
      id: `${id}-confirm`,
      name: `${field.node.name}-confirm`,
      label: confirmSubject ?? field.say("confirm", { label }),
      number,
      value: second,
    },
  };
}

/** Returns both posted texts. A single text counts as unconfirmed. */
function textsOf({ node }: WidgetField, posted: unknown): readonly [string, string] | undefined {
  if (typeof posted === "string") return [posted, ""];
  if (!isMapping(posted)) return undefined;
  const [first = "", second = ""] = [posted[node.name], posted[`${node.name}-confirm`]];
  return typeof first === "string" && typeof second === "string" ? [first, second] : undefined;
}
