import type { z } from "zod";

/** One thing wrong with a value, as data: a language is chosen when it is shown. */
export interface Issue {
  /** Identifier in the message catalogue, or zod's code where the catalogue has none. */
  readonly code: string;
  /** What fills the slots of the message. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Names and positions from the root, as the person sees them. */
  readonly path: readonly (string | number)[];
  /** The text shown. */
  readonly message: string;
  /** zod's own issue, where zod found it. */
  readonly zod?: z.core.$ZodIssue;
}
