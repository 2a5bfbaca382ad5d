import type { z } from "zod";
import { definitionOf } from "./definition.ts";
import { checksOf, ofAnyValue } from "./gate.ts";
import { UNSET } from "./parse-options.ts";
import { finished } from "./run.ts";
import { insidesOf } from "./type-parts.ts";

/**
 * Returns the schema's own message for an empty value: "Name is required" of `z.string().min(1, "Name is required")`.
 *
 * A missing text reaches zod as undefined, so zod itself never runs the check with that message. Rules of `.refine()` don't
 * run: they are the author's code, and expect a value.
 *
 * @returns undefined if the schema sets no message for an empty text or list
 */
export function messageForEmpty(type: z.core.$ZodType): string | undefined {
  const def = definitionOf(type);
  if (def.type === "string") return messageFor("", type);
  if (def.type === "array") return messageFor([], type);
  if (def.type === "set") return messageFor(new Set(), type);
  if (def.type === "map") return messageFor(new Map(), type);
  if (def.type === "union") return undefined;
  const [inside] = insidesOf(type);
  return inside && messageForEmpty(inside);
}

function messageFor(empty: unknown, type: z.core.$ZodType): string | undefined {
  const payload: z.core.ParsePayload = { value: empty, issues: [] };
  for (const check of ofAnyValue(checksOf(type))) {
    const { when } = check._zod.def;
    if (check._zod.def.check === "custom" || when?.(payload) === false) continue;
    void check._zod.check(payload);
  }
  return payload.issues.map((issue) => finished(issue).message).find((message) => message !== UNSET);
}
