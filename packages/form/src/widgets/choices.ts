import { type Pstruct, titleFromName } from "@turnform/schema";
import type { FieldConstants, FieldPage, FieldView } from "../field/view.ts";
import type { Findings, Widget, WidgetField, WidgetPlace } from "../field/widget.ts";

/** What may be chosen: the text that is posted, and its label. */
export type ChoiceValue = readonly [text: string, label: string];

/** Choices under a heading of their own. */
export interface ChoiceGroup {
  readonly group: string;
  readonly options: readonly ChoiceValue[];
}

/** One choice, as it is drawn. */
export interface ChoiceView {
  /** Id of its control, where it has one. */
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
  readonly autofocus: boolean;
}

/** Several controls to choose by. */
export interface ChoiceGroupView extends FieldView, ChoiceGroupConstants, ChoiceGroupPage {}

/** The properties of {@link ChoiceGroupView} that are the same on every page. */
export interface ChoiceGroupConstants extends FieldConstants {
  /** True if the browser asks for a choice. */
  readonly mustChoose: boolean;
  /** True if they stand in a line. */
  readonly inline: boolean;
}

/** The properties of {@link ChoiceGroupView} that differ from page to page. */
export interface ChoiceGroupPage extends FieldPage {
  readonly type: "radio" | "checkbox";
  /** Name of each control; the field's own is that of the marker around them. */
  readonly control: string;
  readonly choices: readonly ChoiceView[];
}

/**
 * What a field offers: the values given to its widget, else those that its schema allows.
 *
 * @param values As a widget was given them, option groups included
 */
export function choicesOf(
  field: WidgetField,
  values?: readonly (ChoiceValue | ChoiceGroup)[],
): readonly ChoiceValue[] {
  const { node } = field;
  if (values)
    return once(offers, values, () => values.flatMap((each) => ("group" in each ? each.options : [each])));
  if (node.choices) return once(offers, node.choices, (all) => all.map(({ text }) => [text, labelOf(text)]));
  if (node.kind !== "boolean") return [];
  return [
    [String(node.serialize(true)), field.say("yes")],
    [String(node.serialize(false)), field.say("no")],
  ];
}

/** Choices by what they are made of: a list may hold thousands of fields that offer the same. */
const offers = new WeakMap<readonly object[], readonly ChoiceValue[]>();
/** The texts of choices. */
const texts = new WeakMap<readonly object[], ReadonlySet<unknown>>();

/** Returns what was made of an array, and makes it where nothing was yet. */
function once<A extends readonly object[], T>(
  made: WeakMap<readonly object[], T>,
  of: A,
  make: (of: A) => T,
): T {
  const value = made.get(of) ?? make(of);
  made.set(of, value);
  return value;
}

/** A word of a program becomes one of a person; what is spelt with capitals or signs stays. */
function labelOf(text: string): string {
  return /^[\p{Ll}\p{N}_]+$/u.test(text) ? titleFromName(text) : text;
}

/**
 * Refuses texts that were posted and not offered. Those that the schema does not allow are left to it: it has its own words.
 *
 * @param posted What was posted, without what stands for nothing
 */
export function refuseOthers(
  { node }: WidgetField,
  posted: readonly unknown[],
  choices: readonly ChoiceValue[],
  reading: Findings,
): void {
  const offered = once(texts, choices, (all) => new Set(all.map(([text]) => text)));
  const allowed = node.choices && once(texts, node.choices, (all) => new Set(all.map(({ text }) => text)));
  const others = posted.filter(
    (text) =>
      text !== undefined && !offered.has(text) && (typeof text !== "string" || (allowed?.has(text) ?? true)),
  );
  if (others.length > 0) reading.doubt("notOffered", { val: others, choices: [...offered].filter(Boolean) });
}

/** What was posted of a list: its texts without empty ones, which stand for nothing. Another shape is handed on. */
export function textsPosted(pstruct: Pstruct | undefined): Pstruct | undefined {
  return Array.isArray(pstruct) ? pstruct.filter((each) => each !== "") : pstruct;
}

/** The texts that a field holds. */
export function textsOf({ value }: WidgetPlace): ReadonlySet<unknown> {
  return new Set(Array.isArray(value) ? value : [value]);
}

/** The labels of what a field holds, by commas; what was not offered is shown as it is. */
export function labelsOf(place: WidgetPlace, choices: readonly ChoiceValue[]): string {
  const labels = new Map<unknown, string>(choices);
  return [...textsOf(place)]
    .map((text) => labels.get(text) ?? (typeof text === "string" ? text : ""))
    .filter(Boolean)
    .join(", ");
}

/** What widgets share that show a whole list in one control, or in one group of them. */
export const wholeList: Pick<Widget, "partName"> = {
  partName: ({ node }, [index]) => `${node.children[0]?.title ?? node.title} ${Number(index) + 1}`,
};

/** Returns whether something must be chosen in a list that is one field. */
export function isListRequired({ node }: WidgetField): boolean {
  return (node.constraints.minLength ?? 0) > 0;
}

/**
 * What a field offers, to be drawn.
 *
 * @throws TypeError where it has neither choices of its own nor values given to its widget; before a schema is bound, no one
 *   knows
 */
export function choicesShown(
  { field }: WidgetPlace,
  values: readonly (ChoiceValue | ChoiceGroup)[] | undefined,
): readonly (ChoiceValue | ChoiceGroup)[] {
  const { name, choices, kind } = field.node;
  if (!values && !choices && kind !== "boolean")
    throw new TypeError(
      `Field "${name}" offers nothing to choose: its schema allows no closed set of values, so give its widget \`values\``,
    );
  return values ?? choicesOf(field);
}

/** The choices of a group of controls, each with an id and at most one with the focus. */
export function choiceViews(
  place: WidgetPlace,
  values: readonly ChoiceValue[] | undefined,
  chosen: ReadonlySet<unknown> = textsOf(place),
): ChoiceView[] {
  return choicesOf(place.field, choicesShown(place, values)).map(([value, label], index) => {
    const id = `${place.id}-${index}`;
    return { id, value, label, chosen: chosen.has(value), autofocus: place.focus === id };
  });
}

/** Whether a field holds several values. */
export function holdsList({ node }: WidgetField): boolean {
  return node.kind === "array" || node.kind === "set";
}

/**
 * Sees to it that what is chosen can be held.
 *
 * @throws TypeError where several values are chosen for a single one, or one for a list
 */
export function checkHolds(
  field: WidgetField,
  several: boolean,
  values?: readonly (ChoiceValue | ChoiceGroup)[],
): void {
  const { name, kind, children, choices } = field.node;
  const fits = several
    ? holdsList(field)
    : children.length === 0 || (choices !== undefined && !holdsList(field));
  if (!fits)
    throw new TypeError(
      `Field "${name}" is a ${kind}, but its widget chooses ${several ? "several values" : "one value"}`,
    );
  const unreadable = choicesOf(field, values).find(([text]) => text.includes("\r"));
  if (unreadable)
    throw new TypeError(
      `Field "${name}" offers ${JSON.stringify(unreadable[0])}, which no post can hold: every end of a line is read as \\n`,
    );
}
