import { z } from "zod";
import { definitionOf } from "../zod/definition.ts";
import { compile } from "../zod/compile.ts";

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const WHOLE = /^[+-]?\d+$/;

/**
 * Returns the type of a value's text, for types whose values JSON lacks.
 *
 * @returns undefined for a type whose values JSON has, or a type with parts
 */
export function textTypeOf(type: z.core.$ZodType): z.core.$ZodType | undefined {
  const def = definitionOf(type);
  switch (def.type) {
    case "date":
      return dateText(type);
    case "bigint":
      return z.string().regex(WHOLE);
    case "undefined":
      return z.never().optional();
    case "literal":
      return def.values.some((value) => typeof value === "bigint")
        ? z.literal(def.values.map((value) => (typeof value === "bigint" ? String(value) : value)))
        : undefined;
    case "custom":
      return customText(type);
    default:
      return undefined;
  }
}

/** Returns the text type of a custom type, according to its metadata. */
function customText(type: z.core.$ZodType): z.core.$ZodType | undefined {
  const { kind, wire, choices } = z.globalRegistry.get(type) ?? {};
  if (!wire) return undefined;
  if (kind === "boolean") return z.boolean();
  if (kind === "decimal" || kind === "money") return z.string().regex(DECIMAL);
  return Array.isArray(choices) ? z.enum(choices.map(textOfChoice)) : z.string();
}

function textOfChoice(choice: unknown): string {
  return typeof choice === "object" && choice !== null && "text" in choice
    ? String(choice.text)
    : String(choice);
}

/** Returns the text that a form shows for a value. */
export function textOf(type: z.core.$ZodType, value: unknown): unknown {
  return compile(type).root.serialize(value);
}

/** Returns an ISO format, or a plain string for other date formats, which JSON Schema lacks. */
function dateText(type: z.core.$ZodType): z.core.$ZodType {
  const text = textOf(type, new Date("2001-02-03T04:05:06Z"));
  const formats = [z.iso.date(), z.iso.datetime({ offset: true })];
  return formats.find((format) => format.safeParse(text).success) ?? z.string();
}
