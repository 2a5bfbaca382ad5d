import type { Choice, Pstruct } from "@turnform/schema";
import { leaveOut, leftOut } from "@turnform/schema/left-out";
import { type LabelledChoice, type LabelledChoices, withoutGroups } from "../field/choice.ts";
import type { FieldConstants, FieldPage, FieldView } from "../field/view.ts";
import type { Findings, Widget, WidgetField, WidgetPlace } from "../field/widget.ts";
import { labelOf } from "./labelled-choices.ts";

/** One choice on a page. */
export interface ChoiceView {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
  readonly autofocus: boolean;
}

/** A group of radio buttons or checkboxes. */
export interface ChoiceGroupView extends FieldView, ChoiceGroupConstants, ChoiceGroupPage {}

/** Constants of {@link ChoiceGroupView}. */
export interface ChoiceGroupConstants extends FieldConstants {
  /** True if the browser asks for a choice. Undefined for checkboxes: it can't ask for one of several. */
  readonly mustChoose?: boolean | undefined;
  /** True if the choices are in one line. */
  readonly inline: boolean;
}

/** Page properties of {@link ChoiceGroupView}. */
export interface ChoiceGroupPage extends FieldPage {
  readonly type: "radio" | "checkbox";
  /** Name of each control. The marker around them has the field's name. */
  readonly control: string;
  readonly choices: readonly ChoiceView[];
}

/**
 * Returns the choices of a field: the values given to its widget, or else the values allowed by its schema.
 *
 * @param values The widget's option, groups included
 */
export function choicesOf(field: WidgetField, values?: LabelledChoices): readonly LabelledChoice[] {
  const { node } = field;
  if (values) return withoutGroups(values);
  if (node.choices) return once(offers, node.choices, labelled);
  if (node.kind !== "boolean") return [];
  return [
    [String(node.serialize(true)), field.say("yes")],
    [String(node.serialize(false)), field.say("no")],
  ];
}

/** Returns the choices of a field on one page. They may depend on other fields. */
export function choicesAt(
  { field, offered }: WidgetPlace,
  values?: LabelledChoices,
): readonly LabelledChoice[] {
  return choicesOf(field, offered ?? values);
}

function labelled(choices: readonly Choice[]): readonly LabelledChoice[] {
  return choices.map(({ text, title }) => [text, title ?? labelOf(text)]);
}

/** Choices by the array they are made from: a list may hold thousands of fields with the same choices. */
const offers = new WeakMap<readonly object[], readonly LabelledChoice[]>();
/** Texts of choices, by the array of choices. */
const texts = new WeakMap<readonly object[], ReadonlySet<unknown>>();

/** Returns the cached result for an array, or makes and caches it. */
function once<A extends readonly object[], T>(
  made: WeakMap<readonly object[], T>,
  of: A,
  make: (of: A) => T,
): T {
  const value = made.get(of) ?? make(of);
  made.set(of, value);
  return value;
}

/**
 * Returns the choice with a text or, in upper or lower case, a label.
 *
 * @param values The widget's option
 * @returns undefined for any other text. Choices that depend on other fields are not known here, so their texts are returned unchanged
 */
export function choiceFrom(
  field: WidgetField,
  text: string,
  values: LabelledChoices | undefined,
): string | undefined {
  const choices = choicesOf(field, values);
  if (field.choicesDepend || choices.some(([value]) => value === text)) return text;
  const wanted = text.toLowerCase();
  return choices.find(([, label]) => label.toLowerCase() === wanted)?.[0];
}

/**
 * Reports posted texts that the widget does not offer. Choices that depend on other fields are checked later. Texts that the schema refuses are left to the schema's own message.
 *
 * @param posted The posted texts, without empty ones and the `nullValue`
 */
export function refuseOthers(
  { node, choicesDepend }: WidgetField,
  posted: readonly unknown[],
  choices: readonly LabelledChoice[],
  reading: Findings,
): void {
  if (choicesDepend) return;
  const offered = once(texts, choices, textsIn);
  const allowed = node.choices && once(texts, node.choices, (all) => new Set(all.map(({ text }) => text)));
  const others = posted.filter(
    (text) =>
      text !== undefined && !offered.has(text) && (typeof text !== "string" || (allowed?.has(text) ?? true)),
  );
  if (others.length > 0)
    reading.suggest("notOffered", { val: others, choices: [...offered].filter(Boolean) });
}

/** Returns the posted texts of a list without empty ones, which mean "nothing chosen". Other shapes are returned unchanged. */
export function textsPosted(pstruct: Pstruct | undefined): Pstruct | undefined {
  return Array.isArray(pstruct) ? pstruct.filter((text) => text !== "") : pstruct;
}

/**
 * Returns the chosen texts of an optional list, marked as left out if there are none. An empty list is no value then, unless the
 * page showed one that the schema allows.
 */
export function leftOutIfEmpty(
  { node }: WidgetField,
  posted: Pstruct | undefined,
  texts: Pstruct | undefined,
): Pstruct | undefined {
  const isEmpty = Array.isArray(texts) && texts.length === 0;
  if (!isEmpty || node.leftOutValues.length === 0) return texts;
  const out =
    leftOut(posted) ?? ((node.constraints.minLength ?? 0) > 0 && { nothing: node.leftOutValues[0] });
  return out ? leaveOut(texts, out.nothing) : texts;
}

/** Returns the chosen texts of a field. */
export function textsOf({ value }: WidgetPlace): ReadonlySet<unknown> {
  return new Set(Array.isArray(value) ? value : [value]);
}

/** Returns the labels of the chosen texts, separated by commas. A text that is not offered is its own label. */
export function labelsOf(place: WidgetPlace, choices: readonly LabelledChoice[]): string {
  const labels = new Map<unknown, string>(choices);
  return [...textsOf(place)]
    .map((text) => labels.get(text) ?? (typeof text === "string" ? text : ""))
    .filter(Boolean)
    .join(", ");
}

/** Shared part of widgets that show a whole list in one control or one group of controls. */
export const wholeList: Pick<Widget, "partName"> = {
  partName: ({ node }, [index]) => `${node.children[0]?.title ?? node.title} ${Number(index) + 1}`,
};

/** Returns true if at least one item of the list must be chosen. */
export function isListRequired({ node }: WidgetField): boolean {
  return (node.constraints.minLength ?? 0) > 0 && node.leftOutValues.length === 0;
}

/**
 * Returns the choices of a field, in groups, for a page.
 *
 * @throws TypeError if neither the schema nor the widget has choices. This is not checked earlier because binding a schema
 *   may add them.
 */
export function choicesShown(
  { field, offered }: WidgetPlace,
  values: LabelledChoices | undefined = offered,
): LabelledChoices {
  const { name, choices, kind } = field.node;
  if (!values && !choices && kind !== "boolean")
    throw new TypeError(
      `Field "${name}" offers nothing to choose: its schema has no closed set of values, so give its widget \`values\``,
    );
  return values ?? choicesOf(field);
}

/** Returns the views of a group of controls, each with an id; at most one has the focus. */
export function choiceViews(
  place: WidgetPlace,
  values: LabelledChoices | undefined,
  chosen: ReadonlySet<unknown> = textsOf(place),
): ChoiceView[] {
  const choices = [...choicesOf(place.field, choicesShown(place, values)), ...goneChoices(place, values)];
  return choices.map(([value, label], index) => {
    const id = `${place.id}-${index}`;
    return { id, value, label, chosen: chosen.has(value), autofocus: place.focus === id };
  });
}

/**
 * Returns the chosen texts that are not offered, with a mark in their labels. The page shows them, so that no saving loses them silently.
 *
 * @param nothing The text for "nothing chosen", which is no choice
 */
export function goneChoices(
  place: WidgetPlace,
  values: LabelledChoices | undefined,
  nothing = "",
): readonly LabelledChoice[] {
  const { field } = place;
  const offered = once(texts, choicesAt(place, values), textsIn);
  return [...textsOf(place)].flatMap((text): readonly LabelledChoice[] => {
    if (typeof text !== "string" || text === "" || text === nothing || offered.has(text)) return [];
    return [[text, field.say("goneChoice", { choice: labelOf(text) })]];
  });
}

function textsIn(choices: readonly LabelledChoice[]): ReadonlySet<unknown> {
  return new Set(choices.map(([text]) => text));
}

/** Returns true if a field holds several values. */
export function holdsList({ node }: WidgetField): boolean {
  return node.kind === "array" || node.kind === "set";
}

/**
 * Checks that the schema fits a widget for one choice, or for several.
 *
 * @throws TypeError if it does not fit, or if a choice contains a carriage return
 */
export function checkHolds(field: WidgetField, several: boolean, values?: LabelledChoices): void {
  const { name, kind, children, choices } = field.node;
  const fits = several
    ? holdsList(field)
    : children.length === 0 || (choices !== undefined && !holdsList(field));
  if (!fits)
    throw new TypeError(
      `Field "${name}" is of kind ${kind}, but its widget chooses ${several ? "several values" : "one value"}`,
    );
  const unreadable = choicesOf(field, values).find(([text]) => text.includes("\r"));
  if (unreadable)
    throw new TypeError(
      `Field "${name}" offers ${JSON.stringify(unreadable[0])}, which can't be posted: browsers send each line break as \\r\\n, and it is read as \\n. Use \\n`,
    );
}
