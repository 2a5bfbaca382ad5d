import type { FieldConstants, FieldPage, FieldView } from "../field/view.ts";
import {
  checkHolds,
  choiceFrom,
  choicesAt,
  choicesOf,
  choicesShown,
  goneChoices,
  holdsList,
  labelsOf,
  leftOutIfEmpty,
  isListRequired,
  refuseOthers,
  textsOf,
  textsPosted,
  wholeList,
} from "./choices.ts";
import type { ChoiceGroup, ChoiceValue, LabelledChoice, LabelledChoices } from "../field/choice.ts";
import { type GivenValues, givenValues } from "./given-values.ts";
import { oneText } from "./one-text.ts";
import type { Widget, WidgetField, WidgetOptions, WidgetPlace } from "../field/widget.ts";

/** Options of {@link select}. */
export interface SelectOptions extends WidgetOptions<SelectView> {
  /**
   * Texts and labels to choose from, in order and in groups; default the values that the schema allows. `dependsOn()` makes them from
   * other fields.
   */
  readonly values?: GivenValues<ChoiceValue | ChoiceGroup>;
  /** Lets a person choose several values. Default: true for a list or a set. */
  readonly multiple?: boolean;
  /** Number of visible rows. Default: 1, a drop-down list; for `multiple` the browser's default. */
  readonly size?: number;
  /** The posted text for "nothing chosen", default an empty text. */
  readonly nullValue?: string;
}

/** A list to choose from. */
export interface SelectView extends FieldView, SelectConstants, SelectPage {}

/** Constants of {@link SelectView}. */
export interface SelectConstants extends FieldConstants {
  readonly multiple: boolean;
  readonly size?: number | undefined;
  /** True if the browser asks for a choice. */
  readonly mustChoose: boolean;
  /** Marker around a control that posts several values or possibly nothing. */
  readonly marker?: string | undefined;
}

/** Page properties of {@link SelectView}. */
export interface SelectPage extends FieldPage {
  readonly entries: readonly OptionGroupView[];
}

/** One choice. */
export interface OptionView {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

/** Choices, with or without a heading. */
export interface OptionGroupView {
  readonly group?: string;
  readonly options: readonly OptionView[];
}

/**
 * Creates a drop-down list to choose one value, or any number of values for a list or a set.
 *
 *     z.enum(["red", "green"]).meta({ widget: select() })
 *     z.string().meta({ widget: select({ values: [["", "– choose –"], { group: "Warm", options: [["r", "Red"]] }] }) })
 *     z.set(z.enum(["red", "green"])).meta({ widget: select({ size: 5 }) })
 *
 * Other posted values are refused. An empty choice, labelled by the `placeholder`, is added if the field is optional or
 * nothing is chosen yet.
 */
export function select(options: SelectOptions = {}): Widget {
  const { size, nullValue = "" } = options;
  const { values, trait } = givenValues("select", options.values, true);
  const isMultiple = (field: WidgetField): boolean => options.multiple ?? holdsList(field);

  return {
    ...oneText,
    ...(options.multiple !== false && wholeList),
    ...trait,
    options,
    template: "select",
    ignoresReadonly: true,
    deserialize(field, pstruct, reading) {
      const choices = choicesOf(field, values);
      if (isMultiple(field)) {
        const texts = textsPosted(pstruct);
        if (Array.isArray(texts)) refuseOthers(field, texts, choices, reading);
        return leftOutIfEmpty(field, pstruct, texts);
      }
      if (pstruct === nullValue || pstruct === "") return nullValue === "" ? pstruct : null;
      refuseOthers(field, [pstruct], choices, reading);
      return pstruct;
    },
    leftOutBy: (field) => (isMultiple(field) ? "nothing inside" : undefined),
    scriptReading: () => ({ none: nullValue || undefined }),
    fromText: (field, text) => choiceFrom(field, text, values),
    text: (place) => labelsOf(place, choicesAt(place, values)),
    constants(field) {
      const { name } = field.node;
      const multiple = isMultiple(field);
      const required = multiple ? isListRequired(field) : field.isRequired;
      const single = !multiple && (size ?? 1) > 1 && field.isItem;
      const marker = multiple ? `${name}:sequence` : single ? `${name}:rename` : undefined;
      return { required, mustChoose: required, multiple, size, marker };
    },
    view(place) {
      const listed = [...choicesShown(place, values), ...goneChoices(place, values, nullValue)];
      const entries = isMultiple(place.field)
        ? entriesOf(place, listed)
        : entriesOf(place, [...blank(place), ...listed], nullValue);
      return { entries };
    },
    check: (field) => checkHolds(field, isMultiple(field), values),
  };

  /** Returns the empty choice, if the field needs one. A required list of several rows starts without a choice. */
  function blank(place: WidgetPlace): LabelledChoice[] {
    const { field, text } = place;
    const texts = choicesAt(place, values).map(([value]) => value);
    const needed = !field.node.required || ((size ?? 1) === 1 && !texts.includes(text));
    if (texts.includes(nullValue) || !needed) return [];
    return [[nullValue, options.placeholder ?? field.node.meta.placeholder ?? ""]];
  }
}

function entriesOf(place: WidgetPlace, values: LabelledChoices, nullValue?: string): SelectView["entries"] {
  const chosen = textsOf(place);
  const isNothing = nullValue !== undefined && (chosen.has("") || chosen.has(undefined) || chosen.has(null));
  const option = ([value, label]: LabelledChoice): OptionView => ({
    value,
    label,
    selected: chosen.has(value) || (isNothing && value === nullValue),
  });
  return values.map((choice) =>
    "group" in choice
      ? { group: choice.group, options: choice.options.map(option) }
      : { options: [option(choice)] },
  );
}
