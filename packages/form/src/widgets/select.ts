import type { SelectView } from "../view.ts";
import { titleFromName } from "@turnform/schema";
import { oneText } from "./leaf.ts";
import type { Widget } from "./widget.ts";

/** Options of {@link select}. */
export interface SelectOptions {
  /** Texts and labels offered, in order; default those that the schema allows. */
  readonly values?: readonly (readonly [text: string, label: string])[];
}

/** One of several values, in a list that opens. */
export function select(options: SelectOptions = {}): Widget {
  return {
    ...oneText,
    template: "select",
    view(place): SelectView {
      const { node } = place.field;
      const values = options.values ?? (node.choices ?? []).map(({ text }) => [text, labelOf(text)] as const);
      const listed = values.some(([text]) => text === place.text);
      // Nothing chosen yet, or nothing need be: an empty option stands for it.
      const blank = listed && node.required ? [] : [["", ""] as const];
      return {
        ...place.fieldView(),
        options: [...(values.some(([text]) => text === "") ? [] : blank), ...values].map(
          ([value, label]) => ({
            value,
            label,
            selected: value === place.text,
          }),
        ),
      };
    },
  };
}

/** A word of a program becomes one of a person; what is spelt with capitals or signs stays. */
function labelOf(text: string): string {
  return /^[\p{Ll}\p{N}_]+$/u.test(text) ? titleFromName(text) : text;
}
