import type { SchemaNode } from "@turnform/schema";
import type { WidgetField, WidgetOptions } from "../field/widget.ts";

/** Options of widgets for comma-separated values. */
export interface CsvOptions extends WidgetOptions {
  /** Separator of values, default `,`. */
  readonly delimiter?: string;
  /** Quotation mark, default `"`. It encloses values with a delimiter, a line break or a quotation mark, which is doubled. */
  readonly quotechar?: string;
}

/** The texts row by row, or the number of the first unreadable line, from 1. */
export type CsvResult =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly line: number };

/**
 * Parses comma-separated values in linear time. An empty line is a row without values; a line break after the last row starts
 * no further row. Only white space may follow a closing quotation mark.
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
      // If there is no closing quotation mark, `at` is at the opening one, where no value can end.
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

/** Returns a function that finds the next position of a text, or the end. Calls in ascending order scan the source once. */
function finder(source: string, text: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const next = source.indexOf(text, from);
      found = next === -1 ? source.length : next;
    }
    return found;
  };
}

/** Returns the position of the closing quotation mark, or -1. Doubled quotation marks belong to the value. */
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

/** Values that other readers of CSV would not take as they are: quotation marks, line breaks, a byte order mark, outer spaces. */
const QUOTED = /["\r\n\uFEFF]|^ | $/;

/** Writes a row as comma-separated values, without a line break. */
export function formatCsv(row: unknown, { delimiter = ",", quotechar = '"' }: CsvOptions): string {
  if (!Array.isArray(row)) return "";
  const format = (value: unknown): string => {
    // A stranger may post any shape instead of a text.
    if (typeof value !== "string") return "";
    if (!QUOTED.test(value) && !value.includes(delimiter) && !value.includes(quotechar)) return value;
    return quotechar + value.replaceAll(quotechar, () => quotechar + quotechar) + quotechar;
  };
  return row.map(format).join(delimiter);
}

/** Returns true if a schema is a row: a list or tuple of single values. */
export function isRow({ kind, children }: SchemaNode): boolean {
  return (kind === "tuple" || kind === "array") && children.every((part) => part.children.length === 0);
}

/**
 * Returns the name of a value of a row, for messages.
 *
 * @param field The field with the widget; it holds the row, or a list of rows
 */
export function columnName(
  field: WidgetField,
  row: SchemaNode | undefined,
  position: string | number | undefined,
): string {
  const title = row?.kind === "tuple" ? row.child(position ?? "")?.meta.title : undefined;
  return title ?? field.say("column", { number: Number(position) + 1 });
}
