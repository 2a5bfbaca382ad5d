import type { FieldConstants, FieldPage, FieldView } from "../field/view.ts";
import {
  checkHolds,
  type ChoiceGroup,
  choicesOf,
  choicesShown,
  type ChoiceValue,
  holdsList,
  labelsOf,
  isListRequired,
  refuseOthers,
  textsOf,
  textsPosted,
  wholeList,
} from "./choices.ts";
import { oneText } from "./one-text.ts";
import type { Widget, WidgetField, WidgetOptions, WidgetPlace } from "../field/widget.ts";

/** Options of {@link select}. */
export interface SelectOptions extends WidgetOptions<SelectView> {
  /** Texts and labels offered, in order and in groups; default those that the schema allows. */
  readonly values?: readonly (ChoiceValue | ChoiceGroup)[];
  /** Whether several may be chosen, default whether the field is a list or a set. */
  readonly multiple?: boolean;
  /** Rows shown at once; default 1, in a list that opens, and for several choices what the browser makes it. */
  readonly size?: number;
  /** The text that stands for nothing chosen, default the empty one. */
  readonly nullValue?: string;
}

/** A list to choose from. */
export interface SelectView extends FieldView, SelectConstants, SelectPage {}

/** The properties of {@link SelectView} that are the same on every page. */
export interface SelectConstants extends FieldConstants {
  readonly multiple: boolean;
  readonly size?: number | undefined;
  /** True if the browser asks for a choice. */
  readonly mustChoose: boolean;
  /** Marker around a control that may post nothing, or several values. */
  readonly marker?: string | undefined;
}

/** The properties of {@link SelectView} that differ from page to page. */
export interface SelectPage extends FieldPage {
  readonly entries: readonly OptionGroupView[];
}

/** One choice. */
export interface OptionView {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

/** Choices, with a heading or without. */
export interface OptionGroupView {
  readonly group?: string;
  readonly options: readonly OptionView[];
}

/**
 * One of several values, in a list that opens; of a list or a set any number of them.
 *
 *     z.enum(["red", "green"]).meta({ widget: select() })
 *     z.string().meta({ widget: select({ values: [["", "– choose –"], { group: "Warm", options: [["r", "Red"]] }] }) })
 *     z.set(z.enum(["red", "green"])).meta({ widget: select({ size: 5 }) })
 *
 * What is not offered is refused. Where nothing need be chosen, or nothing is yet, there is an empty choice, labelled
 * by the `placeholder`.
 */
export function select(options: SelectOptions = {}): Widget {
  const { values, size, nullValue = "" } = options;
  const isMultiple = (field: WidgetField): boolean => options.multiple ?? holdsList(field);

  return {
    ...oneText,
    ...(options.multiple !== false && wholeList),
    options,
    template: "select",
    ignoresReadonly: true,
    deserialize(field, pstruct, reading) {
      const choices = choicesOf(field, values);
      if (isMultiple(field)) {
        const texts = textsPosted(pstruct);
        if (Array.isArray(texts)) refuseOthers(field, texts, choices, reading);
        return texts;
      }
      if (pstruct === nullValue || pstruct === "") return nullValue === "" ? pstruct : null;
      refuseOthers(field, [pstruct], choices, reading);
      return pstruct;
    },
    text: (place) => labelsOf(place, choicesOf(place.field, values)),
    constants(field) {
      const { name } = field.node;
      const multiple = isMultiple(field);
      const required = multiple ? isListRequired(field) : field.isRequired;
      const single = !multiple && (size ?? 1) > 1 && field.isItem;
      const marker = multiple ? `${name}:sequence` : single ? `${name}:rename` : undefined;
      return { required, mustChoose: required, multiple, size, marker };
    },
    view(place) {
      const listed = choicesShown(place, values);
      const entries = isMultiple(place.field)
        ? entriesOf(place, listed)
        : entriesOf(place, [...blank(place), ...listed], nullValue);
      return { entries };
    },
    check: (field) => checkHolds(field, isMultiple(field), values),
  };

  /** A choice for nothing, where nothing is chosen yet or nothing need be. Several rows need none to begin with. */
  function blank({ field, text }: WidgetPlace): ChoiceValue[] {
    const texts = choicesOf(field, values).map(([value]) => value);
    const needed = !field.node.required || ((size ?? 1) === 1 && !texts.includes(text));
    if (texts.includes(nullValue) || !needed) return [];
    return [[nullValue, options.placeholder ?? field.node.meta.placeholder ?? ""]];
  }
}

function entriesOf(
  place: WidgetPlace,
  values: readonly (ChoiceValue | ChoiceGroup)[],
  nullValue?: string,
): SelectView["entries"] {
  const chosen = textsOf(place);
  const isNothing = nullValue !== undefined && (chosen.has("") || chosen.has(undefined) || chosen.has(null));
  const option = ([value, label]: ChoiceValue): OptionView => ({
    value,
    label,
    selected: chosen.has(value) || (isNothing && value === nullValue),
  });
  return values.map((each) =>
    "group" in each ? { group: each.group, options: each.options.map(option) } : { options: [option(each)] },
  );
}
