import { isMapping } from "../field/cstruct.ts";
import type { InputPage, InputView } from "../field/view.ts";
import type { WidgetMessageId } from "../languages/english-texts.ts";
import { type TextInputType, textTypeOf } from "./text-input.ts";
import { textLimits, typed } from "./text-view.ts";
import type { Widget, WidgetField, WidgetOptions, WidgetPlace } from "../field/widget.ts";

/** Options of {@link checkedInput}. */
export interface CheckedInputOptions extends WidgetOptions<CheckedInputView> {
  /** Label of the first control, default the field's title. */
  readonly subject?: string;
  /** Label of the second control, default `Confirm` and the first one's. */
  readonly confirmSubject?: string;
  /** Said where the two texts differ, default `Fields did not match`. */
  readonly mismatchMessage?: string;
  /** What a browser may fill in, such as `email`. */
  readonly autocomplete?: string;
  /** As of a text input, default what the schema's format asks for, or else `text`. */
  readonly type?: TextInputType;
}

/** Two controls for one text. */
interface CheckedInputView extends InputView, CheckedInputPage {}

/** The properties of {@link CheckedInputView} that differ from page to page. */
export interface CheckedInputPage extends InputPage {
  /** The second control. */
  readonly confirm: Pick<InputView, "id" | "name" | "label" | "number" | "value">;
}

/**
 * A text that is typed twice, since a slip would go unseen, as in an address that nobody can answer.
 *
 * It posts a mapping of both, `{ name, name-confirm }`.
 */
export function checkedInput(options: CheckedInputOptions = {}): Widget {
  const { autocomplete, mismatchMessage } = options;
  return {
    ...typedTwice("mismatch", mismatchMessage),
    options,
    constants: (field) => ({ ...textLimits(field), label: options.subject ?? field.title, autocomplete }),
    view: (place) => twice(place, options, options.type ?? textTypeOf(place.field.node)),
  };
}

/**
 * What widgets of a text that is typed twice share.
 *
 * @param message Said where the two differ
 * @param text In place of that message's text
 */
export function typedTwice(
  message: WidgetMessageId,
  text?: string,
): Pick<Widget, "template" | "deserialize" | "text"> {
  return {
    template: "checked-input",
    deserialize(field, pstruct, reading) {
      const texts = textsOf(field, pstruct);
      if (!texts) return pstruct;
      if (texts[0] === texts[1]) return texts[0];
      reading.fail(message, {}, text);
      // Both are shown again.
      return pstruct;
    },
    text: ({ field, value }) => textsOf(field, value)?.[0] ?? "",
  };
}

/** Describes the two controls. */
export function twice(
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

/** Both texts of what was posted; one alone is not confirmed. */
function textsOf({ node }: WidgetField, posted: unknown): readonly [string, string] | undefined {
  if (typeof posted === "string") return [posted, ""];
  if (!isMapping(posted)) return undefined;
  const [first = "", second = ""] = [posted[node.name], posted[`${node.name}-confirm`]];
  return typeof first === "string" && typeof second === "string" ? [first, second] : undefined;
}
