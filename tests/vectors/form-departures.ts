import { type Departure, departures } from "./departures.ts";
import { EARLY, withEarlyMessages } from "./early-messages.ts";
import type { NeutralSchema, NeutralWidget } from "./recorded.ts";
import { canonical } from "./values.ts";

/** Returns every schema of a form. */
export function schemasOf(schema: NeutralSchema): readonly NeutralSchema[] {
  return [schema, ...(schema.children ?? []).flatMap(schemasOf)];
}

/** Returns true if a field of a form has a matching widget. */
export function hasWidget(schema: NeutralSchema, is: (widget: NeutralWidget) => boolean): boolean {
  return schemasOf(schema).some(({ widget }) => widget !== undefined && is(widget));
}

/** Returns true if a list's widget limits the number of items. */
const limitsItems = ({ minLen = 0, maxLen = Infinity }: NeutralWidget): boolean =>
  minLen > 0 || maxLen < Infinity;

const says = (errors: Readonly<Record<string, string>> | undefined, text: RegExp): boolean =>
  Object.values(errors ?? {}).some((message) => text.test(message));

/** Returns the paths of errors, in order. */
const pathsOf = (errors: Readonly<Record<string, string>> | undefined): string =>
  Object.keys(errors ?? {})
    .sort()
    .join();

/** Returns a message without its example of a number. */
export const withoutExample = (said: string): string =>
  said.replaceAll(/(is not a number)\. Write it like [\d.,]+/g, "$1");

const lines = (value: unknown): string => JSON.stringify(value).replaceAll("\\r\\n", "\\n");

/** All departures of submissions, in the order of docs/departures.md. Departures of schemas apply to forms too. */
export const submissionDepartures: readonly Departure[] = [
  {
    name: EARLY,
    applies: (recorded) => withEarlyMessages(recorded) !== undefined,
    holds: ({ errors }, recorded) =>
      canonical(JSON.parse(withoutExample(JSON.stringify(errors)))) ===
      canonical(withEarlyMessages(recorded)),
  },
  {
    name: "A date or a time may be posted as one text",
    applies: ({ schema, errors }) =>
      says(errors, /is not a mapping type/) &&
      schemasOf(schema).some(({ type }) => /^(date|time|datetime)$/.test(type)),
    holds: ({ errors: ours = {} }, { errors = {} }) =>
      Object.keys(ours).every((path) => path in errors && ours[path] !== "Required"),
  },
  {
    name: "Another shape is refused in the schema's words",
    applies: ({ errors }) => says(errors, /^(Pstruct is not|Invalid pstruct)/),
    holds: (actual, { errors }) => pathsOf(actual.errors) === pathsOf(errors),
  },
  {
    name: "Markers that can't be read are no data",
    applies: ({ errors }) => says(errors, /^Invalid peppercorn controls/),
    holds: ({ errors }) => says(errors, /^Control \d+ /),
  },
  {
    name: "Unknown fields reach the schema",
    applies: ({ schema }) => schemasOf(schema).some(({ opts }) => opts?.unknown === "raise"),
    holds: ({ errors }) => says(errors, /^Unrecognized keys in mapping/),
  },
  {
    name: "The limits of a list hold on the server",
    applies: ({ schema }) => hasWidget(schema, limitsItems),
    holds: ({ errors }) => says(errors, /(Longer than maximum|Shorter than minimum) length/),
  },
  {
    name: "A control takes only offered values",
    applies: ({ schema, errors }) =>
      errors === undefined && hasWidget(schema, ({ values = [] }) => values.length > 0),
    holds: ({ value, errors }) =>
      says(errors, /is not one of/) ||
      Object.values(Object(value)).every((each) => each instanceof Set && each.size === 0),
  },
  {
    name: "A text that may be empty is posted empty",
    applies: ({ schema }) => schemasOf(schema).some(({ opts }) => opts?.allowEmpty === true),
    holds: ({ value }) => Object.values(Object(value)).every((text) => text === ""),
  },
  {
    name: "Commas set thousands apart, or nothing",
    applies: ({ input, errors }) =>
      errors === undefined && /"[^"]*\d,\d{1,2}(?:\D[^"]*)?"/.test(JSON.stringify(input)),
    holds: ({ errors }) => says(errors, /,.*is not a number/),
  },
  {
    name: "The message for a wrong number shows how to write it",
    applies: ({ errors }) => says(errors, /is not a number/),
    holds: ({ errors }, recorded) =>
      canonical(JSON.parse(withoutExample(JSON.stringify(errors)))) === canonical(recorded.errors),
  },
  {
    name: "A row in several lines loses none",
    applies: ({ schema, input }) =>
      JSON.stringify(input).includes("\\r\\n") &&
      (schema.children ?? []).some(({ type, widget }) => type === "tuple" && widget === undefined),
    holds: ({ errors }) => says(errors, /incorrect number of elements/),
  },
  {
    name: "The end of a line is one character",
    applies: ({ input }) => JSON.stringify(input).includes("\\r\\n"),
    holds: ({ value }, { expect }) =>
      JSON.stringify(value) === lines(JSON.parse(JSON.stringify(expect), (_, each) => each?.$tuple ?? each)),
  },
  ...departures,
];
