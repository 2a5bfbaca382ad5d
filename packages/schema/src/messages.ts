/** What a message is about: its identifier in the catalogue. */
export type MessageId =
  | "required"
  | "invalid"
  | "notText"
  | "notNumber"
  | "notInteger"
  | "notBoolean"
  | "notMapping"
  | "notSequence"
  | "notOneOf"
  | "tooSmall"
  | "tooBig"
  | "notGreater"
  | "notLess"
  | "tooShort"
  | "tooLong"
  | "notMultiple"
  | "pattern"
  | "email"
  | "url"
  | "uuid"
  | "unknownKeys";

/** Messages by identifier, with slots such as `${val}`; a partial one overrides the texts it names. */
export type Catalogue = Readonly<Partial<Record<string, string>>>;

/** Colander's English messages. `${val}` is the value, `${title}` and `${name}` are the field's. */
export const englishMessages: Readonly<Record<MessageId, string>> = {
  required: "Required",
  invalid: "Invalid value",
  notText: '"${val}" is not a string',
  notNumber: '"${val}" is not a number',
  notInteger: '"${val}" is not a whole number',
  notBoolean: '"${val}" is neither true nor false',
  notMapping: '"${val}" is not a mapping type',
  notSequence: '"${val}" is not iterable',
  notOneOf: '"${val}" is not one of ${choices}',
  tooSmall: "${val} is less than minimum value ${min}",
  tooBig: "${val} is greater than maximum value ${max}",
  notGreater: "${val} is not greater than ${min}",
  notLess: "${val} is not less than ${max}",
  tooShort: "Shorter than minimum length ${min}",
  tooLong: "Longer than maximum length ${max}",
  notMultiple: "${val} is not a multiple of ${step}",
  pattern: "String does not match expected pattern",
  email: "Invalid email address",
  url: "Must be a URL",
  uuid: "Invalid UUID string",
  unknownKeys: 'Unrecognized keys in mapping: "${val}"',
};

/** Fills the slots of a message; a slot without a value stays as it stands. */
export function fillSlots(message: string, values: Readonly<Record<string, unknown>>): string {
  return message.replaceAll(/\$\{(\w+)\}/g, (slot, name: string) =>
    Object.hasOwn(values, name) ? show(values[name]) : slot,
  );
}

/** A value in a message: lists by commas, dates as ISO, mappings by their kind. */
function show(value: unknown): string {
  if (Array.isArray(value)) return value.map(show).join(", ");
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  return typeof value === "object" && value !== null && !hasText(value) ? "a mapping" : String(value);
}

function hasText(value: object): boolean {
  return "toString" in value && value.toString !== Object.prototype.toString;
}
