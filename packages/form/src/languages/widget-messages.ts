/** What widgets say about what was posted, by identifier. */
export const widgetMessages = {
  csvQuotes: "The quotation marks don't match",
  csvQuotesInLine: "Line ${line}: the quotation marks don't match",
  mismatch: "Fields did not match",
  passwordMismatch: "Password did not match confirm",
  incompleteDate: "Incomplete date",
  incompleteTime: "Incomplete time",
  notOffered: '"${val}" is not one of ${choices}',
  repeatedKey: '"${key}" stands here more than once',
  invalidColor: '"${val}" is not a colour such as #1e90ff',
  notNumberLike: '"${val}" is not a number. Write it like ${example}',
} as const;

/** Identifier of a widget's message. */
export type WidgetMessageId = keyof typeof widgetMessages;
