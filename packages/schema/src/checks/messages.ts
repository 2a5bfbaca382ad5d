/**
 * English messages of this package's checks and types, by the `params.id` of their issues.
 *
 * `${val}` is the value. The issue's `params` contain the other slots.
 */
export const checkMessages = {
  invalid: "Invalid value",
  notNumber: '"${val}" is not a number',
  notInChoices: '"${val}" is not one of ${false_choices}, ${true_choices}',
  notMember: "Choose one of the options",
  notOneOf: "Choose one of the options",
  noneOf: '"${val}" must not be one of ${choices}',
  containsOnly: "Choose only from the given choices",
  tooSmall: "Must be ${min} or more",
  tooBig: "Must be ${max} or less",
  pattern: "Use the expected format",
  email: "Enter a valid email address",
  url: "Enter a URL, such as https://example.com",
  fileUri: "Enter a file URI, such as file:///etc/hosts",
  uuid: "Enter a valid UUID",
  luhn: "Enter a valid card number",
  dataUrl: "Enter a data URL, such as data:text/plain,hi",
  mimeType: "Use a valid MIME type",
  base64: "Use valid Base64 data",
} as const;

export type CheckId = keyof typeof checkMessages;
