import { transform } from "sucrase";
import type { Mistake } from "./messages.ts";

/** A JSON Schema as a program. Both parts are on lines of the schema. */
const JSON_SCHEMA_HEAD =
  'exports.form=require("@turnform/form").createForm(require("@turnform/schema/tools").fromJSONSchema(';

/**
 * Turns typed code into a script with `require` and `exports`. Lines stay the same.
 *
 * @param code TypeScript with imports, or a JSON Schema, which begins with `{`
 */
export function compile(code: string): { readonly kind: "script"; readonly script: string } | Mistake {
  if (/^\s*\{/.test(code)) return { kind: "script", script: `${JSON_SCHEMA_HEAD}${code}\n))` };
  try {
    const { code: script } = transform(code, {
      transforms: ["typescript", "imports"],
      disableESTransforms: true,
      production: true,
    });
    return { kind: "script", script };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, text = message, line] =
      /^(?:Error transforming [^:]*: )?(.*) \((\d+):\d+\)$/s.exec(message) ?? [];
    return { kind: "mistake", message: text, line: line === undefined ? undefined : Number(line) };
  }
}
