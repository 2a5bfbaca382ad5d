/** What can be wrong with the markers of a post. */
export type StructureErrorCode =
  | "unknown-start"
  | "too-many-ends"
  | "not-enough-ends"
  | "unknown-edit"
  | "misplaced-edit"
  | "repeated-edit"
  | "too-deep"
  | "too-many-controls"
  | "too-many-slots";

/** Why controls have no structure: a value, not an exception, since a stranger may post anything. */
export interface StructureError {
  readonly code: StructureErrorCode;
  /** What was expected, what came and where, in English. */
  readonly message: string;
  /** Position of the offending control, from 0; the number of controls where one is missing at the end. */
  readonly index: number;
}
