import { z } from "zod";
import { dateWire } from "../types/date.ts";
import { datetimeWire } from "../types/datetime.ts";
import { numberWire } from "../types/number.ts";
import { bigintWire, booleanWire, choiceWire, textWire } from "../wire/scalars.ts";
import type { AnyWire } from "../wire/wire.ts";
import { type Choice, type Compiled, compiled, metadataOf, unmeasured } from "./compiled.ts";
import { constraintsOf, isWhole } from "./constraints.ts";
import { refuse } from "./faults.ts";
import { leaf } from "./leaf.ts";
import { orBlank } from "./or-blank.ts";
import { checksOf } from "./gate.ts";

const isOf = (name: string) => (value: unknown) => typeof value === name;

export function string(type: z.core.$ZodType): Compiled {
  return leaf(type, { kind: "string", wire: textWire, accepts: isOf("string") });
}

export function number(type: z.core.$ZodNumber): Compiled {
  const whole = isWhole(type) || checksOf(type).some(isWhole);
  return leaf(type, { kind: whole ? "integer" : "number", wire: numberWire, accepts: isOf("number") });
}

export function bigint(type: z.core.$ZodBigInt): Compiled {
  return leaf(type, { kind: "bigint", wire: bigintWire, accepts: isOf("bigint") });
}

export function boolean(type: z.core.$ZodBoolean): Compiled {
  return leaf(type, { kind: "boolean", wire: booleanWire, accepts: isOf("boolean") });
}

/** Reads a day as its start in UTC and writes such a value without a time. */
const day = dateWire();
const moment = datetimeWire();
const pointInTime: AnyWire = {
  decode: (text) => moment.decode(text),
  encode: (value: Date) => (value.getTime() % 86_400_000 === 0 ? day : moment).encode(value),
};

export function date(type: z.core.$ZodDate): Compiled {
  return leaf(type, { kind: "date", wire: pointInTime, accepts: (value) => value instanceof Date });
}

/** Compiles an enum or literal. Each value is written as it prints. */
export function choice(type: z.core.$ZodType): Compiled {
  return oneOfValues(
    type,
    [...(type._zod.values ?? [])].map((value) => ({ value })),
  );
}

/**
 * Compiles a type with a closed set of values.
 *
 * @param parser The zod type that parses a value. Default: the type itself
 */
export function oneOfValues(
  type: z.core.$ZodType,
  given: readonly Pick<Choice, "value" | "title">[],
  parser?: z.core.$ZodType,
): Compiled {
  const choices = withTexts(given);
  const known = new Set<unknown>(choices.map(({ value }) => value));
  const isTruth = choices.every(({ value, title }) => typeof value === "boolean" && title === undefined);
  const base = leaf(type, {
    kind: isTruth ? "boolean" : "enum",
    wire: isTruth ? booleanWire : choiceWire(choices),
    choices,
    accepts: (value) => known.has(value),
    parser,
  });
  return known.has("") ? orBlank(base) : base;
}

/** Gives each value a text. Two values can print alike, such as `1` and `"1"`: the later one tells its type too. */
function withTexts(given: readonly Pick<Choice, "value" | "title">[]): readonly Choice[] {
  const texts = new Set<string>();
  return [...new Map(given.map((each) => [each.value, each])).values()].map(({ value, title }) => {
    const text = texts.has(String(value)) ? `${typeof value}:${String(value)}` : String(value);
    texts.add(text);
    return { text, value, ...(title !== undefined && { title }) };
  });
}

/** Compiles `z.null()`, `z.undefined()` and `z.void()`. Their only value means "missing". */
export function nothing(type: z.core.$ZodType): Compiled {
  const absent = type._zod.def.type === "null" ? null : undefined;
  const base = leaf(type, {
    kind: "null",
    wire: textWire,
    accepts: (value) => value === undefined || value === null,
  });
  return {
    ...base,
    required: false,
    absent,
    // An object would ask for the name, though its only value is undefined.
    executable: absent === undefined ? z.optional(type) : type,
    decode: (value) => (value === null ? absent : base.decode(value)),
  };
}

/** Compiles a file. Browsers post an upload without name and content if no file was chosen. */
export function file(type: z.core.$ZodFile): Compiled {
  return compiled({
    kind: metadataOf(type).kind ?? "file",
    type,
    isLeaf: true,
    constraints: constraintsOf(type),
    executable: type,
    decode: (value) =>
      value === "" || (value instanceof File && value.name === "" && value.size === 0)
        ? undefined
        : unmeasured(value),
    serialize(value, faults) {
      if (value === undefined || value === null) return undefined;
      if (!(value instanceof File)) refuse(faults, "file", value);
      return value;
    },
    accepts: (value) => value instanceof File,
  });
}

/** Compiles `z.any()` and `z.unknown()`. Posted values stay unchanged. */
export function anything(type: z.core.$ZodAny | z.core.$ZodUnknown): Compiled {
  const unchanged = { decode: (value: unknown) => value, serialize: (value: unknown) => value };
  return compiled({
    kind: metadataOf(type).kind ?? "unknown",
    type,
    isLeaf: true,
    executable: type,
    ...unchanged,
    accepts: () => true,
  });
}
