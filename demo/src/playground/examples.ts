/** Files in `examples/` with their titles, in the order of the playground's menu. */
export const examples = [
  { file: "lists-of-lists.ts", title: "A list of lists" },
  { file: "contact.ts", title: "A contact form" },
  { file: "people.ts", title: "A list of people" },
  { file: "order.ts", title: "A table of rows" },
  { file: "payment.ts", title: "One of several kinds" },
  { file: "registration.ts", title: "Fields that depend on others" },
  { file: "choices.ts", title: "Choices" },
  { file: "event.ts", title: "Dates, times and money" },
  { file: "password.ts", title: "Checks across fields" },
  { file: "booking.ts", title: "Sections and tabs" },
  { file: "tasks.ts", title: "A tree" },
  { file: "workshop.json", title: "JSON Schema" },
] as const;
