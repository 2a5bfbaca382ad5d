/**
 * English messages of this package's checks and types, by the `params.id` of their issues.
 *
 * `${val}` is the value. The issue's `params` contain the other slots.
 */
export const checkMessages = {
  invalid: "Invalid value",
  notNumber: '"${val}" is not a number',
  notInChoices: '"${val}" is neither in (${false_choices}) nor in (${true_choices})',
  notMember: '"${val}" is not a valid "${cls}"',
  notOneOf: '"${val}" is not one of ${choices}',
  noneOf: '"${val}" must not be one of ${choices}',
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
} as const;

export type CheckId = keyof typeof checkMessages;
