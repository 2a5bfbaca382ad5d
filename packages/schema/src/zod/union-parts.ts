import { z } from "zod";
import { definitionOf } from "./definition.ts";
import { checksOf } from "./gate.ts";
import { shapeOf } from "./shape-of.ts";

/** The options of a plain union, without those that only say something about a missing value. */
export interface UnionParts {
  readonly options: readonly z.core.$ZodType[];
  /** True if an empty text is a value: the union has the option `z.literal("")`, and all others are texts. */
  readonly takesBlank: boolean;
  /** True if null is a value: the union has the option `z.null()`. */
  readonly takesNull: boolean;
  /** True if the value may be absent: the union has the option `z.undefined()`. */
  readonly takesUndefined: boolean;
}

/** Splits the options of a union. A union of nothing else keeps its options. */
export function unionParts(type: z.core.$ZodUnion): UnionParts {
  const all = type._zod.def.options;
  const isText = all.every((option) => shapeOf(option) === "text");
  const isApart = (option: z.core.$ZodType): boolean =>
    isOnly(option, null) || isOnly(option, undefined) || (isText && isOnly(option, ""));
  const options = all.filter((option) => !isApart(option));
  const has = (value: unknown): boolean =>
    options.length > 0 && all.some((option) => isApart(option) && isOnly(option, value));
  return {
    options: options.length > 0 ? options : all,
    takesBlank: has(""),
    takesNull: has(null),
    takesUndefined: has(undefined),
  };
}

/** A value of a closed set, with the title of its option. */
export interface TitledValue {
  readonly value: z.core.util.Literal;
  readonly title: string | undefined;
}

/**
 * Returns the values of a union of literals, enums and booleans, nested unions included.
 *
 * @returns undefined if an option has other values, checks of its own or its own notation
 */
export function closedValues(options: readonly z.core.$ZodType[]): readonly TitledValue[] | undefined {
  const all = options.map(valuesOf);
  return all.includes(undefined) ? undefined : all.flatMap((each) => each ?? []);
}

function valuesOf(option: z.core.$ZodType): readonly TitledValue[] | undefined {
  const { title, wire } = z.globalRegistry.get(option) ?? {};
  if (checksOf(option).length > 0 || wire) return undefined;
  const def = definitionOf(option);
  if (def.type === "union") return closedValues(def.options);
  if (def.type !== "literal" && def.type !== "enum" && def.type !== "boolean") return undefined;
  const values = def.type === "boolean" ? [true, false] : literalsOf(option);
  return values.map((value) => ({ value, title: values.length === 1 ? title : undefined }));
}

function literalsOf(type: z.core.$ZodType): readonly z.core.util.Literal[] {
  return [...(type._zod.values ?? [])].filter((value) => typeof value !== "symbol");
}

/** Returns true if a type has a single value. */
function isOnly(type: z.core.$ZodType, value: unknown): boolean {
  const def = definitionOf(type);
  if (def.type === "null") return value === null;
  if (def.type === "undefined" || def.type === "void") return value === undefined;
  return def.type === "literal" && def.values.length === 1 && def.values[0] === value;
}
