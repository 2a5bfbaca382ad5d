import { z } from "zod";
import { cloneWith } from "./clone.ts";
import { type Compiled, type Compile, derive, metadataOf } from "./compiled.ts";
import { checksOf, gate } from "./gate.ts";
import { oneOfValues } from "./leaves.ts";
import { optionUnion } from "./option-union.ts";
import { definitionOf } from "./definition.ts";
import { shapeOf } from "./shape-of.ts";
import { union } from "./union.ts";
import { closedValues, unionParts } from "./union-parts.ts";
import { orBlank } from "./or-blank.ts";
import { nullable, optional } from "./wrappers.ts";

/**
 * Compiles a union without a discriminator, by the idiom that it is written in:
 *
 *     z.union([z.literal("s"), z.literal(2)])   // one choice
 *     z.email().or(z.literal(""))               // an e-mail address, or an empty text
 *     z.union([Address, z.null()])              // the same as Address.nullable()
 *     z.union([z.object({ … }), z.object({ … })])   // a choice of the option, and its fields
 *     z.union([z.int(), z.email()])             // one text for all options
 */
export function plainUnion(type: z.core.$ZodUnion, compile: Compile): Compiled {
  const { options, takesBlank, takesNull, takesUndefined } = unionParts(type);
  const [only, ...others] = options;
  if (options.length < type._zod.def.options.length && only) {
    const rest = others.length === 0 ? only : cloneWith(type, { options, checks: [] });
    const present = compile(rest, "");
    const filled = takesBlank ? orBlank(present) : present;
    const orNull = takesNull
      ? nullable(new z.ZodNullable({ type: "nullable", innerType: rest }), () => filled)
      : filled;
    const made = takesUndefined
      ? optional(new z.ZodOptional({ type: "optional", innerType: rest }), () => orNull)
      : orNull;
    return outermost(type, made);
  }
  const values = type._zod.traits.has("$ZodXor") ? undefined : closedValues(options);
  if (!values?.length) return alternatives(type, compile);
  // A literal names all values in its message. The union would give one message for each option.
  const { error } = type._zod.def;
  const literal = new z.core.$ZodLiteral({
    type: "literal",
    values: values.map(({ value }) => value),
    ...(error && { error }),
  });
  return oneOfValues(type, values, gate(literal, checksOf(type)));
}

function alternatives(type: z.core.$ZodUnion, compile: Compile): Compiled {
  if (shapeOf(type) !== "fields") return union(type, compile);
  const options = type._zod.traits.has("$ZodXor") ? type._zod.def.options : flattened(type._zod.def.options);
  return optionUnion(type, cloneWith(type, { options, checks: [] }), compile);
}

/** Replaces plain unions among the options by their own options, unless they have checks, messages or metadata. */
function flattened(options: readonly z.core.$ZodType[]): readonly z.core.$ZodType[] {
  const made = options.flatMap((option) => {
    const def = definitionOf(option);
    const isPlain = def.type === "union" && !("discriminator" in def) && !option._zod.traits.has("$ZodXor");
    const isBare = !def.error && checksOf(option).length === 0 && !z.globalRegistry.has(option);
    return isPlain && isBare ? flattened(def.options) : [option];
  });
  return made.length === options.length ? options : made;
}

/** Gives a compiled type the checks, the metadata and the error message of the union that it stands for. */
function outermost(type: z.core.$ZodUnion, inner: Compiled): Compiled {
  const { error } = type._zod.def;
  const executable = error ? withMessage(inner.executable, error) : inner.executable;
  return derive(inner, {
    type,
    get meta() {
      return metadataOf(type, inner.meta);
    },
    executable: gate(executable, checksOf(type)),
  });
}

/** Returns a type that gives all errors of another the message of a union. */
function withMessage(type: z.core.$ZodType, error: z.core.$ZodErrorMap<never>): z.core.$ZodType {
  return new z.core.$ZodUnion({ type: "union", options: [type, z.never()], error });
}
