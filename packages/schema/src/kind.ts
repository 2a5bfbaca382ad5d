/** What a schema node is, in the words that widgets choose by; an application's own leaves may add words. */
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
  | "unknown"
  // Keeps the words above in an editor's list, and takes any other.
  | (string & Record<never, never>);
