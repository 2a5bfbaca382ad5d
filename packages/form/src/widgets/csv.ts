import type { SchemaNode } from "@turnform/schema";
import Papa from "papaparse";
import type { Field } from "../field.ts";
import type { WidgetOptions } from "./widget.ts";

/** How values stand in a line. */
export interface CsvOptions extends WidgetOptions {
  /** Stands between values, default `,`. */
  readonly delimiter?: string;
  /** Stands around a value that holds a delimiter, a quotation mark (doubled there) or an end of line; default `"`. */
  readonly quotechar?: string;
}

/** Texts, row by row, or the number of the line that can't be read, from 1. */
export type CsvResult =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly line: number };

/**
 * Reads comma-separated values. An empty line is a row without values; an end of line after the last row is none.
 *
 * @param text Lines ended by `\n`
 */
export function parseCsv(text: string, { delimiter = ",", quotechar = '"' }: CsvOptions): CsvResult {
  const { data, errors } = Papa.parse<string[]>(text.replace(/\n$/, ""), {
    delimiter,
    quoteChar: quotechar,
    newline: "\n",
  });
  const wrong = errors.find(({ type }) => type === "Quotes");
  if (wrong) return { ok: false, line: text.slice(0, wrong.index).split("\n").length };
  return { ok: true, rows: data.map((row) => (row.length === 1 && row[0] === "" ? [] : row)) };
}

/** Writes a row as comma-separated values, without an end of line. */
export function formatCsv(row: unknown, { delimiter = ",", quotechar = '"' }: CsvOptions): string {
  if (!Array.isArray(row)) return "";
  // A stranger may post any shape in the place of a text.
  const texts = row.map((value: unknown) => (typeof value === "string" ? value : ""));
  return Papa.unparse([texts], { delimiter, quoteChar: quotechar });
}

/** Whether a schema is a row: a list of single texts. */
export function isRow({ kind, children }: SchemaNode): boolean {
  return (kind === "tuple" || kind === "array") && children.every((part) => part.children.length === 0);
}

/**
 * What a value of a row is called in messages.
 *
 * @param field Where the row, or the list that it is in, is shown
 */
export function columnName(
  field: Field,
  row: SchemaNode | undefined,
  position: string | number | undefined,
): string {
  const title = row?.kind === "tuple" ? row.child(position ?? "")?.meta.title : undefined;
  return title ?? field.say("column", { number: Number(position) + 1 });
}
