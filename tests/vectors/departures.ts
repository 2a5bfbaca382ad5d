import { z } from "zod";
import { early } from "./early-messages.ts";
import { filled } from "./filled.ts";
import { accepts, type Part } from "./parts.ts";
import type { NeutralSchema, NeutralValidator, Recorded } from "./recorded.ts";
import { withCheck } from "./schemas.ts";
import { canonical, isRecord, itemsOf, markOf, valueOf } from "./values.ts";

/**
 * A departure of docs/departures.md. It predicts the difference from the schema, the input and the original's answer, for
 * each part of a case.
 */
export interface Departure {
  /** Its heading in docs/departures.md. */
  readonly name: string;
  /** Returns true for a part that the departure covers. */
  readonly applies: (part: Part) => boolean;
  /** Returns true for the message with which Turnform refuses the value. Nothing else is said about it. */
  readonly refuses?: (message: string, part: Part) => boolean;
  /** Returns true if Turnform reads a value that the original refuses with these messages. */
  readonly takes?: (lacking: readonly string[], part: Part) => boolean;
  /** True if the original says nothing about the parts of the value that it refuses. */
  readonly hidesParts?: true;
  /** Returns true for a message that only Turnform has. */
  readonly adds?: (message: string, part: Part) => boolean;
  /** Returns true for a message that only the original has. */
  readonly drops?: (message: string, part: Part) => boolean;
  /** Returns true for Turnform's value. */
  readonly shows?: (value: unknown, part: Part) => boolean;
}

const NUMBERS: ReadonlySet<string> = new Set(["integer", "float", "decimal", "money"]);
const MOMENTS: ReadonlySet<string> = new Set(["date", "datetime", "time"]);
const LISTS: ReadonlySet<string> = new Set(["tuple", "sequence", "set", "list"]);

/** Returns the types of a schema and its children. */
export function kindsOf({ type, children = [] }: NeutralSchema): readonly string[] {
  return [type, ...children.flatMap(kindsOf)];
}

/** Returns every text in a recorded value, including the keys of objects that stand for other types. */
function texts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [name, ...texts(each)]);
}

/** Returns the printed form of a recorded text, number or moment, or undefined for another value. */
function textOf(input: Recorded): string | undefined {
  if (typeof input === "string") return input;
  if (typeof input === "number" || typeof input === "boolean") return String(input);
  const mark = markOf(input);
  if (mark === undefined || !/^\$(int|float|decimal|date|time|datetime)$/.test(mark)) return undefined;
  return String(Reflect.get(Object(input), mark));
}

/** Returns the validators of a part, those inside `all` and `any` included. */
function validatorsOf({ validate = [] }: NeutralSchema): readonly NeutralValidator[] {
  const nested = (validator: NeutralValidator): readonly NeutralValidator[] => [
    validator,
    ...(validator.of ?? []).flatMap(nested),
  ];
  return [validate].flat().flatMap(nested);
}

const hasValidator = ({ schema }: Part, is: (validator: NeutralValidator) => boolean): boolean =>
  validatorsOf(schema).some(is);

const isNumber = ({ schema }: Part): boolean =>
  NUMBERS.has(schema.type) || (schema.type === "enum" && schema.opts?.valueType === "integer");
const saysNotNumber = (message: string): boolean =>
  /is not a number(\. Write it like [\d.,]+)?$/.test(message);
const saysNotMoment = (message: string): boolean =>
  /^Invalid (date|time)$|is not a (date|time|datetime) object$/.test(message);
const saysWrongCount = (message: string): boolean => message.includes("incorrect number of elements");
const saysMissing = (message: string, { schema }: Part): boolean =>
  message === "Required" || schema.missingMsg !== undefined;
const isText = (value: unknown): boolean => typeof value === "string";

/** Returns true if nothing is given: no value, or the original's marker for it. */
const isAbsent = (input: Recorded): boolean => input === undefined || markOf(input) === "$";
/** Returns true for null, an empty list or an empty mapping. */
const isNothing = (input: Recorded): boolean =>
  input === null ||
  canonical(valueOf(input)) === "{}" ||
  itemsOf(input)?.length === 0 ||
  (isRecord(input) && Object.keys(input).length === 0);

/** Returns true if a whole number can't be held by JavaScript's numbers. */
const isUnsafe = (text: string): boolean =>
  /^\s*[+-]?\d+(e\+?\d+)?\s*$/.test(text) && !Number.isSafeInteger(Number(text));

/** Rounds the whole numbers in a message, as JavaScript does. */
function roundedIn(message: string): string {
  return message.replaceAll(/\d{16,}/g, (digits) => String(Number(digits)));
}

/** Returns Turnform's messages about a data URL. */
function ofDataUrl(url: string, { urlErr, mimeErr, base64Err }: NeutralValidator): readonly string[] {
  const comma = url.indexOf(",");
  const head = /^data:([^;\s]*)(;base64)?$/i.exec(url.slice(0, Math.max(comma, 0)));
  if (!head) return [urlErr ?? "Not a data URL"];
  const family =
    /^(application|audio|example|font|haptics|image|message|model|multipart|text|video)\/[a-z\d][\w!#$&^.+-]*$/i;
  const data = url.slice(comma + 1).replaceAll(/\s/g, "");
  const isBase64 = data.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(data);
  return [
    ...(head[1] !== "" && !family.test(head[1] ?? "") ? [mimeErr ?? "Invalid MIME type"] : []),
    ...(head[2] !== undefined && !isBase64 ? [base64Err ?? "Invalid Base64 encoded data"] : []),
  ];
}

/** All departures of the schema package, in the order of docs/departures.md. */
export const departures: readonly Departure[] = [
  early,
  {
    name: "Digits are 0 to 9",
    applies: ({ input }) => /\d_\d|(?!\d)\p{Nd}/u.test(textOf(input) ?? ""),
    refuses: (message) => saysNotNumber(message) || saysNotMoment(message),
    adds: (message, part) =>
      hasValidator(part, ({ v }) => v === "luhn") && message.endsWith("credit card number"),
  },
  {
    name: "Numbers are finite",
    applies: (part) =>
      (isNumber(part) || !isText(part.input)) &&
      /^\s*[+-]?(s?nan|inf(inity)?|\d+e\+?\d{3,})\s*$/i.test(textOf(part.input) ?? ""),
    refuses: (message, part) => saysNotNumber(message) || saysMissing(message, part),
    takes: (lacking, { direction, input }) =>
      (direction === "serialize" || !isText(input)) && lacking.every((each) => / is not a /.test(each)),
    shows: (value, { direction, input, schema }) =>
      direction === "serialize" || markOf(input) === "$decimal"
        ? String(value) === String(valueOf(input))
        : (value ?? null) === null || canonical(value) === canonical(valueOf(schema.missing, schema)),
  },
  {
    name: "Whole numbers are exact",
    applies: (part) => isNumber(part) && part.schema.type !== "money" && isUnsafe(textOf(part.input) ?? ""),
    refuses: (message) =>
      saysNotNumber(message) ||
      /(greater|less) than (maximum|minimum) value -?9007199254740991$/.test(message),
    shows: (value, { input }) => Number(value) === Number(textOf(input)),
  },
  {
    name: "Whole numbers are exact",
    applies: (part) => isNumber(part) && hasValidator(part, ({ v }) => v === "range"),
    adds: (message, { original }) => original.messages.some((each) => roundedIn(each) === roundedIn(message)),
    drops: (message, { ours }) => ours.messages.some((each) => roundedIn(each) === roundedIn(message)),
  },
  {
    name: "A number is read by its text",
    applies: (part) =>
      isNumber(part) && (typeof part.input === "boolean" || markOf(part.input) === "$decimal"),
    refuses: (message, { schema, input }) =>
      saysNotNumber(message) &&
      /^(integer|enum)$/.test(schema.type) &&
      !/^[+-]?\d+$/.test(textOf(input) ?? ""),
    takes: (lacking) => lacking.every(saysNotNumber),
    shows: (value, { input }) =>
      Number(value) === Number(input === true ? 1 : input === false ? 0 : textOf(input)),
  },
  {
    name: "Zero decimals have no sign",
    applies: ({ schema, original }) =>
      schema.type !== "float" && texts([original.value]).some((text) => /^-0[.0]*(E[+-]?\d+)?$/.test(text)),
    shows: (value) => /^0[.0]*(E[+-]?\d+)?$/.test(String(value)),
  },
  {
    name: "Zero decimals have no sign",
    applies: ({ input }) => /^\s*-0[.0]*\s*$/.test(textOf(input) ?? ""),
    adds: (message, { original }) => original.messages.some((each) => each.replace("-0", "0") === message),
    drops: (message, { ours }) => ours.messages.some((each) => message.replace("-0", "0") === each),
  },
  {
    name: "Texts are texts, not bytes",
    applies: ({ schema, input }) => markOf(input) === "$bytes" || schema.opts?.encoding !== undefined,
    hidesParts: true,
    refuses: () => true,
    takes: (lacking, { input }) => lacking.length > 0 || markOf(input) === "$bytes",
    shows: (value, { direction, input }) =>
      markOf(input) === "$bytes" || (direction === "serialize" && (isText(value) || value === undefined)),
  },
  {
    name: "Only single values have a text",
    applies: ({ schema, input, direction }) =>
      direction === "serialize" && schema.type === "string" && typeof valueOf(input) === "object",
    refuses: (message) => message.endsWith("is not a string"),
    shows: (value) => isText(value) || value === undefined,
  },
  {
    name: "Truth is a boolean or one of its texts",
    applies: ({ schema, input, direction }) =>
      schema.type === "boolean" && (direction === "serialize" || !isText(input)),
    refuses: (message, part) =>
      isNothing(part.input) ? saysMissing(message, part) : message.includes("is neither in"),
    takes: (lacking) => lacking.every((message) => message.includes("is neither in")),
    shows: (value, { direction }) =>
      value === undefined ||
      value === null ||
      (direction === "serialize" ? isText(value) : typeof value === "boolean"),
  },
  {
    name: "A year is no time",
    applies: ({ schema, input }) =>
      schema.type === "time" && /^\d{4}(-\d{1,2})?\n?$/.test(textOf(input) ?? ""),
    refuses: saysNotMoment,
  },
  {
    name: "A moment is a `Date`, a time is a text",
    applies: ({ schema, input, direction }) =>
      (MOMENTS.has(schema.type) && /^\$(date|time|datetime)$/.test(markOf(input) ?? "")) ||
      (MOMENTS.has(schema.type) && direction === "serialize" && isText(input)) ||
      (schema.type === "string" && markOf(input) === "$time"),
    refuses: saysNotMoment,
    takes: (lacking) =>
      lacking.every((message) => saysNotMoment(message) || message.includes("is not a string")),
    shows: (value, { direction }) => isText(value) || (direction === "deserialize" && value instanceof Date),
  },
  {
    name: "A year has four digits",
    applies: ({ schema, direction }) =>
      direction === "serialize" && MOMENTS.has(schema.type) && schema.opts?.format !== undefined,
    shows: (value, { original }) => String(value).replaceAll(/\b0+(?=\d{3})/g, "") === original.value,
  },
  {
    name: "The members of an enum are their values",
    applies: ({ schema, direction, input }) =>
      schema.type === "enum" &&
      (direction === "serialize" || Object.values(schema.opts?.members ?? {}).some((each) => each === input)),
    takes: () => true,
    refuses: (_, { direction }) => direction === "serialize",
    shows: (value, { direction, input }) =>
      direction === "serialize" ? isText(value) || value === undefined : value === input,
  },
  {
    name: "A tuple is a list of parts",
    applies: ({ schema }) => schema.type === "tuple",
    takes: (lacking, { schema: { children = [] }, input }) =>
      lacking.length > 0 &&
      lacking.every(saysWrongCount) &&
      children.slice(itemsOf(input)?.length).every(({ missing }) => missing !== undefined),
  },
  {
    name: "A tuple is a list of parts",
    applies: ({ schema, original }) => schema.type === "tuple" && original.messages.some(saysWrongCount),
    hidesParts: true,
    takes: (_, { ours }) => ours.messages.some(saysWrongCount),
  },
  {
    name: "A tuple is a list of parts",
    applies: ({ schema }) => /\$\{(name|title)\}/.test(schema.missingMsg ?? ""),
    adds: (message, { schema }) => filled(schema.missingMsg ?? "")?.test(message) ?? false,
    drops: (message, { schema }) => filled(schema.missingMsg ?? "")?.test(message) ?? false,
  },
  {
    name: "A decimal is an object",
    applies: (part) => !isNumber(part) && markOf(part.input) === "$decimal",
    refuses: (message) => /is not a (string|valid)/.test(message) || saysNotMoment(message),
    takes: (_, { schema }) => schema.type === "mapping",
  },
  {
    name: "Lists, tuples and sets are given as lists",
    applies: ({ schema, input }) =>
      LISTS.has(schema.type) && !isAbsent(input) && input !== null && !itemsOf(input),
    hidesParts: true,
    refuses: (message) => message.endsWith("is not iterable"),
    takes: (lacking, { input }) =>
      markOf(input) === "$set" ||
      (lacking.length > 0 && lacking.every((message) => message.endsWith("is not iterable"))),
  },
  {
    name: "Null is a missing value",
    applies: ({ input, schema }) => input === null || (isAbsent(input) && schema.default === null),
    hidesParts: true,
    refuses: (message, part) => saysMissing(message, part) || message.endsWith("is not iterable"),
    takes: (lacking, { ours }) => lacking.length > 0 || !accepts(ours),
    shows: (value, { schema, direction }) =>
      value === undefined ||
      value === null ||
      (direction === "serialize" && schema.type === "mapping") ||
      canonical(value) === canonical(valueOf(schema.missing, schema)) ||
      schema.default !== undefined,
  },
  {
    name: "A group that may be missing is shown as missing",
    applies: ({ schema, input, direction }) =>
      direction === "serialize" &&
      schema.type === "mapping" &&
      isAbsent(input) &&
      schema.missing !== undefined &&
      (valueOf(schema.missing) ?? null) === null,
    takes: () => true,
    hidesParts: true,
    shows: (value) => value === undefined || value === null || canonical(value) === "{}",
  },
  {
    name: "No value is a sentinel",
    applies: ({ input, schema, original }) =>
      texts([
        input,
        original.value,
        schema.default,
        ...(schema.children ?? []).map((child) => child.default),
      ]).includes("drop"),
    refuses: () => true,
    takes: () => true,
    hidesParts: true,
    shows: () => true,
  },
  {
    name: "Unknown keys are reported beside other errors",
    applies: ({ schema }) => schema.opts?.unknown === "raise",
    hidesParts: true,
    takes: (_, { original, ours }) =>
      [original, ours].every(({ messages }) => messages.some((text) => text.startsWith("Unrecognized keys"))),
  },
  {
    name: "Both bounds are checked",
    applies: (part) =>
      hasValidator(
        part,
        ({ v, min, max }) =>
          (v === "range" || v === "length") && min !== undefined && max !== undefined && order(min, max) > 0,
      ),
    adds: () => true,
  },
  {
    name: "`$` is the end",
    applies: (part) =>
      (textOf(part.input) ?? "").endsWith("\n") &&
      (MOMENTS.has(part.schema.type) ||
        hasValidator(
          part,
          ({ v, pattern = "$" }) => /^(regex|email|uuid|fileUri)$/.test(v) && pattern.includes("$"),
        )),
    refuses: (message, { schema }) => MOMENTS.has(schema.type) && saysNotMoment(message),
    adds: () => true,
  },
  {
    name: "`\\w` is ASCII",
    applies: (part) =>
      /\P{ASCII}/u.test(textOf(part.input) ?? "") &&
      hasValidator(part, ({ pattern = "", flags = "" }) => /\\[wdsb]/i.test(pattern) || flags.includes("i")),
    adds: () => true,
    drops: () => true,
  },
  {
    name: "Letters beyond U+FFFF are letters",
    applies: (part) =>
      /[\u{10000}-\u{10FFFF}]/u.test(textOf(part.input) ?? "") && hasValidator(part, ({ v }) => v === "url"),
    drops: (message) => message === "Must be a URL",
  },
  {
    name: "Every message has slots",
    applies: ({ original }) => original.messages.some((message) => filled(message)),
    adds: (message, { original }) => original.messages.some((each) => filled(each)?.test(message)),
    drops: (message, { ours }) =>
      ours.messages.some((each) => filled(message)?.test(each)) || /^\$\{(title|name)\}$/.test(message),
  },
  {
    name: "Every message is kept",
    applies: (part) => validatorsOf(part.schema).filter(({ v }) => v === "failChildren").length > 1,
    takes: () => true,
    hidesParts: true,
  },
  {
    name: "One check that passes is enough for any",
    applies: (part) => hasValidator(part, ({ v }) => v === "any"),
    adds: (_, part) => failsAny(part),
    drops: (_, part) => !failsAny(part),
  },
  {
    name: "A MIME type is known by its family, and Base64 by its characters",
    applies: (part) => hasValidator(part, ({ v }) => v === "dataUrl"),
    adds: (message, part) => dataUrls(part).some((each) => each === message || filled(each)?.test(message)),
    drops: (message, part) => !dataUrls(part).includes(message),
  },
  {
    name: "A file is a File",
    applies: ({ schema }) => schema.type === "file",
    takes: () => true,
    shows: (value) => value instanceof File,
  },
];

/** Returns true if all checks of an `any` fail. */
function failsAny({ schema, input }: Part): boolean {
  return validatorsOf(schema)
    .filter(({ v }) => v === "any")
    .some(({ of = [] }) => of.every((each) => !withCheck(z.any(), each).safeParse(valueOf(input)).success));
}

function dataUrls({ schema, input }: Part): readonly string[] {
  return validatorsOf(schema)
    .filter(({ v }) => v === "dataUrl")
    .flatMap((validator) => ofDataUrl(textOf(input) ?? "", validator));
}

/** Compares two recorded bounds. */
function order(a: Recorded, b: Recorded): number {
  const [left, right] = [textOf(a) ?? "", textOf(b) ?? ""];
  if (!Number.isNaN(Number(left)) && !Number.isNaN(Number(right))) return Number(left) - Number(right);
  return left < right ? -1 : Number(left > right);
}
