import { earlyInSchemas } from "./early-messages.ts";
import type { NeutralSchema, NeutralValidator } from "./recorded.ts";

/** Properties of a case for a departure's rule. A rule must not use the case's name. */
export interface DepartureCase {
  readonly tags: readonly string[];
  readonly direction?: "serialize" | "deserialize";
  readonly schema: NeutralSchema;
  readonly input: unknown;
  readonly expect?: unknown;
  readonly errors?: Readonly<Record<string, string>>;
}

/** Returns the printed form of a recorded text or number. */
const printed = (input: unknown): string => (typeof input === "string" ? input : JSON.stringify(input));

/** Actual result: the value, or the messages by path. */
export interface Actual {
  readonly value?: unknown;
  readonly errors?: Readonly<Record<string, string>>;
}

/** A departure of docs/departures.md. */
export interface Departure {
  /** Its heading in docs/departures.md. */
  readonly name: string;
  /** Returns true for a case that the departure covers. */
  readonly applies: (recorded: DepartureCase) => boolean;
  /** Returns true if the result is as documented. */
  readonly holds: (actual: Actual, recorded: DepartureCase) => boolean;
}

const NUMBERS: ReadonlySet<string> = new Set(["integer", "float", "decimal", "money"]);

/** Returns every text in a recorded value, including the keys of objects that stand for other types. */
function texts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [name, ...texts(each)]);
}

/** Returns every validator of a schema, nested ones included. */
function validatorsOf({ validate = [], children = [] }: NeutralSchema): readonly NeutralValidator[] {
  const nested = (validator: NeutralValidator): readonly NeutralValidator[] => [
    validator,
    ...(validator.of ?? []).flatMap(nested),
  ];
  return [...[validate].flat().flatMap(nested), ...children.flatMap(validatorsOf)];
}

const isFailure = ({ errors }: Actual): boolean => errors !== undefined;
const messagesOf = ({ errors = {} }: Actual): readonly string[] =>
  Object.values(errors).flatMap((text) => text.split("; "));
const saysNotNumber = (actual: Actual): boolean =>
  messagesOf(actual).some((text) => text.endsWith("is not a number"));

/** All departures of the schema package, in the order of docs/departures.md. */
export const departures: readonly Departure[] = [
  earlyInSchemas,
  {
    name: "Digits are 0 to 9",
    applies: ({ tags, errors }) =>
      !errors && (tags.includes("digit-underscore") || tags.includes("unicode-digits")),
    holds: saysNotNumber,
  },
  {
    name: "Numbers are finite",
    applies: ({ input, expect, schema }) =>
      NUMBERS.has(schema.type) &&
      texts([input, expect]).some((text) => /^[+-]?(s?nan|inf(inity)?)$/i.test(text)),
    holds: (actual, { direction, input }) =>
      direction === "serialize" ? texts(input).some((text) => text === actual.value) : saysNotNumber(actual),
  },
  {
    name: "Zero decimals have no sign",
    applies: ({ schema, expect }) =>
      schema.type !== "float" && texts(expect).some((text) => /^-0[.0]*(E[+-]?\d+)?$/.test(text)),
    holds: ({ value }) => /^0[.0]*(E[+-]?\d+)?$/.test(String(value)),
  },
  {
    name: "Texts are texts, not bytes",
    applies: ({ schema }) => schema.opts?.encoding !== undefined,
    holds: ({ value }, { direction, input }) => direction === "serialize" && value === printed(input),
  },
  {
    name: "Truth is a boolean or one of its texts",
    applies: ({ schema, input, direction }) =>
      schema.type === "boolean" && (direction === "serialize" || typeof input !== "string"),
    holds: ({ value, errors }, { input }) =>
      typeof input === "object" ? errors?.[""] === "Required" : value === input || value === printed(input),
  },
  {
    name: "A year is no time",
    applies: ({ schema, input }) =>
      kindsOf(schema).includes("time") && texts(input).some((text) => /^\d{4}(-\d{1,2})?$/.test(text)),
    holds: (actual) => messagesOf(actual).includes("Invalid time"),
  },
  {
    name: "The members of an enum are their values",
    applies: ({ schema, direction }) => schema.type === "enum" && direction === "serialize",
    holds: ({ value }, { input }) => (input === null ? value === undefined : value === printed(input)),
  },
  {
    name: "A set is posted as a list",
    applies: ({ schema, input }) =>
      schema.type === "set" && typeof input === "object" && !Array.isArray(input),
    holds: (actual) => messagesOf(actual).includes("{…} is not iterable"),
  },
  {
    name: "No value is a sentinel",
    applies: ({ input }) => texts(input).includes("drop"),
    holds: ({ value, errors }) =>
      value !== undefined || Object.values(errors ?? {}).every((text) => text === "Required"),
  },
  {
    name: "Both bounds are checked",
    applies: ({ schema }) =>
      validatorsOf(schema).some(({ v, min, max }) => v === "range" && Number(min) > Number(max)),
    holds: (actual, { errors = {} }) => messagesOf(actual).length > messagesOf({ errors }).length,
  },
  {
    name: "`$` is the end",
    applies: ({ tags }) => tags.includes("trailing-newline"),
    holds: isFailure,
  },
  {
    name: "`\\w` is ASCII",
    applies: ({ schema, input }) =>
      validatorsOf(schema).some(({ pattern = "" }) => /\\[wdsb]/i.test(pattern)) &&
      texts(input).some((text) => /\P{ASCII}/u.test(text)),
    holds: (actual) => messagesOf(actual).includes("String does not match expected pattern"),
  },
  {
    name: "Every message has slots",
    applies: ({ schema }) => validatorsOf(schema).some(({ msg = "" }) => msg.includes("${val}")),
    holds: (actual, { input }) => messagesOf(actual).some((text) => text.includes(printed(input))),
  },
  {
    name: "Every message is kept",
    applies: ({ schema }) => validatorsOf(schema).filter(({ v }) => v === "failChildren").length > 1,
    holds: (actual, { errors = {} }) =>
      messagesOf({ errors }).every((text) => messagesOf(actual).includes(text)),
  },
  {
    name: "One check that passes is enough for any",
    applies: ({ schema }) => validatorsOf(schema).some(({ v }) => v === "any"),
    holds: (actual, { errors }) => isFailure(actual) !== (errors !== undefined),
  },
  {
    name: "A MIME type is known by its family, and Base64 by its characters",
    applies: ({ schema }) => validatorsOf(schema).some(({ v }) => v === "dataUrl"),
    holds: (actual) => messagesOf(actual).includes("Invalid Base64 encoded data"),
  },
  {
    name: "A file is a File",
    applies: ({ schema }) => kindsOf(schema).includes("file"),
    holds: ({ value, errors }, { expect }) => {
      const file: unknown = Object.values(Object(value ?? {}))[0];
      const wanted: unknown = Object.values(Object(expect ?? {}))[0];
      const filename = printed(Reflect.get(Object(wanted), "filename"));
      return errors === undefined && file instanceof File && file.name.endsWith(filename);
    },
  },
];

/** Returns the types of a schema and its children. */
export function kindsOf({ type, children = [] }: NeutralSchema): readonly string[] {
  return [type, ...children.flatMap(kindsOf)];
}
