/** The English texts that forms write themselves. A slot such as `${item}` is filled in; translations keep it. */
export const englishTexts = {
  // The form
  submit: "Submit",
  summaryTitle: "There was a problem with your submission",
  moreErrors: "And ${count} more",
  requiredNote: "Fields marked ${mark} are required.",

  // Lists
  item: "Item",
  entry: "Entry",
  key: "Key",
  value: "Value",
  more: "More",
  addItem: "Add ${item}",
  up: "Up",
  down: "Down",
  insertAfter: "Insert after",
  duplicate: "Duplicate",
  remove: "Remove",
  actions: "Actions",
  atLeast: "Keep at least ${count}.",
  atMost: "At most ${count} are allowed.",
  added: "${item} added",
  duplicated: "${item} duplicated",
  removed: "${item} removed",
  restored: "${item} is back",
  moved: "${item} moved to position ${number}",
  movedTo: "${item} moved to position ${number} of ${list}",
  addUndone: "Addition undone: ${item}",
  moveUndone: "Move undone: ${item} is back at position ${number} of ${list}",
  choiceUndone: "Choice undone: ${item}",
  itemIn: "${item} of ${list}",
  undo: "Undo",
  addFromText: "Add from text",
  rows: "Rows",
  rowsHelp: "One row a line: ${columns}. Put tabs, semicolons or commas between them.",
  rowHelp: "One a line.",
  addRows: "Add rows",
  fillRows: "Fill ${count} rows from the clipboard?",
  fill: "Fill",

  // Choices
  yes: "Yes",
  no: "No",
  none: "None",
  noColor: "No colour",
  noValue: "No value",
  choose: "Choose",
  option: "Option",
  include: "Include ${group}",
  anotherWord: "Another one",
  anotherWordLabel: "new",
  addWord: "Add “${word}”",
  removeWord: "Remove ${word}",
  nothingFound: "Nothing found",
  suggestions: "Suggestions: ${count}",

  // Texts, numbers and times
  confirm: "Confirm ${label}",
  row: "Row ${number}",
  column: "Column ${number}",
  between: "${min} to ${max}",
  orMore: "${min} or more",
  orLess: "${max} or less",
  year: "Year",
  month: "Month",
  day: "Day",
  date: "Date",
  time: "Time",
  timeInZone: "Time (${zone})",
  offset: "Offset from UTC",
  durationHint: "For example P3DT4H for 3 days and 4 hours",

  // Files
  keepFile: "Keep ${file}",
  show: "Show",
  showFile: "Show ${file}",

  // Rich text
  formatting: "Formatting",
  bold: "Bold",
  italic: "Italic",
  underlined: "Underlined",
  struckThrough: "Strikethrough",
  code: "Code",
  link: "Link",
  heading: "Heading",
  smallerHeading: "Smaller heading",
  bulletedList: "Bulleted list",
  numberedList: "Numbered list",
  quotation: "Quotation",
  preformatted: "Preformatted",
  rule: "Horizontal line",
  redo: "Redo",
  linkAddress: "Address of the link",
  setLink: "Set link",
  removeLink: "Remove link",
  cancel: "Cancel",
} as const;

/** Identifier of a text that forms write. */
export type TextId = keyof typeof englishTexts;

/** English messages of the widgets about posted values, by identifier. */
export const widgetMessages = {
  csvQuotes: "The quotation marks don't match",
  csvQuotesInLine: "Line ${line}: the quotation marks don't match",
  noRows: "Enter at least one row",
  tooManyRows: "There are ${count} rows, and room for ${max}",
  tooManyColumns: "Row ${line} has too many columns; at most ${max} are allowed",
  pageTooLong: "These rows make the page too long. Enter fewer",
  mismatch: "Enter the same value twice",
  passwordMismatch: "Enter the same password twice",
  incompleteDate: "Incomplete date",
  incompleteTime: "Incomplete time",
  notOffered: "Choose one of the options",
  repeatedKey: '"${key}" is entered more than once',
  invalidColor: '"${val}" is not a colour. Write it like #1e90ff',
  notNumberLike: '"${val}" is not a number. Write it like ${example}',
} as const;

/** Identifier of a widget's message. */
export type WidgetMessageId = keyof typeof widgetMessages;
