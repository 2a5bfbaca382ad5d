import { z } from "zod";
import { type Compiled, type Compile, derive, metadataOf } from "./compiled.ts";
import type { Faults } from "./faults.ts";
import { cloneWith, keepMetadata } from "./clone.ts";
import { definitionOf } from "./definition.ts";
import { checksOf, gate } from "./gate.ts";
import { nothing } from "./leaves.ts";
import { leftOut, type Nothing } from "../left-out.ts";

type Wrapper =
  | z.core.$ZodOptional
  | z.core.$ZodNullable
  | z.core.$ZodDefault
  | z.core.$ZodPrefault
  | z.core.$ZodCatch
  | z.core.$ZodReadonly
  | z.core.$ZodNonOptional;

/** Compiles a wrapper: a clone of it runs the compiled inner type. */
export function wrapper(type: Wrapper, compile: Compile): Compiled {
  const inner = compile(innerTypeOf(type), "");
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

/** Returns the inner type. A `wire` on the wrapper is meant for it. */
function innerTypeOf(type: Wrapper): z.core.$ZodType {
  const { innerType } = type._zod.def;
  const { wire } = z.globalRegistry.get(type) ?? {};
  if (!wire) return innerType;
  const clone = z.core.clone(innerType);
  keepMetadata(innerType, clone);
  z.globalRegistry.add(clone, { ...z.globalRegistry.get(clone), wire });
  return clone;
}

/** Compiles `.optional()`. A missing value stays absent; a missing item of an array is left out. */
export function optional(type: z.core.$ZodOptional, compile: Compile): Compiled {
  // A value that must be absent, as in `z.object({ old: z.never().optional() })`.
  const isNever = type._zod.def.innerType._zod.def.type === "never";
  return mayBeLeftOut(wrapper(type, isNever ? nothing : compile), {
    absent: () => undefined,
    droppable: true,
    leftOutValues: ({ leftOutValues }) =>
      leftOutValues.includes(undefined) || hasDefault(type._zod.def.innerType)
        ? leftOutValues
        : [undefined, ...leftOutValues],
    accepts: (inner, value) => value === undefined || inner.accepts(value),
  });
}

/** Compiles `.nullable()`. A missing value becomes null, unless the inner type allows a missing value. */
export function nullable(type: z.core.$ZodNullable, compile: Compile): Compiled {
  return mayBeLeftOut(wrapper(type, compile), {
    absent: ({ required }) => (required ? null : undefined),
    leftOutValues: ({ leftOutValues }) =>
      leftOutValues.includes(null) ? leftOutValues : [...leftOutValues, null],
    accepts: (inner, value) => value === null || inner.accepts(value),
  });
}

/** How a wrapper lets a value be left out, by its inner type. These are functions, because a recursive type is not compiled yet. */
interface LeavingOut {
  readonly absent: (inner: Compiled) => Nothing;
  readonly droppable?: true;
  readonly leftOutValues: (inner: Compiled) => readonly Nothing[];
  readonly accepts: (inner: Compiled, value: unknown) => boolean;
}

function mayBeLeftOut(inner: Compiled, { absent, droppable, leftOutValues, accepts }: LeavingOut): Compiled {
  let values: readonly Nothing[] | undefined;
  const nothings = (): readonly Nothing[] => (values ??= leftOutValues(inner));
  return derive(inner, {
    required: false,
    get absent() {
      return absent(inner);
    },
    get leftOutValues() {
      return nothings();
    },
    ...(droppable && { droppable }),
    decode(value) {
      if (value === null && nothings().includes(null)) return null;
      const out = leftOut(value);
      return out ? nothingOf(out, nothings()) : inner.decode(value);
    },
    serialize(value, faults) {
      if (value === undefined || value === null) return shownIfMissing(inner, value, nothings(), faults);
      return inner.serialize(value, faults);
    },
    fresh: () => inner.fresh(),
    accepts: (value) => accepts(inner, value),
  });
}

/** Returns the value of a group that is left out, if its type allows the value. */
export function nothingOf({ nothing }: { readonly nothing: Nothing }, allowed: readonly Nothing[]): Nothing {
  return allowed.includes(nothing) ? nothing : allowed[0];
}

/** Shows a missing group as nothing, unless it has an initial value. A recursive group would never end. */
function shownIfMissing(
  inner: Compiled,
  value: Nothing,
  nothings: readonly Nothing[],
  faults: Faults | undefined,
): unknown {
  if (inner.isLeaf) return inner.serialize(value === null && inner.accepts(null) ? null : undefined, faults);
  if (value === null && nothings.includes(null)) return null;
  return (inner.meta.initial ?? undefined) === undefined ? undefined : inner.serialize(undefined, faults);
}

/** Returns true if a type replaces a missing value by a default. */
function hasDefault(type: z.core.$ZodType): boolean {
  const def = definitionOf(type);
  switch (def.type) {
    case "default":
    case "prefault":
      return true;
    case "optional":
    case "nullable":
    case "readonly":
      return hasDefault(def.innerType);
    default:
      return false;
  }
}

/** Compiles `.default()` and `.prefault()`. The default replaces a missing value and is shown in an empty form. */
export function defaulted(type: z.core.$ZodDefault | z.core.$ZodPrefault, compile: Compile): Compiled {
  const inner = wrapper(type, compile);
  const serialize: Compiled["serialize"] = (value, faults) => {
    // Null is a value if the type accepts it.
    const isMissing = value === undefined || (value === null && !inner.accepts(null));
    return inner.serialize(isMissing ? shownWhenMissing(inner, type) : value, faults);
  };
  return derive(inner, {
    required: false,
    absent: undefined,
    droppable: false,
    get leftOutValues() {
      return inner.leftOutValues.filter((nothing) => nothing === null);
    },
    serialize,
    fresh: () => serialize(undefined) ?? inner.fresh(),
  });
}

/** Returns `initial` (null shows nothing), or else the default. */
function shownWhenMissing(inner: Compiled, type: z.core.$ZodDefault | z.core.$ZodPrefault): unknown {
  return inner.meta.initial === undefined ? type._zod.def.defaultValue : inner.meta.initial;
}

/** Compiles `z.lazy()`. The inner type may be recursive, and not compiled yet. */
export function lazy(type: z.core.$ZodLazy, compile: Compile): Compiled {
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
export function caught(type: z.core.$ZodCatch, compile: Compile): Compiled {
  return derive(wrapper(type, compile), { required: false, absent: undefined, droppable: false });
}

export function nonOptional(type: z.core.$ZodNonOptional, compile: Compile): Compiled {
  const inner = wrapper(type, compile);
  return derive(inner, {
    required: true,
    absent: undefined,
    droppable: false,
    get leftOutValues() {
      return inner.leftOutValues.filter((nothing) => nothing === null);
    },
  });
}
