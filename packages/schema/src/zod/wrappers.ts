import type { z } from "zod";
import { type Compiled, type CompileInner, derive, metadataOf } from "./compiled.ts";
import type { Faults } from "./faults.ts";
import { cloneWith } from "./clone.ts";
import { checksOf, gate } from "./gate.ts";

type Wrapper =
  | z.core.$ZodOptional
  | z.core.$ZodNullable
  | z.core.$ZodDefault
  | z.core.$ZodPrefault
  | z.core.$ZodCatch
  | z.core.$ZodReadonly
  | z.core.$ZodNonOptional;

/** Compiles a wrapper: the inner type, run through a clone of the wrapper. */
export function wrapper(type: Wrapper, compile: CompileInner): Compiled {
  const inner = compile(type._zod.def.innerType, "");
  const gated = inner.isLeaf ? [] : checksOf(type);
  return derive(inner, {
    type,
    get meta() {
      return metadataOf(type, inner.meta);
    },
    executable: gate(
      cloneWith(type, { innerType: inner.executable, ...(gated.length > 0 && { checks: [] }) }),
      gated,
    ),
  });
}

/** Compiles `.optional()`: a missing value stays away, a missing item of an array is left out. */
export function optional(type: z.core.$ZodOptional, compile: CompileInner): Compiled {
  const inner = wrapper(type, compile);
  return derive(inner, {
    required: false,
    absent: undefined,
    droppable: true,
    serialize: (value, faults) => showIfAny(inner, value, faults),
    accepts: (value) => value === undefined || inner.accepts(value),
  });
}

/** Compiles `.nullable()`: a missing value is null, unless something inside says what it is. */
export function nullable(type: z.core.$ZodNullable, compile: CompileInner): Compiled {
  const inner = wrapper(type, compile);
  return derive(inner, {
    required: false,
    get absent() {
      return inner.required ? null : undefined;
    },
    decode: (value) => (value === null ? null : inner.decode(value)),
    serialize: (value, faults) => showIfAny(inner, value, faults),
    accepts: (value) => value === null || inner.accepts(value),
  });
}

/** A group that need not be there is not drawn out of nothing, which for a recursive one would never end. */
function showIfAny(inner: Compiled, value: unknown, faults: Faults | undefined): unknown {
  if (value !== undefined && (value !== null || (inner.isLeaf && inner.accepts(null))))
    return inner.serialize(value, faults);
  return inner.isLeaf || inner.meta.initial !== undefined ? inner.serialize(undefined, faults) : undefined;
}

/** Compiles `.default()` and `.prefault()`: what a missing value becomes, and what an empty form shows. */
export function defaulted(type: z.core.$ZodDefault | z.core.$ZodPrefault, compile: CompileInner): Compiled {
  const inner = wrapper(type, compile);
  return derive(inner, {
    required: false,
    absent: undefined,
    droppable: false,
    serialize(value, faults) {
      // A null that is a value of the type is no missing one.
      const isMissing = value === undefined || (value === null && !inner.accepts(null));
      return inner.serialize(isMissing ? shownWhenMissing(inner, type) : value, faults);
    },
  });
}

/** `initial` wins, and a null one shows nothing. */
function shownWhenMissing(inner: Compiled, type: z.core.$ZodDefault | z.core.$ZodPrefault): unknown {
  return inner.meta.initial === undefined ? type._zod.def.defaultValue : inner.meta.initial;
}

/** Compiles `.catch()`: whatever is wrong, there is a value. */
export function caught(type: z.core.$ZodCatch, compile: CompileInner): Compiled {
  return derive(wrapper(type, compile), { required: false, absent: undefined, droppable: false });
}

/** Compiles `.nonoptional()`. */
export function nonOptional(type: z.core.$ZodNonOptional, compile: CompileInner): Compiled {
  return derive(wrapper(type, compile), { required: true, absent: undefined, droppable: false });
}
