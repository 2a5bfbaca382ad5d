/** The kind of a schema node. Widgets are chosen by it. An application's own leaves may add kinds. */
export type Kind =
  | "string"
  | "number"
  | "integer"
  | "bigint"
  | "boolean"
  | "date"
  | "enum"
  | "file"
  | "null"
  | "object"
  | "array"
  | "tuple"
  | "set"
  | "record"
  | "map"
  | "union"
  // The control for the option of a union without a discriminator.
  | "option"
  | "unknown"
  // Accepts any text, while editors still suggest the kinds above.
  | (string & Record<never, never>);
