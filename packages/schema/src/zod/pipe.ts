import { z } from "zod";
import { UnsupportedTypeError } from "../unsupported-type-error.ts";
import { chain } from "./chain.ts";
import { type Compiled, compiled, type Compile, derive, metadataOf } from "./compiled.ts";
import { definitionOf } from "./definition.ts";
import { refuse } from "./faults.ts";
import { cloneWith } from "./clone.ts";
import { decodeThenParse } from "./union.ts";
import { checksOf, gate } from "./gate.ts";
import { leftOut } from "../left-out.ts";
import { nothingOf } from "./wrappers.ts";

/**
 * Compiles a pipe, transform, codec or preprocess.
 *
 * The first type reads the post. The second may be any type, because no form has to hold its values.
 */
export function pipe(type: z.core.$ZodPipe, compile: Compile): Compiled {
  const { in: first, out: second } = type._zod.def;
  if (first._zod.def.type === "transform") return preprocess(type, compile(second, ""));
  const inner = compile(first, "");
  const after = second._zod.def.type === "transform" ? undefined : outputOf(second, compile);
  const out = after && !after.isLeaf ? after.executable : second;
  const executable = isCodec(type)
    ? chain(cloneWith(type, { in: inner.executable, out, checks: [] }))
    : chain(inner.executable, out);
  const shown = (): Compiled => (after && isShownAs(inner, after) ? after : inner);
  return derive(inner, {
    type,
    get kind() {
      return shown().kind;
    },
    get constraints() {
      // Limits of a changed text are not those of the typed one.
      const isChanged = isCodec(type) || changes(first);
      if (!after || shown() === inner) return inner.constraints;
      if (inner.kind !== after.kind) return after.constraints;
      return isChanged ? inner.constraints : { ...inner.constraints, ...after.constraints };
    },
    get choices() {
      return shown().choices;
    },
    get meta() {
      return metadataOf(type, { ...inner.meta, ...after?.meta });
    },
    droppable: false,
    executable: gate(executable, checksOf(type)),
    serialize(value, faults) {
      const isMissing = value === undefined || value === null;
      if (!isCodec(type) || !after || isMissing) return inner.serialize(value, faults);
      if (after.accepts(value)) return inner.serialize(encode(type, value), faults);
      refuse(faults, KIND_NAMES[after.kind] ?? "unknown", value);
      return inner.serialize(value);
    },
    accepts: (value) => (after ?? inner).accepts(value),
  });
}

/**
 * Returns true if the second type of a pipe chooses the widget. A plain text says little, so a number made from it is shown as
 * a number. Other types have a notation of their own, such as the seconds of `z.codec(z.int(), z.date())`.
 */
function isShownAs(inner: Compiled, after: Compiled): boolean {
  if (!inner.isLeaf || !after.isLeaf || after.kind === OPAQUE) return false;
  const isPlainText =
    inner.kind === "string" && inner.constraints.format === undefined && inner.meta.wire === undefined;
  return isPlainText || inner.kind === after.kind;
}

/** Returns true if a type changes the texts that it reads. */
function changes(type: z.core.$ZodType): boolean {
  const def = definitionOf(type);
  return (
    def.type === "transform" ||
    (def.type === "pipe" && ("reverseTransform" in def || changes(def.in) || changes(def.out)))
  );
}

/** Kind of an output that no form can hold. */
const OPAQUE = "opaque";

/** Compiles the output of a pipe. A type that no form can hold, such as an instance of a class, is known by its values only. */
function outputOf(type: z.core.$ZodType, compile: Compile): Compiled {
  try {
    return compile(type, "");
  } catch (error) {
    if (!(error instanceof UnsupportedTypeError)) throw error;
    const bare = cloneWith(type, { checks: [] });
    return compiled({
      kind: OPAQUE,
      type,
      isLeaf: true,
      executable: type,
      decode: (value) => value,
      serialize: () => undefined,
      accepts: (value) => z.core.safeParse(bare, value).success,
    });
  }
}

/** Compiles `z.preprocess()`. Its function gets the texts; its result is decoded afterwards. */
function preprocess(type: z.core.$ZodPipe, after: Compiled): Compiled {
  const executable = chain(type._zod.def.in, decodeThenParse(after));
  return derive(after, {
    type,
    get meta() {
      return metadataOf(type, after.meta);
    },
    absent: undefined,
    droppable: false,
    executable: gate(executable, checksOf(type)),
    // An empty text counts as missing, unless the type after the function keeps it.
    decode(value) {
      const out = leftOut(value);
      if (out && after.leftOutValues.length > 0) return nothingOf(out, after.leftOutValues);
      return value === "" && !(after.isLeaf && after.decode("") !== undefined) ? undefined : value;
    },
  });
}

/** zod's names for the output types of codecs, for its message. */
const KIND_NAMES: Readonly<Record<string, z.core.$ZodInvalidTypeExpected>> = {
  integer: "number",
  number: "number",
  boolean: "boolean",
  date: "date",
  bigint: "bigint",
  object: "object",
  array: "array",
  tuple: "tuple",
  set: "set",
  map: "map",
};

function isCodec(type: z.core.$ZodPipe): type is z.core.$ZodCodec {
  return "reverseTransform" in type._zod.def;
}

/** Encodes a value with the codec, without checks. An asynchronous codec shows nothing. */
function encode(type: z.core.$ZodCodec, value: unknown): unknown {
  const result = type._zod.def.reverseTransform(value, { value, issues: [] });
  return result instanceof Promise ? undefined : result;
}
