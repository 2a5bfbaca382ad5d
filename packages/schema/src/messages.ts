import { isBare, print } from "./print.ts";
import { type CheckId, checkMessages } from "./checks/messages.ts";

/** Identifiers of the messages in the catalogue. */
export type MessageId =
  | CheckId
  | "required"
  | "tooDeep"
  | "notText"
  | "notInteger"
  | "notBoolean"
  | "notDate"
  | "notTime"
  | "notFile"
  | "notObject"
  | "notMapping"
  | "notSequence"
  | "notSet"
  | "wrongCount"
  | "notGreater"
  | "notLess"
  | "tooShort"
  | "tooLong"
  | "tooFew"
  | "tooMany"
  | "tooFewChosen"
  | "tooManyChosen"
  | "tooEarly"
  | "tooLate"
  | "notAfter"
  | "notBefore"
  | "fileTooSmall"
  | "fileTooBig"
  | "wrongFileType"
  | "notListed"
  | "notMultiple"
  | "unknownKeys"
  | "missingKeys"
  | "noOption"
  | "notComputed";

/** Messages by identifier, with slots such as `${val}`. A partial catalogue overrides the messages it contains. */
export type Catalogue = Readonly<Partial<Record<string, string>>>;

/**
 * The English messages. `${val}` is the value; `${title}` and `${name}` belong to the field. `${max|character|characters}` is the first
 * word if `max` is 1, and else the second.
 */
export const englishMessages: Readonly<Record<MessageId, string>> = {
  ...checkMessages,
  required: "Required",
  tooDeep: "Nested deeper than ${max} levels",
  notText: '"${val}" is not a text',
  notInteger: '"${val}" is not a whole number',
  notBoolean: '"${val}" is neither true nor false',
  notDate: "Invalid date",
  notTime: "Invalid time",
  notFile: '"${val}" is not a file',
  notObject: '"${val}" is not a ${what} object',
  notMapping: '"${val}" is not a group of fields',
  notSequence: '"${val}" is not a list',
  notSet: '"${val}" is not a list',
  wrongCount: "Enter ${exp} items instead of ${was}",
  notGreater: "Must be greater than ${min}",
  notLess: "Must be less than ${max}",
  tooShort: "Enter at least ${min} ${min|character|characters}",
  tooLong: "Enter at most ${max} ${max|character|characters}",
  tooFew: "Add at least ${min}",
  tooMany: "Keep at most ${max}",
  tooFewChosen: "Choose at least ${min}",
  tooManyChosen: "Choose at most ${max}",
  tooEarly: "Must be ${min} or later",
  tooLate: "Must be ${max} or earlier",
  notAfter: "Must be after ${min}",
  notBefore: "Must be before ${max}",
  fileTooSmall: "Must be ${min} or larger",
  fileTooBig: "Must be ${max} or smaller",
  wrongFileType: "Choose a file of one of these types: ${choices}",
  notListed: "Must be one of: ${choices}",
  notMultiple: "Must be a multiple of ${step}",
  unknownKeys: "Remove the unknown fields: ${val}",
  missingKeys: "Missing: ${val}",
  noOption: "No option fits: ${reasons}",
  notComputed: "This can't be computed",
};

/** Fills the slots of a message: `${val}`, `$val`, or `${max|word|words}` by number. A slot without a value stays in the text. */
export function fillSlots(message: string, values: Readonly<Record<string, unknown>>): string {
  if (!message.includes("$")) return message;
  return partsOf(message)
    .map((part, i) => (i % 2 === 0 ? part : fillSlot(part, values)))
    .join("");
}

function fillSlot(slot: string, values: Readonly<Record<string, unknown>>): string {
  const [name = "", one, other] = (slot[1] === "{" ? slot.slice(2, -1) : slot.slice(1)).split("|");
  if (!Object.hasOwn(values, name)) return slot;
  return one === undefined || other === undefined
    ? show(values[name])
    : Number(values[name]) === 1
      ? one
      : other;
}

/** Limit of cached messages: a schema may make new ones for each request. */
const MAX_CACHED = 500;
const cache = new Map<string, readonly string[]>();

/** Splits a message into alternating texts and slots. */
function partsOf(message: string): readonly string[] {
  const cached = cache.get(message);
  if (cached) return cached;
  const parts = message.split(/(\$\{\w+(?:\|[^{}|]+\|[^{}|]+)?\}|\$\w+)/);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(message, parts);
  return parts;
}

/** Limit of a quoted value, in characters or list items. */
const MOST_SHOWN = 200;

/** Writes a value for a message: lists with commas, files by name, mappings as `{…}`. */
function show(value: unknown): string {
  if (Array.isArray(value)) return shorten(value.slice(0, MOST_SHOWN).map(show).join(", "));
  if (value instanceof File) return value.name;
  return isBare(value) ? "{…}" : shorten(print(value));
}

function shorten(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
