import { englishMessages, type MessageId } from "./messages.ts";

/**
 * Colander's own English messages. Pass them as `messages` for texts that equal Colander's:
 *
 *     schema(type).deserialize(cstruct, { messages: colanderMessages })
 */
export const colanderMessages: Readonly<Record<MessageId, string>> = {
  ...englishMessages,
  notInChoices: '"${val}" is neither in (${false_choices}) nor in (${true_choices})',
  notMember: '"${val}" is not a valid "${cls}"',
  notOneOf: '"${val}" is not one of ${choices}',
  containsOnly: "One or more of the choices you made was not acceptable",
  tooSmall: "${val} is less than minimum value ${min}",
  tooBig: "${val} is greater than maximum value ${max}",
  pattern: "String does not match expected pattern",
  email: "Invalid email address",
  url: "Must be a URL",
  fileUri: "Must be a file:// URI scheme",
  uuid: "Invalid UUID string",
  luhn: '"${val}" is not a valid credit card number',
  dataUrl: "Not a data URL",
  mimeType: "Invalid MIME type",
  base64: "Invalid Base64 encoded data",
  notText: "${val} is not a string",
  notMapping: '"${val}" is not a mapping type: Does not implement dict-like functionality.',
  notSequence: '"${val}" is not iterable',
  notSet: "${val} is not iterable",
  wrongCount: '"${val}" has an incorrect number of elements (expected ${exp}, was ${was})',
  tooShort: "Shorter than minimum length ${min}",
  tooLong: "Longer than maximum length ${max}",
  tooFew: "Shorter than minimum length ${min}",
  tooMany: "Longer than maximum length ${max}",
  tooFewChosen: "Shorter than minimum length ${min}",
  tooManyChosen: "Longer than maximum length ${max}",
  tooEarly: "${val} is less than minimum value ${min}",
  tooLate: "${val} is greater than maximum value ${max}",
  notAfter: "${val} is not greater than ${min}",
  notBefore: "${val} is not less than ${max}",
  fileTooSmall: "Shorter than minimum length ${min}",
  fileTooBig: "Longer than maximum length ${max}",
  wrongFileType: '"${val}" is not one of ${choices}',
  notListed: '"${val}" is not one of ${choices}',
  notGreater: "${val} is not greater than ${min}",
  notLess: "${val} is not less than ${max}",
  notMultiple: "${val} is not a multiple of ${step}",
  unknownKeys: 'Unrecognized keys in mapping: "${val}"',
};
