import { type Control, structure } from "@turnform/schema";
import { type Case, runCases } from "./cases.ts";

interface PeppercornCase extends Case {
  readonly pairs: readonly Control[];
  readonly expect?: unknown;
  readonly error?: true;
  readonly errorKind?: string;
}

runCases<PeppercornCase>("peppercorn.json", ({ pairs, expect, errorKind }) => {
  const result = structure(pairs);
  const actual = result.ok ? result.pstruct : result.error.code;
  return canonical(actual) === canonical(errorKind ?? expect) ? "original" : { failed: canonical(actual) };
});

/** Returns JSON with sorted keys, `__proto__` included. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join()}}`;
}
