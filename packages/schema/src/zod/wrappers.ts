import { z } from "zod";
import { type Compiled, type CompileInner, derive, metadataOf } from "./compiled.ts";
import type { Faults } from "./faults.ts";
import { cloneWith } from "./clone.ts";
import { checksOf, gate } from "./gate.ts";
import { nothing } from "./leaves.ts";

type Wrapper =
  | z.core.$ZodOptional
  | z.core.$ZodNullable
  | z.core.$ZodDefault
  | z.core.$ZodPrefault
  | z.core.$ZodCatch
  | z.core.$ZodReadonly
  | z.core.$ZodNonOptional;

/** Compiles a wrapper: a clone of it runs the compiled inner type. */
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

/** Compiles `.optional()`. A missing value stays absent; a missing item of an array is left out. */
export function optional(type: z.core.$ZodOptional, compile: CompileInner): Compiled {
  // A value that must be absent, as in `z.object({ old: z.never().optional() })`.
  const isNever = type._zod.def.innerType._zod.def.type === "never";
  const inner = wrapper(type, isNever ? nothing : compile);
  return derive(inner, {
    required: false,
    absent: undefined,
    droppable: true,
    serialize: (value, faults) => showIfAny(inner, value, faults),
    accepts: (value) => value === undefined || inner.accepts(value),
  });
}

/** Compiles `.nullable()`. A missing value becomes null, unless the inner type allows a missing value. */
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

/** Shows a missing optional group as nothing. A recursive group would never end. */
function showIfAny(inner: Compiled, value: unknown, faults: Faults | undefined): unknown {
  if (value !== undefined && (value !== null || (inner.isLeaf && inner.accepts(null))))
    return inner.serialize(value, faults);
  return inner.isLeaf || inner.meta.initial !== undefined ? inner.serialize(undefined, faults) : undefined;
}

/** Compiles `.default()` and `.prefault()`. The default replaces a missing value and is shown in an empty form. */
export function defaulted(type: z.core.$ZodDefault | z.core.$ZodPrefault, compile: CompileInner): Compiled {
  const inner = wrapper(type, compile);
  return derive(inner, {
    required: false,
    absent: undefined,
    droppable: false,
    serialize(value, faults) {
      // Null is a value if the type accepts it.
      const isMissing = value === undefined || (value === null && !inner.accepts(null));
      return inner.serialize(isMissing ? shownWhenMissing(inner, type) : value, faults);
    },
  });
}

/** Returns `initial` (null shows nothing), or else the default. */
function shownWhenMissing(inner: Compiled, type: z.core.$ZodDefault | z.core.$ZodPrefault): unknown {
  return inner.meta.initial === undefined ? type._zod.def.defaultValue : inner.meta.initial;
}

/** Compiles `z.lazy()`. The inner type may be recursive, and not compiled yet. */
export function lazy(type: z.core.$ZodLazy, compile: CompileInner): Compiled {
  const inner = compile(type._zod.innerType, "");
  const hasOwn = checksOf(type).length > 0 || z.globalRegistry.has(type);
  if (!hasOwn) return inner;
  return derive(inner, {
    get meta() {
      return metadataOf(type, inner.meta);
    },
    executable: gate(inner.executable, checksOf(type)),
  });
}

/** Compiles `.catch()`. A missing value is no error. */
export function caught(type: z.core.$ZodCatch, compile: CompileInner): Compiled {
  return derive(wrapper(type, compile), { required: false, absent: undefined, droppable: false });
}

export function nonOptional(type: z.core.$ZodNonOptional, compile: CompileInner): Compiled {
  return derive(wrapper(type, compile), { required: true, absent: undefined, droppable: false });
}
