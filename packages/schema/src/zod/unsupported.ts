import type { z } from "zod";
import { UnsupportedTypeError } from "../unsupported-type-error.ts";
import { definitionOf } from "./definition.ts";

/** The reason that a form can't hold a type, and a replacement. */
interface Reason {
  readonly why: string;
  readonly instead: string;
}

const WIRE = "set .meta({ wire: { decode, encode } }) to read it from a text";

/** Reasons by zod's names of types. */
const REASONS: Readonly<Record<string, Reason>> = {
  custom: {
    why: "its values can't be read from a text without a notation",
    instead: `Use leaf() or ${WIRE}`,
  },
  function: { why: "nobody can type a function", instead: "Leave it out of the form's schema" },
  intersection: {
    why: "its sides are neither objects nor single values of one kind",
    instead: "Use .extend() for objects, or one type with more checks",
  },
  nan: { why: "nobody can type NaN", instead: "Use z.number(), .optional() if it may be missing" },
  never: { why: "it has no values", instead: "Leave the field out, or use z.never().optional()" },
  promise: {
    why: "a post holds finished values",
    instead: "Use the type of the result, with an async .refine() if it must wait",
  },
  success: {
    why: "its output is only true or false for the success of another type",
    instead: "Use the other type",
  },
  symbol: { why: "nobody can type a symbol", instead: "Use z.enum() or z.literal()" },
  transform: {
    why: "it does not say what it reads",
    instead: "Use z.string().transform(…), or z.preprocess(…) with the type of the result",
  },
};

/** Makes the error for a type that a form can't hold. */
export function unsupported(type: z.core.$ZodType, path: string): UnsupportedTypeError {
  const name = definitionOf(type).type;
  const cls: unknown = name === "custom" ? Reflect.get(type._zod.bag, "Class") : undefined;
  if (typeof cls === "function") return ofClass(cls.name, path);
  const { why, instead } = REASONS[name] ?? {
    why: "this version of Turnform does not know it",
    instead: `Use another type, or ${WIRE}`,
  };
  return new UnsupportedTypeError(`z.${name}()`, path, `no form can hold it, because ${why}`, instead);
}

/** Types for common classes. */
const BY_CLASS: Readonly<Record<string, string>> = {
  Date: "Use z.date()",
  File: "Use z.file()",
  Blob: "Use z.file()",
  Map: "Use z.map()",
  Set: "Use z.set()",
  URL: "Use z.codec(z.url(), z.instanceof(URL), …)",
};

function ofClass(name: string, path: string): UnsupportedTypeError {
  const instead = BY_CLASS[name] ?? `Use a z.codec() from a text, or ${WIRE}`;
  const why = "no form can hold it, because no text says how to make the object";
  return new UnsupportedTypeError(`z.instanceof(${name})`, path, why, instead);
}
