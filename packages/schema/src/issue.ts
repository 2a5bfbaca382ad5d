import type { z } from "zod";

/** A problem with a value, as data for a message in any language. */
export interface Issue {
  /** Identifier in the message catalogue, or zod's code if the catalogue has no entry. */
  readonly code: string;
  /** Values for the slots of the message. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Names and positions from the root, as shown on the page. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** zod's own issue, if zod found the problem. */
  readonly zod?: z.core.$ZodIssue;
}
