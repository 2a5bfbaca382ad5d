import { type Departure, departures } from "./departures.ts";
import { accepts, type Part } from "./parts.ts";
import type { NeutralSchema, NeutralWidget } from "./recorded.ts";
import { canonical, isRecord, itemsOf, valueOf } from "./values.ts";

/** Returns every schema of a form. */
export function schemasOf(schema: NeutralSchema): readonly NeutralSchema[] {
  return [schema, ...(schema.children ?? []).flatMap(schemasOf)];
}

/** Returns true if a field of a form has a matching widget. */
export function hasWidget(schema: NeutralSchema, is: (widget: NeutralWidget) => boolean): boolean {
  return schemasOf(schema).some(({ widget }) => widget !== undefined && is(widget));
}

/** Returns true if a posted mapping has a text in a control that a widget may have. */
function hasOwnText(posted: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(posted).some(
    ([name, text]) => name !== "x" && typeof text === "string" && text.trim() !== "",
  );
}

/** Returns a message without its example of a number. */
export const withoutExample = (said: string): string =>
  said.replaceAll(/(is not a number)\. Write it like [\d.,]+/g, "$1");

const oneLineEnd = (text: string): string => text.replaceAll("\r\n", "\n");
const hasLines = ({ input }: Part): boolean => typeof input === "string" && input.includes("\r\n");
const saysShape = (message: string): boolean => /^(Pstruct is not|Invalid pstruct)/.test(message);
const CONTAINERS: ReadonlySet<string> = new Set(["mapping", "sequence"]);
const NUMBERS: ReadonlySet<string> = new Set(["integer", "float", "decimal", "money"]);
/** Returns true for a number with groups of three digits. */
const isGrouped = (input: unknown): boolean =>
  /^\s*[+-]?\d{1,3}([,\s]\d{3})+(\.\d*)?\s*$/.test(String(input));
const MOMENTS: ReadonlySet<string> = new Set(["date", "time", "datetime"]);

/** Returns the texts that a widget offers. */
function offered({ schema }: Part): readonly string[] {
  const { values = [] } = schema.widget ?? {};
  return values.flatMap((each): readonly string[] =>
    typeof each === "string"
      ? []
      : ("options" in each ? each.options : [each]).map(([value]) => String(value)),
  );
}

/** Returns the posted texts that a widget does not offer. */
function foreign(part: Part): readonly unknown[] {
  const posted = itemsOf(part.input) ?? [part.input];
  return posted.filter((each) => each !== "" && !(typeof each === "string" && offered(part).includes(each)));
}

/** Returns the posted items of a choice without empty texts. A set has each once. */
function withoutBlanks({ input, schema }: Part): readonly unknown[] {
  const posted = (itemsOf(input) ?? [input]).filter((each) => each !== "");
  return schema.type === "set" ? [...new Set(posted)].map(String).toSorted() : posted;
}

/** Returns the items of a list, or of a set in order, as texts. */
function chosen(value: unknown): readonly string[] | undefined {
  if (value instanceof Set) return [...value].map(String).toSorted();
  return Array.isArray(value) ? value.map(String) : undefined;
}

/** All departures of submissions, in the order of docs/departures.md. Departures of schemas apply to forms too. */
export const submissionDepartures: readonly Departure[] = [
  {
    name: "An optional group or list may be left out",
    applies: ({ schema, input }) =>
      CONTAINERS.has(schema.type) &&
      input === undefined &&
      schema.missing !== undefined &&
      (valueOf(schema.missing) ?? null) === null,
    hidesParts: true,
    takes: () => true,
    shows: (value) => value === undefined || value === null,
  },
  {
    name: "A date or a time may be posted as one text",
    applies: ({ schema, input }) => MOMENTS.has(schema.type) && typeof input === "string",
    takes: (lacking) => lacking.length > 0 && lacking.every(saysShape),
  },
  {
    name: "Another shape is refused in the schema's words",
    applies: ({ original }) => original.messages.some(saysShape),
    takes: (_, { ours, input }) => !accepts(ours) || input === "" || (isRecord(input) && !hasOwnText(input)),
  },
  {
    name: "Markers that can't be read are no data",
    applies: ({ original }) =>
      original.messages.some((text) => text.startsWith("Invalid peppercorn controls")),
    refuses: () => true,
  },
  {
    name: "Unknown fields reach the schema",
    applies: ({ schema }) => schema.opts?.unknown !== undefined,
    adds: (message, { schema }) =>
      schema.opts?.unknown === "raise" && message.startsWith("Unrecognized keys in mapping"),
    shows: (value, { schema }) => schema.opts?.unknown === "preserve" && isRecord(value),
  },
  {
    name: "The limits of a list hold on the server",
    applies: ({ schema: { widget: { minLen = 0, maxLen = Infinity } = {} } }) =>
      minLen > 0 || maxLen < Infinity,
    refuses: (message) => message.startsWith("Longer than maximum length"),
    adds: (message) => message.startsWith("Shorter than minimum length"),
  },
  {
    name: "A control takes only offered values",
    applies: (part) => offered(part).length > 0 && foreign(part).length > 0,
    refuses: (message) => /is not one of|is not a valid|^Choose one of the options$/.test(message),
  },
  {
    name: "Empty texts in a list of choices are left out",
    applies: (part) => offered(part).length > 0 && (itemsOf(part.input) ?? [part.input]).includes(""),
    takes: (lacking) => lacking.length > 0,
    adds: () => true,
    shows: (value, part) => canonical(chosen(value)) === canonical(withoutBlanks(part)),
  },
  {
    name: "A text that may be empty is posted empty",
    applies: ({ schema, input }) =>
      schema.opts?.allowEmpty === true && typeof input === "string" && input.trim() === "",
    takes: (lacking) => lacking.every((message) => message === "Required"),
    adds: () => true,
    shows: (value) => value === "",
  },
  {
    name: "Commas set thousands apart, or nothing",
    applies: ({ schema, input }) =>
      NUMBERS.has(schema.type) && typeof input === "string" && /\d[,\s]\d/.test(input),
    refuses: (message, { input }) => !isGrouped(input) && /,.*is not a number/.test(message),
    takes: (lacking, { input }) =>
      isGrouped(input) && lacking.every((message) => message.endsWith("is not a number")),
  },
  {
    name: "The errors of a row belong to its values",
    applies: ({ schema, original }) =>
      /^(sequence|tuple)$/.test(schema.type) &&
      original.messages.some((text) => /^(line \d+: )?\{'/.test(text)),
    takes: (_, { ours }) => !accepts(ours),
  },
  {
    name: "The message for a wrong number shows how to write it",
    applies: ({ original }) => original.messages.some((text) => text.endsWith("is not a number")),
    adds: (message, { original }) => original.messages.includes(withoutExample(message)),
    drops: (message, { ours }) => ours.messages.some((each) => withoutExample(each) === message),
  },
  {
    name: "A row in several lines loses none",
    applies: (part) => part.schema.type === "tuple" && hasLines(part),
    refuses: (message) => message.includes("incorrect number of elements"),
  },
  {
    name: "Rich text is cleaned",
    applies: ({ schema, input }) => schema.widget?.w === "richText" && /[<>&]/.test(String(input)),
    adds: () => true,
    drops: () => true,
    shows: (value) => typeof value === "string" && !/<(?!\/?[a-z])/i.test(value),
  },
  {
    name: "The end of a line is one character",
    applies: hasLines,
    adds: (message) => /length|pattern/.test(message),
    drops: (message) => /length|pattern/.test(message),
    shows: (value, { original, schema }) =>
      canonical(value) === oneLineEnd(canonical(valueOf(original.value, schema))).replaceAll("\\r\\n", "\\n"),
  },
  ...departures.map(ofPosted),
];

/** Applies a departure of schemas to the text of a posted date or time. */
function ofPosted(departure: Departure): Departure {
  const { applies, refuses, takes, adds, drops, shows } = departure;
  return {
    ...departure,
    applies: (part) => applies(inText(part)),
    ...(refuses && { refuses: (message, part) => refuses(message, inText(part)) }),
    ...(takes && { takes: (lacking, part) => takes(lacking, inText(part)) }),
    ...(adds && { adds: (message, part) => adds(message, inText(part)) }),
    ...(drops && { drops: (message, part) => drops(message, inText(part)) }),
    ...(shows && { shows: (value, part) => shows(value, inText(part)) }),
  };
}

function inText(part: Part): Part {
  const { schema, input } = part;
  if (!MOMENTS.has(schema.type) || !isRecord(input)) return part;
  const texts = [input["date"], input["time"]].filter((text) => typeof text === "string");
  return { ...part, input: texts.join("T").trim() };
}
