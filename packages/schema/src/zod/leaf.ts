import type { z } from "zod";
import type { AnyWire } from "../wire/wire.ts";
import type { Choice, Compiled, Kind } from "./compiled.ts";
import { constraintsOf } from "./constraints.ts";
import { metadataOf } from "./metadata-of.ts";
import { rebuild } from "./rebuild.ts";

/** What a kind of leaf needs beyond its type. */
export interface LeafOptions {
  readonly kind: Kind;
  readonly wire: AnyWire;
  readonly choices?: readonly Choice[];
}

/** Compiles a type that is written as one text. */
export function leaf(type: z.core.$ZodType, options: LeafOptions): Compiled {
  const meta = metadataOf(type);
  const wire = meta.wire ?? options.wire;
  const keepsEmpty = meta.allowEmpty === true;
  return {
    ...options,
    type,
    meta,
    required: true,
    absent: undefined,
    droppable: false,
    constraints: constraintsOf(type),
    children: [],
    executable: withoutCoercion(type),
    decode(value) {
      if (typeof value !== "string") return value;
      return value === "" && !keepsEmpty ? undefined : wire.decode(value);
    },
    serialize: (value) => write(wire, value ?? meta.initial),
  };
}

/** Text of a value; a value of another type than the wire's is shown as it prints, so that a wrong appstruct can be mended. */
function write(wire: AnyWire, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  // The type and the wire belong together, whatever it is that they agree on.
  return typeof value === "string" && wire.decode(value) === value ? value : wire.encode(value as never);
}

/** The wire has converted already; `z.coerce` would make `"undefined"` of a missing value. */
function withoutCoercion(type: z.core.$ZodType): z.core.$ZodType {
  return "coerce" in type._zod.def ? rebuild(type, { coerce: false } as object) : type;
}
