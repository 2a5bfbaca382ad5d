import { Decimal, isDecimal } from "@turnform/schema";
import type { NeutralSchema, Recorded } from "./recorded.ts";

/** Returns true for the marker of a dropped value. */
export function isDrop(recorded: Recorded): boolean {
  return isMarked(recorded) && recorded["$"] === "drop";
}

function isMarked(recorded: Recorded): recorded is Readonly<Record<string, unknown>> {
  return typeof recorded === "object" && recorded !== null && !Array.isArray(recorded);
}

/** Returns the name of a recorded value that JSON lacks, such as `$date`. */
export function markOf(recorded: Recorded): string | undefined {
  if (!isMarked(recorded)) return undefined;
  const [name, ...others] = Object.keys(recorded);
  return others.length === 0 && name?.startsWith("$") ? name : undefined;
}

/** Returns true for a mapping, recorded or of JavaScript. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isMarked(value) || markOf(value) !== undefined) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

/** Returns the items of a list or tuple, recorded or of JavaScript. */
export function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return markOf(value) === "$tuple" ? itemsOf(Reflect.get(Object(value), "$tuple")) : undefined;
}

/** Converts sets to sorted lists, at any depth: a set is shown as a list. */
export function shownSets(value: unknown): unknown {
  if (value instanceof Set) return [...value].map(String).sort((a, b) => (a < b ? -1 : 1));
  if (Array.isArray(value)) return value.map(shownSets);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shownSets(each)]));
}

/**
 * Converts a recorded value to JavaScript.
 *
 * @param schema Schema of the value, for enum members and zones
 */
export function valueOf(recorded: Recorded, schema?: NeutralSchema): unknown {
  if (Array.isArray(recorded))
    return recorded.flatMap((each, i) => (isDrop(each) ? [] : [valueOf(each, childAt(schema, i))]));
  if (!isMarked(recorded)) return recorded;
  const [[kind, given] = ["", undefined]] = Object.entries(recorded);
  const text = String(given);
  switch (kind) {
    case "$":
      return undefined;
    case "$int":
      return BigInt(text);
    case "$float":
      return Number(text);
    case "$decimal":
      return /inf|nan/i.test(text) ? text : Decimal(text);
    case "$date":
      return new Date(text);
    case "$datetime":
      return new Date(/[+-]\d\d:\d\d(:\d\d)?$/.test(text) ? text : `${text}${zoneOf(schema)}`);
    case "$time":
      return text;
    case "$set":
      return new Set(Array.isArray(given) ? given.map((each) => valueOf(each)) : []);
    case "$tuple":
      return valueOf(given, schema);
    case "$enum":
      return schema?.opts?.members?.[text];
    case "$bytes":
      return Uint8Array.from(Buffer.from(text, "base64"));
    case "$map":
      return Object.fromEntries(
        Array.isArray(given) ? given.map(([key, value]: [string, unknown]) => [key, valueOf(value)]) : [],
      );
    default: {
      const entries = Object.entries(recorded).map(
        ([name, each]) => [name, valueOf(each, childNamed(schema, name))] as const,
      );
      const mapping: Record<string, unknown> = Object.create(null);
      for (const [name, each] of entries) mapping[name] = each;
      return mapping;
    }
  }
}

function zoneOf(schema: NeutralSchema | undefined): string {
  const tz = schema?.opts?.tz;
  return tz === undefined || tz === null || tz === "utc" ? "Z" : tz;
}

function childAt(schema: NeutralSchema | undefined, position: number): NeutralSchema | undefined {
  return schema?.type === "tuple" ? schema.children?.[position] : schema?.children?.[0];
}

function childNamed(schema: NeutralSchema | undefined, name: string): NeutralSchema | undefined {
  return schema?.children?.findLast((child) => (child.name ?? "") === name);
}

/**
 * Writes a value as a text that is equal for equal values. It ignores the order of sets and names, compares moments to the
 * millisecond and decimals by their digits, and treats undefined like null.
 */
export function canonical(value: unknown): string {
  if (value === undefined || value === null) return "null";
  if (Object.is(value, -0)) return "-0";
  if (isDecimal(value)) return `decimal ${String(value)}`;
  if (value instanceof Date) return `date ${value.getTime()}`;
  if (value instanceof Set) return `{${[...value].map(canonical).sort().join()}}`;
  if (value instanceof File) return `file ${value.name} ${value.size}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value === "number" && Number.isInteger(value)) return String(BigInt(value));
  if (typeof value === "bigint" || typeof value === "number") return String(value);
  if (typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  return `{${entries
    .map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`)
    .sort()
    .join()}}`;
}
