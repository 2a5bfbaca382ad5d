import type { z } from "zod";
import { UnsupportedTypeError } from "../unsupported-type-error.ts";
import { booleanWire, choiceWire, numberWire, textWire } from "../wire/scalars.ts";
import { array } from "./array.ts";
import type { Compiled, CompileInner } from "./compiled.ts";
import { leaf } from "./leaf.ts";
import { object } from "./object.ts";
import { defaulted, nullable, optional } from "./wrappers.ts";

type Name = z.core.$ZodTypeDef["type"];
type TypeNamed<K extends Name> = Extract<z.core.$ZodTypes, { _zod: { def: { type: K } } }>;

/** How each zod type is compiled; a type that is not here can't stand in a form. */
const compilers: { [K in Name]?: (type: TypeNamed<K>, compile: CompileInner) => Compiled } = {
  string: (type) => leaf(type, { kind: "string", wire: textWire }),
  number: (type) => leaf(type, { kind: isInteger(type) ? "integer" : "number", wire: numberWire }),
  boolean: (type) => leaf(type, { kind: "boolean", wire: booleanWire }),
  enum: (type) => choice(type, type._zod.values),
  literal: (type) => choice(type, type._zod.values),
  object,
  array,
  optional,
  nullable,
  default: defaulted,
};

/**
 * Compiles a zod type and all it is made of.
 *
 * @param type Any type that can stand in a form
 * @param path Where it stands, for the error
 * @returns the compiled type, to be used for every post and every page
 * @throws UnsupportedTypeError for a type that can't stand in a form, by name
 */
export function compile(type: z.core.$ZodType, path: readonly string[] = []): Compiled {
  const name = type._zod.def.type;
  const compiler = compilerOf(name);
  if (!compiler) throw new UnsupportedTypeError(name, path.join("."));
  return compiler(type, (inner, key) => compile(inner, key === "" ? path : [...path, key]));
}

/** The table is keyed by the very name that picks each compiler's type, which a look-up by a variable name loses. */
function compilerOf(name: Name): ((type: z.core.$ZodType, compile: CompileInner) => Compiled) | undefined {
  return compilers[name] as ((type: z.core.$ZodType, compile: CompileInner) => Compiled) | undefined;
}

function isInteger(type: z.core.$ZodNumber): boolean {
  const formats = [type._zod.def, ...(type._zod.def.checks ?? []).map((check) => check._zod.def)];
  return formats.some(
    (def) => "format" in def && typeof def.format === "string" && def.format.includes("int"),
  );
}

function choice(type: z.core.$ZodType, values: ReadonlySet<unknown>): Compiled {
  const choices = [...values].map((value) => ({ text: String(value), value }));
  return leaf(type, { kind: "enum", wire: choiceWire([...values]), choices });
}
