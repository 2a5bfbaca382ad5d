import type { z } from "zod";
import type { Compiled, CompileInner } from "./compiled.ts";
import { metadataOf } from "./metadata-of.ts";
import { checksOf, gate, rebuild } from "./rebuild.ts";

type Wrapper = z.core.$ZodOptional | z.core.$ZodNullable | z.core.$ZodDefault;

/** What every wrapper shares: it is the inner type, run through a clone of itself. */
function wrap(type: Wrapper, compile: CompileInner): Compiled {
  const inner = compile(type._zod.def.innerType, "");
  const gated = inner.children.length > 0 ? checksOf(type) : [];
  const checks = gated.length > 0 ? [] : type._zod.def.checks;
  const executable = gate(
    rebuild<z.core.$ZodType>(type, { innerType: inner.executable, checks } as object),
    gated,
  );
  return { ...inner, type, meta: metadataOf(type, inner.meta), executable };
}

/** Compiles `.optional()`: a missing value stays away, a missing item of an array is left out. */
export function optional(type: z.core.$ZodOptional, compile: CompileInner): Compiled {
  return { ...wrap(type, compile), required: false, absent: undefined, droppable: true };
}

/** Compiles `.nullable()`: a missing value is null, unless something inside says what it is. */
export function nullable(type: z.core.$ZodNullable, compile: CompileInner): Compiled {
  const wrapped = wrap(type, compile);
  return { ...wrapped, required: false, absent: wrapped.required ? null : undefined };
}

/** Compiles `.default()`: the value that a missing one becomes, and what an empty form shows. */
export function defaulted(type: z.core.$ZodDefault, compile: CompileInner): Compiled {
  const wrapped = wrap(type, compile);
  return {
    ...wrapped,
    required: false,
    absent: undefined,
    droppable: false,
    serialize: (value) => wrapped.serialize(value ?? wrapped.meta.initial ?? type._zod.def.defaultValue),
  };
}
