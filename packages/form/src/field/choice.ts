/** One choice: the posted text with its label, or the text alone. Its label is then made as for the values of a schema. */
export type ChoiceValue = string | LabelledChoice;

/** The posted text of a choice, and its label. */
export type LabelledChoice = readonly [text: string, label: string];

/** Choices under a heading. */
export interface ChoiceGroup<Choice extends ChoiceValue = ChoiceValue> {
  readonly group: string;
  readonly options: readonly Choice[];
}

/** The choices of a widget, each with its label. */
export type LabelledChoices = readonly (LabelledChoice | ChoiceGroup<LabelledChoice>)[];

/** The choices of a widget, without groups. */
const flat = new WeakMap<LabelledChoices, readonly LabelledChoice[]>();

/** Returns choices without their groups. The result is the same array at each call. */
export function withoutGroups(choices: LabelledChoices): readonly LabelledChoice[] {
  const made =
    flat.get(choices) ?? choices.flatMap((choice) => ("group" in choice ? choice.options : [choice]));
  flat.set(choices, made);
  return made;
}

const digests = new WeakMap<LabelledChoices, string>();

/** Returns a short text that differs for different choices. */
export function digestOf(choices: LabelledChoices): string {
  const known = digests.get(choices);
  if (known !== undefined) return known;
  const digest = hashOf(choices);
  digests.set(choices, digest);
  return digest;
}

/** Returns a short text that differs for different texts, or lists and mappings of them. */
export function hashOf(texts: unknown): string {
  let hash = 0x811c9dc5;
  // FNV-1a: a change of any character changes the number.
  for (const char of JSON.stringify(texts)) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
