import type { z } from "zod";

/** Placeholder for a message that the schema doesn't set. The catalogue replaces it later. */
export const UNSET = "\u0000unset";

/** zod's options for parsing first and writing messages later. */
export const PARSE_OPTIONS: Required<Pick<z.core.ParseContext<z.core.$ZodIssue>, "error" | "reportInput">> = {
  error: () => UNSET,
  reportInput: true,
};
