import type { CheckboxView } from "../field/view.ts";
import { checkKind, checkSingle } from "./check-kind.ts";
import { oneText } from "./one-text.ts";
import type { Makes, Widget, WidgetField, WidgetOptions, WidgetPlace } from "../field/widget.ts";

/** Options of {@link checkbox}. */
export interface CheckboxOptions extends WidgetOptions<CheckboxView> {
  /** The posted text of a ticked box, default the schema's text for true. Fields of other kinds than boolean need it. */
  readonly trueValue?: string;
  /** The value of an unticked box if the schema is not a boolean, default `false`. An unticked box posts nothing. */
  readonly falseValue?: string;
}

/**
 * Creates a checkbox for a boolean. Its value is never missing: any text but `trueValue` means no.
 *
 *     z.enum(["yes", "no"]).meta({ widget: checkbox({ trueValue: "yes", falseValue: "no" }) })
 */
export function checkbox(options: CheckboxOptions & { readonly trueValue: string }): Widget;
export function checkbox(options?: CheckboxOptions): Widget & Makes<true>;
export function checkbox(options: CheckboxOptions = {}): Widget {
  /** Returns the schema's texts for yes and no. */
  function textsOf({ node }: WidgetField): { yes: string; no: string } {
    if (node.kind !== "boolean")
      return { yes: options.trueValue ?? "true", no: options.falseValue ?? "false" };
    const [yes, no] = [node.serialize(true), node.serialize(false)];
    return { yes: typeof yes === "string" ? yes : "true", no: typeof no === "string" ? no : "false" };
  }

  const isChecked = ({ field, text }: WidgetPlace): boolean => text === textsOf(field).yes;

  return {
    ...oneText,
    options,
    template: "checkbox",
    encodes: true,
    ignoresReadonly: true,
    deserialize(field, pstruct, findings) {
      const { yes, no } = textsOf(field);
      if (pstruct !== undefined && typeof pstruct !== "string") return pstruct;
      if (pstruct === (options.trueValue ?? yes)) return yes;
      // The error counts only if the condition holds.
      if (field.isRequirable) findings.suggest("required", {});
      return no;
    },
    fromText(field, text) {
      const { yes, no } = textsOf(field);
      const word = text.toLowerCase();
      if ([yes, "true", "yes", "1", "x", field.say("yes").toLowerCase()].includes(word))
        return options.trueValue ?? yes;
      return ["", no, "false", "no", "0", field.say("no").toLowerCase()].includes(word) ? "" : undefined;
    },
    inTitles: () => false,
    isBox: true,
    scriptReading(field) {
      const { yes, no } = textsOf(field);
      return { box: [field.node.kind === "boolean" ? yes : (options.trueValue ?? yes), no] };
    },
    text: (place) => place.field.say(isChecked(place) ? "yes" : "no"),
    constants(field) {
      const { name, choices } = field.node;
      return {
        // A box must be ticked only if the schema refuses false.
        required: choices?.length === 1 && choices[0]?.value === true,
        marker: field.isItem ? `${name}:rename` : undefined,
      };
    },
    check: (field) => checkTicked(field, "checkbox", options),
    view(place) {
      const { yes } = textsOf(place.field);
      return { value: options.trueValue ?? yes, checked: place.text === yes };
    },
  };
}

/** Checks that a field is a boolean, or has a text for yes in the option `trueValue`. */
export function checkTicked(field: WidgetField, widget: string, { trueValue }: CheckboxOptions): void {
  if (trueValue === undefined) checkKind(field, widget, ["boolean"]);
  else checkSingle(field);
}
