/** Error codes of `structure`. */
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

/** An error in the markers of a post. It is a value instead of an exception, because anybody may post anything. */
export interface StructureError {
  readonly code: StructureErrorCode;
  /** English text for logs: the problem, its place and the expected input. */
  readonly message: string;
  /** Position of the offending control, from 0. If one is missing at the end: the number of controls. */
  readonly index: number;
}
