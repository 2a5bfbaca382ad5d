/** The functions that compiled templates call. */
import { escapeHtml } from "./escape.ts";
import type { Output } from "./stages.ts";

let last: string | number = "";
let lastWritten = "";

/**
 * Escapes a value.
 *
 * Remembers the last one, because partials write the id of one field a dozen times in a row.
 */
export function text(value: string | number | undefined): string {
  if (value === undefined) return "";
  if (value === last) return lastWritten;
  last = value;
  lastWritten = escapeHtml(value);
  return lastWritten;
}

/** Returns a text that is HTML already. */
export function html(value: string | undefined): string {
  return value ?? "";
}

/** Returns true if `{{#if}}` takes a value for true. An empty list is false. */
export function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Returns true if `{{#if value includeZero=true}}` takes a value for true. */
export function isGiven(value: unknown): boolean {
  return value === 0 || isFilled(value);
}

export function lookup<Value>(
  object: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return object && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Joins texts at once. V8 would keep the pieces of a sum, and walk through them on every page. */
export function joined(...texts: readonly string[]): string {
  return texts.join("");
}

export function each<Value>(list: Iterable<Value> | undefined, write: (value: Value) => string): string {
  let written = "";
  if (list) for (const value of list) written += write(value);
  return written;
}

/** Writes each value of a list, with views inside. */
export function eachParts<Value>(
  list: readonly Value[] | undefined,
  write: (value: Value) => Output,
): readonly Output[] {
  return list?.map(write) ?? [];
}

/** Stages each value of a list that is the same on every page. */
export function staged<Value, Draw>(list: readonly Value[] | undefined, stage: (value: Value) => Draw): readonly Draw[] {
  return list?.map(stage) ?? [];
}

/** Writes a value unless it is undefined. */
export function given<Value>(value: Value | undefined, write: (value: Value) => string): string {
  return value === undefined ? "" : write(value);
}

/** Writes a value with views inside, unless it is undefined. */
export function givenParts<Value>(value: Value | undefined, write: (value: Value) => Output): Output {
  return value === undefined ? "" : write(value);
}
