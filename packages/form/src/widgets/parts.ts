import { strip } from "@turnform/schema";
import { childId } from "../field/ids.ts";
import { isMapping, partOf } from "../field/cstruct.ts";
import type { FieldConstants, FieldPage, FieldView } from "../field/view.ts";
import type { WidgetField, WidgetPlace } from "../field/widget.ts";

/** A control of a field with several controls. */
export interface PartView {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly value: string;
  readonly invalid: boolean;
  readonly required: boolean;
  readonly requirable?: boolean | undefined;
  readonly idle?: boolean | undefined;
  readonly inOptional: boolean;
  readonly autofocus: boolean;
  readonly disabled: boolean;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly step?: number | undefined;
  /** Width in characters. */
  readonly size?: number | undefined;
  readonly inputMode?: string | undefined;
  readonly autocomplete?: string | undefined;
}

/** A field of several controls, posted as a mapping. */
export interface PartsView extends FieldView, PartsConstants, PartsPage {}

/** Constants of {@link PartsView}. */
export interface PartsConstants extends FieldConstants {
  /** Name of the marker around the controls. */
  readonly marker: string;
}

/** Page properties of {@link PartsView}. */
export interface PartsPage extends FieldPage {
  readonly parts: readonly PartView[];
}

type PartState = Pick<PartView, "label" | "type" | "value"> & Partial<PartView>;

/** Returns the name of the marker around the controls of a field. */
export function markerOf({ node }: WidgetField): string {
  return `${node.name}:mapping`;
}

/**
 * Returns the views of the controls of a field.
 *
 * @param parts By their names in the post
 */
export function partViews(
  { id: fieldId, constants, error, focus }: WidgetPlace,
  parts: Readonly<Record<string, PartState>>,
): readonly PartView[] {
  const { required, requirable, inOptional, disabled, idle } = constants;
  const invalid = error !== undefined;
  return Object.entries(parts).map(([name, part]) => {
    const id = childId(fieldId, name);
    return {
      id,
      name,
      invalid,
      required,
      requirable,
      idle,
      inOptional,
      disabled,
      autofocus: focus === id,
      ...part,
    };
  });
}

/**
 * Reads the texts of a field from a posted mapping, or from the same mapping kept as the cstruct of an incomplete value.
 *
 * @param names Names of the parts. A date picker that shows `date` in words posts its value as `date_submit`.
 * @param split Splits a single text posted instead of the parts, such as one from another case of a union
 * @returns the texts, in one line each, trimmed, and empty if missing; undefined if anything else was posted
 */
export function readParts(
  given: unknown,
  names: readonly string[],
  split?: (text: string) => readonly string[],
): readonly string[] | undefined {
  if (typeof given === "string") return split?.(given);
  if (!isMapping(given)) return undefined;
  const texts = names.map((name) => partOf(given, `${name}_submit`) ?? partOf(given, name) ?? "");
  return texts.every((text) => typeof text === "string")
    ? texts.map((text) => strip(text.replaceAll(/[\r\n]/g, " ")))
    : undefined;
}
