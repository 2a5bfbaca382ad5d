import type { z } from "zod";

/** Stands for a message that no one has set, so that the catalogue gives it, with the schema node at hand. */
export const UNSET = "\u0000unset";

/** What zod is to parse with, so that its issues can be worded afterwards. */
export const PARSE_OPTIONS: Required<Pick<z.core.ParseContext<z.core.$ZodIssue>, "error" | "reportInput">> = {
  error: () => UNSET,
  reportInput: true,
};
