import { strip } from "@turnform/schema";
import { childId } from "../field/ids.ts";
import { isMapping, partOf } from "../field/cstruct.ts";
import type { FieldConstants, FieldPage, FieldView } from "../field/view.ts";
import type { WidgetField, WidgetPlace } from "../field/widget.ts";

/** One control of a field that has several. */
export interface PartView {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly value: string;
  readonly invalid: boolean;
  readonly required: boolean;
  readonly autofocus: boolean;
  readonly disabled: boolean;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly step?: number | undefined;
  /** Characters that it has room for. */
  readonly size?: number | undefined;
  readonly inputMode?: string | undefined;
  readonly autocomplete?: string | undefined;
}

/** A field of several controls, posted as a mapping. */
export interface PartsView extends FieldView, PartsConstants, PartsPage {}

/** The properties of {@link PartsView} that are the same on every page. */
export interface PartsConstants extends FieldConstants {
  /** Name of the marker around the controls. */
  readonly marker: string;
}

/** The properties of {@link PartsView} that differ from page to page. */
export interface PartsPage extends FieldPage {
  readonly parts: readonly PartView[];
}

/** What is particular about a part. */
type PartState = Pick<PartView, "label" | "type" | "value"> & Partial<PartView>;

/** The name of the marker around the controls of a field. */
export function markerOf({ node }: WidgetField): string {
  return `${node.name}:mapping`;
}

/**
 * Describes the controls of a field.
 *
 * @param parts Each by its name in the post
 */
export function partViews(
  { id: fieldId, field, error, focus }: WidgetPlace,
  parts: Readonly<Record<string, PartState>>,
): readonly PartView[] {
  const { required, disabled } = field.constants(false);
  const invalid = error !== undefined;
  return Object.entries(parts).map(([name, part]) => {
    const id = childId(fieldId, name);
    return { id, name, invalid, required, disabled, autofocus: focus === id, ...part };
  });
}

/**
 * Reads a field that is posted as a mapping of texts, or the same mapping kept as its cstruct, since it is no whole value.
 *
 * @param names Of the parts; a date picker that shows `date` in words posts what it means as `date_submit`
 * @param split Takes apart a text that is posted instead of the parts, as one of another case of a union is
 * @returns the texts, of one line each, trimmed, empty where they are missing; undefined where something else was posted
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
