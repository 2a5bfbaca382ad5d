import {
  type DeserializeResult,
  type Invalid,
  invalidFrom,
  type Pstruct,
  type PstructMapping,
  type Schema,
} from "@turnform/schema";
import type { z } from "zod";
import { partOf } from "../field/cstruct.ts";
import type { Field } from "../field/field.ts";
import type { Offers } from "../field/offers.ts";
import { OWN_CONTROLS } from "../field/reserved-names.ts";
import type { FormButtonView } from "../field/view.ts";
import type { Language } from "../languages/language.ts";
import { restoreFixedValues } from "../read/restore-fixed-values.ts";
import { mergeIssues } from "../read/merge-issues.ts";
import { type ChosenValues, type DependentChecks, errorOfGone, refuseGone } from "../read/chosen-values.ts";
import { countsIn } from "../read/hidden-fields.ts";
import { pstructOfData } from "../read/data-pstruct.ts";
import { DataReading } from "../read/data-reading.ts";
import { Reading } from "../read/reading.ts";
import { hideSecrets } from "../read/secrets.ts";

type Conditions = Schema<z.core.$ZodType>["conditions"];

/** A post, read by the widgets. */
export interface Posted {
  readonly typed: unknown;
  /** The typed value, with the current values of fields that can't be edited. */
  readonly cstruct: unknown;
  readonly reading: Reading;
  /** The choices that depend on other fields, if there are any. */
  readonly chosen?: ChosenValues | undefined;
  /** The pressed button, if any. */
  readonly pressed: { readonly button?: string };
}

/** Reads the posts of a form with its widgets. */
export class PostReader {
  readonly #root: Field;
  readonly #language: Language;
  readonly #hasSecrets: boolean;
  readonly #submits: readonly FormButtonView[];
  readonly #reserved: ReadonlySet<string>;
  readonly #conditions: Conditions;
  readonly #checks: DependentChecks | undefined;
  readonly #cstructOf: (appstruct: unknown) => unknown;

  /**
   * @param fields All fields of the form
   * @param buttons The buttons of the form
   */
  constructor(
    root: Field,
    fields: readonly Field[],
    buttons: readonly FormButtonView[],
    {
      language,
      conditions,
      checks,
      cstructOf,
    }: {
      readonly language: Language;
      readonly conditions: Conditions;
      readonly checks: DependentChecks | undefined;
      /** Returns the texts of data from the application. */
      readonly cstructOf: (appstruct: unknown) => unknown;
    },
  ) {
    this.#checks = checks;
    this.#cstructOf = cstructOf;
    this.#root = root;
    this.#language = language;
    this.#conditions = conditions;
    this.#hasSecrets = fields.some(({ widget }) => widget.secret === true);
    this.#submits = buttons.filter(({ type }) => type === "submit");
    this.#reserved = new Set([...OWN_CONTROLS, ...this.#submits.map(({ name }) => name)]);
  }

  /**
   * Reads a post.
   *
   * @param current The current data, for fields that can't be edited
   * @param offers The choices that depend on other fields, if there are any
   */
  read(pstruct: PstructMapping, current: unknown, offers?: Offers): Posted {
    const button = this.#submits.find(
      ({ name, value, disabled }) => !disabled && pstruct[name] === value,
    )?.name;
    const reading = new Reading(this.#language, this.#issueLimit);
    const read = this.#read(this.#withoutOwn(pstruct), reading, current, offers);
    return { ...read, pressed: button === undefined ? {} : { button } };
  }

  /** Reads data from JSON. Nobody presses a button for it. */
  readData(data: unknown, current: unknown, offers?: Offers): Posted {
    const reading = new DataReading(this.#language, this.#issueLimit);
    return { ...this.#read(pstructOfData(this.#root, data), reading, current, offers), pressed: {} };
  }

  #read(
    pstruct: Pstruct,
    reading: Reading,
    current: unknown,
    offers: Offers | undefined,
  ): Omit<Posted, "pressed"> {
    const typed = reading.read(this.#root, pstruct);
    const stored = (): unknown => this.#cstructOf(current);
    const cstruct = restoreFixedValues(this.#root, typed, stored);
    const chosen = offers && this.#choicesIn(cstruct, offers);
    if (chosen) refuseGone(chosen, reading);
    this.#nameEarlier(reading, stored);
    // A post without errors of widgets needs no states: the schema evaluates the conditions itself.
    if (this.#conditions && reading.issues.length + reading.suggestions.length > 0) {
      const states = this.#conditions.evaluate(cstruct);
      reading.mute((issue) => countsIn(issue, cstruct, states));
    }
    return { typed, cstruct, reading, chosen };
  }

  /** The limit of issues. Without one, those of hidden fields are dropped first. */
  get #issueLimit(): number | undefined {
    return this.#conditions && Infinity;
  }

  /** Returns the errors of a page that is not checked: of choices that are not offered. They stay until others are chosen. */
  errorOfGone(cstruct: unknown, offers: Offers | undefined): Invalid | undefined {
    const chosen = offers && this.#choicesIn(cstruct, offers);
    return chosen && errorOfGone(chosen, this.#root.node, this.#language);
  }

  /** Says of a stored choice that is not offered any more. Other texts were perhaps never offered. */
  #nameEarlier({ suggestions }: Reading, current: () => unknown): void {
    const code = "noLongerOffered";
    let stored: { readonly cstruct: unknown } | undefined;
    for (const [index, issue] of suggestions.entries()) {
      if (issue.code !== "notOffered") continue;
      stored ??= { cstruct: current() };
      const earlier = new Set([issue.path.reduce(partOf, stored.cstruct)].flat());
      const isEarlier = [issue.values["val"]].flat().every((text) => earlier.has(text));
      if (isEarlier) suggestions[index] = { ...issue, code, message: this.#language.messages[code] };
    }
  }

  #choicesIn(cstruct: unknown, offers: Offers): ChosenValues | undefined {
    return this.#checks?.find(cstruct, offers, this.#conditions?.evaluate(cstruct));
  }

  /** Returns the errors of widgets and schema as a tree. */
  errorOf(result: DeserializeResult<unknown>, { cstruct, reading }: Posted): Invalid {
    const { issues, suggestions, rewordings } = reading;
    const found = result.ok ? undefined : result.error;
    if (found && issues.length + suggestions.length + rewordings.size === 0 && !this.#hasSecrets)
      return found;
    const all = mergeIssues(found?.flatten() ?? [], reading);
    const shown = this.#hasSecrets ? hideSecrets(all, this.#root, cstruct) : all;
    return invalidFrom(shown, this.#root.node, reading.omitted + (found?.omitted ?? 0));
  }

  /** Returns the posted fields, without the form's own controls. */
  #withoutOwn(pstruct: PstructMapping): PstructMapping {
    const fields: Record<string, Pstruct> = Object.setPrototypeOf({}, null);
    for (const name of Object.keys(pstruct)) {
      const value = pstruct[name];
      if (value !== undefined && !this.#reserved.has(name)) fields[name] = value;
    }
    return fields;
  }
}
