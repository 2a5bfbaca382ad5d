import type { SchemaNode } from "@turnform/schema";
import Papa from "papaparse";
import type { WidgetField, WidgetOptions } from "../field/widget.ts";

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
 * Reads comma-separated values, each character once. An empty line is a row without values; an end of line after the last row
 * is none. Only white space may stand between a closing quotation mark and what ends its value.
 *
 * @param text Lines ended by `\n`
 */
export function parseCsv(text: string, { delimiter = ",", quotechar = '"' }: CsvOptions): CsvResult {
  const lines = text.endsWith("\n") ? text.slice(0, -1) : text;
  const nextDelimiter = finder(lines, delimiter);
  const nextLine = finder(lines, "\n");
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= lines.length; at++) {
    const start = at;
    if (lines.startsWith(quotechar, start)) {
      const close = closingQuote(lines, quotechar, start + 1);
      at = close === -1 ? start : afterSpaces(lines, delimiter, close + 1);
      // Without a closing one, the opening one stands where the value should end.
      if (at !== Math.min(nextDelimiter(at), nextLine(at)))
        return { ok: false, line: lines.slice(0, start).split("\n").length };
      row.push(lines.slice(start + 1, close).replaceAll(quotechar + quotechar, quotechar));
    } else {
      at = Math.min(nextDelimiter(start), nextLine(start));
      row.push(lines.slice(start, at));
    }
    if (at < lines.length && at === nextDelimiter(at)) at += delimiter.length - 1;
    else {
      rows.push(row.length === 1 && row[0] === "" ? [] : row);
      row = [];
    }
  }
  return { ok: true, rows };
}

/** Finds where a text comes next, or else the end. Asked for places in order, it goes over the whole once. */
function finder(whole: string, text: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const next = whole.indexOf(text, from);
      found = next === -1 ? whole.length : next;
    }
    return found;
  };
}

/** The place of the quotation mark that ends a value; -1 where none does. Doubled ones are part of it. */
function closingQuote(text: string, quote: string, from: number): number {
  let at = text.indexOf(quote, from);
  while (at !== -1 && text.startsWith(quote, at + 1)) at = text.indexOf(quote, at + 2);
  return at;
}

function afterSpaces(text: string, delimiter: string, from: number): number {
  let at = from;
  while (/[^\S\n]/.test(text.charAt(at)) && !text.startsWith(delimiter, at)) at++;
  return at;
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
  field: WidgetField,
  row: SchemaNode | undefined,
  position: string | number | undefined,
): string {
  const title = row?.kind === "tuple" ? row.child(position ?? "")?.meta.title : undefined;
  return title ?? field.say("column", { number: Number(position) + 1 });
}
