/** The functions that compiled templates call. */
import { escapeHtml } from "./escape.ts";
import type { Output } from "./stages.ts";

let last: string | number = "";
let lastWritten = "";

/**
 * Writes a value as text.
 *
 * Partials write the id of one field a dozen times in a row.
 */
export function text(value: string | number | undefined): string {
  if (value === undefined) return "";
  if (value === last) return lastWritten;
  last = value;
  lastWritten = escapeHtml(value);
  return lastWritten;
}

/** Writes a text that is HTML already. */
export function html(value: string | undefined): string {
  return value ?? "";
}

/** Returns whether `{{#if}}` takes a value for true: an empty list is not. */
export function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** The same for `{{#if value includeZero=true}}`. */
export function isGiven(value: unknown): boolean {
  return value === 0 || isFilled(value);
}

/** Returns an object's own property. */
export function lookup<Value>(
  object: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return object && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Joins texts at once. V8 would keep the pieces of a sum, and walk through them again in every page. */
export function joined(...texts: readonly string[]): string {
  return texts.join("");
}

/** Writes each value of a list. */
export function each<Value>(list: Iterable<Value> | undefined, write: (value: Value) => string): string {
  let written = "";
  if (list) for (const value of list) written += write(value);
  return written;
}

/** The same for values with views inside. */
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

/** Writes a value that is there. */
export function given<Value>(value: Value | undefined, write: (value: Value) => string): string {
  return value === undefined ? "" : write(value);
}

/** The same for a value with views inside. */
export function givenParts<Value>(value: Value | undefined, write: (value: Value) => Output): Output {
  return value === undefined ? "" : write(value);
}
