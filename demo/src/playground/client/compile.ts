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
  if (/^\s*\{/.test(code)) {
    const mistake = mistakeInJson(code);
    return mistake ?? { kind: "script", script: `${JSON_SCHEMA_HEAD}${code}\n))` };
  }
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

/** Returns the mistake in a text that should be JSON, with its line if the browser tells it. */
function mistakeInJson(code: string): Mistake | undefined {
  try {
    JSON.parse(code);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /\bposition (\d+)/.exec(message)?.[1];
    const before = position === undefined ? undefined : code.slice(0, Number(position));
    const text = `The JSON Schema is no JSON: ${message.replace(/ in JSON at position.*$/s, "")}`;
    return { kind: "mistake", message: text, line: before?.split("\n").length };
  }
}

/**
 * Writes the imported names in a message as they were typed: `z.strin`, not `_zod.z.strin`.
 *
 * @param script The compiled code, which has a variable for each imported module
 */
export function withTypedNames(message: string, script: string): string {
  const variables = [...script.matchAll(/\bvar (_\w+) = require\(/g)].map(([, name = ""]) => name);
  return variables.reduce(
    (text, name) =>
      text.replace(
        new RegExp(`\\(0 ?, ${name}\\.([\\w$.]+)\\)|\\b${name}\\.`, "g"),
        (_, called = "") => called,
      ),
    message,
  );
}
