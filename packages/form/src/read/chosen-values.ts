import { invalidFrom, type Invalid, type Issue, type SchemaNode } from "@turnform/schema";
import type { FieldStates } from "@turnform/schema/conditions";
import { withoutGroups } from "../field/choice.ts";
import { isMapping } from "../field/cstruct.ts";
import type { Field } from "../field/field.ts";
import { isLeftOut } from "../field/left-out.ts";
import type { Offers } from "../field/offers.ts";
import type { Language } from "../languages/language.ts";
import type { Reading } from "./reading.ts";

/** A field with chosen texts that are not offered. */
interface GoneChoice {
  readonly path: Issue["path"];
  readonly texts: readonly string[];
  readonly offered: readonly string[];
}

/** The choices of one post that depend on other fields. */
export interface ChosenValues {
  readonly gone: readonly GoneChoice[];
  /** Number of characters of the offered choices, approximately as on the page. */
  readonly size: number;
}

/** Approximate number of characters of HTML for a choice, without its text and label. */
const CHOICE_SIZE = 60;

/** Checks the chosen values of a post whose choices depend on other fields. */
export class DependentChecks {
  readonly #root: Field;
  /** The types with such fields inside. */
  readonly #holding: ReadonlySet<unknown>;

  private constructor(root: Field, holding: ReadonlySet<unknown>) {
    this.#root = root;
    this.#holding = holding;
  }

  /**
   * Makes the checks of a form.
   *
   * @param fields All fields of the form
   * @returns undefined if no choices depend on other fields
   */
  static of(root: Field, fields: readonly Field[]): DependentChecks | undefined {
    if (!fields.some(({ choicesDepend }) => choicesDepend)) return undefined;
    return new DependentChecks(root, holdingTypes(fields));
  }

  /** Finds the chosen values that are not offered. Values whose choices are not known yet are left out. */
  find(cstruct: unknown, offers: Offers, states: FieldStates | undefined): ChosenValues {
    const gone: GoneChoice[] = [];
    let size = 0;
    const visit = (field: Field, value: unknown, path: Issue["path"], around: unknown): void => {
      if (field.isFixed) return;
      if (field.choicesDepend) {
        const choices = withoutGroups(offers.choices(field, around, states) ?? []);
        for (const [text, label] of choices) size += text.length + label.length + CHOICE_SIZE;
        const texts = offers.gone(field, around, states) ?? [];
        if (texts.length > 0) gone.push({ path, texts, offered: choices.map(([text]) => text) });
        return;
      }
      if (!this.#holding.has(field.node.type) || isLeftOut(field, value)) return;
      for (const [key, part, inner] of field.partsOf(value)) {
        const isHidden = isMapping(value) && states?.isHidden(value, String(key));
        if (!isHidden) visit(part, inner, [...path, key], value);
      }
    };
    visit(this.#root, cstruct, [], undefined);
    return { gone, size };
  }
}

/** Reports the values of a post that are not offered. */
export function refuseGone({ gone }: ChosenValues, reading: Reading): void {
  for (const { path, texts, offered } of gone)
    reading.suggest("notOffered", { val: texts, choices: offered.filter(Boolean) }, path);
}

/** Returns a message for each field with values that are not offered, for a page that is not checked otherwise. */
export function errorOfGone(
  { gone }: ChosenValues,
  node: SchemaNode,
  { messages }: Language,
): Invalid | undefined {
  if (gone.length === 0) return undefined;
  const issues = gone.map(({ path, texts }): Issue => ({
    code: "noLongerOffered",
    values: { val: texts },
    path,
    message: messages.noLongerOffered,
  }));
  return invalidFrom(issues, node);
}

/** Returns the types with a field inside whose choices depend on others. */
function holdingTypes(fields: readonly Field[]): ReadonlySet<unknown> {
  const around = new Map<unknown, Set<unknown>>();
  const holding = new Set<unknown>();
  for (const { node, children } of fields) {
    for (const child of children) {
      const { type } = child.node;
      around.set(type, (around.get(type) ?? new Set()).add(node.type));
      if (child.choicesDepend) holding.add(node.type);
    }
  }
  for (const type of holding) for (const outer of around.get(type) ?? []) holding.add(outer);
  return holding;
}
