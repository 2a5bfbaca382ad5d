import { z } from "zod";
import { isBare, print } from "../print.ts";
import { type AnyWire, encode } from "../wire/wire.ts";
import { type Choice, type Compiled, compiled, metadataOf, unmeasured } from "./compiled.ts";
import type { Kind } from "../kind.ts";
import { constraintsOf } from "./constraints.ts";
import { MOMENTS, refuseLeaf } from "./faults.ts";
import { PARSE_OPTIONS } from "./parse-options.ts";
import { cloneWith } from "./clone.ts";

export interface LeafOptions {
  readonly kind: Kind;
  readonly wire: AnyWire;
  readonly accepts: (value: unknown) => boolean;
  readonly choices?: readonly Choice[];
  /** The zod type that parses a value. Default: the type itself. */
  readonly parser?: z.core.$ZodType | undefined;
}

/** Compiles a type written as one text. */
export function leaf(type: z.core.$ZodType, { parser, ...options }: LeafOptions): Compiled {
  const meta = metadataOf(type);
  const wire = meta.wire ?? options.wire;
  const keepsEmpty = meta.allowEmpty === true;
  const kind = meta.kind ?? options.kind;
  const executable = parser ?? withoutCoercion(type);
  // Only the type itself knows the values of a custom wire.
  const accepts = meta.wire ? acceptsBare(type) : options.accepts;
  const takesNull = accepts(null);
  return compiled({
    ...options,
    accepts,
    type,
    meta,
    kind,
    isLeaf: true,
    constraints: constraintsOf(type),
    executable,
    decode(value) {
      if (typeof value === "string") return value === "" && !keepsEmpty ? undefined : wire.decode(value);
      if (isNothing(value)) return takesNull && value === null ? null : undefined;
      const read = converted(value, wire);
      // A falsy value of another type counts as missing.
      if (!value && !accepts(read)) return undefined;
      return typeof read !== "object" || accepts(read) ? read : unmeasured(read);
    },
    serialize(value, faults) {
      const shown = value === null && takesNull ? null : (value ?? meta.initial);
      if (kind === "boolean" && value !== undefined && isNothing(shown)) return encode(wire, false);
      if (shown === undefined || (shown === null && !takesNull)) return undefined;
      const text = write(wire, accepts(shown) ? shown : converted(shown, wire), accepts);
      const read = wire.decode(text);
      if ((accepts(read) && !Array.isArray(shown)) || isEndless(shown)) return text;
      // A falsy value of another type counts as missing.
      if ((!shown && shown !== "") || (MOMENTS.has(kind) && isNothing(shown || undefined))) return undefined;
      if (faults) {
        const given = Array.isArray(shown) ? shown : read;
        const { error } = z.core.safeParse(executable, given, PARSE_OPTIONS);
        refuseLeaf(faults, kind, shown, error?.issues ?? []);
      }
      return text;
    },
  });
}

/** Returns a function that tells if a type takes a value, without its checks. */
function acceptsBare(type: z.core.$ZodType): (value: unknown) => boolean {
  const bare = cloneWith(type, { checks: [] });
  return (value) => z.core.safeParse(bare, value).success;
}

/** Returns true for NaN and infinities. They are shown, but can't be read. */
function isEndless(value: unknown): boolean {
  return typeof value === "number" && !Number.isFinite(value);
}

/** Returns true for undefined, null, and an empty list, set or mapping. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (value instanceof Set || value instanceof Map) return value.size === 0;
  return (Array.isArray(value) || isBare(value)) && Object.keys(value).length === 0;
}

/**
 * Converts a typed value, such as a number from JSON, by way of its text. If the text can't be read, keeps the value.
 * Booleans become 1 and 0.
 */
function converted(value: unknown, wire: AnyWire): unknown {
  if (Array.isArray(value) || value instanceof Date || value instanceof File) return value;
  const text = typeof value === "boolean" ? String(Number(value)) : print(value);
  const read = text === "" ? text : wire.decode(text);
  return typeof read === "string" || typeof read === typeof value ? value : read;
}

/** Writes a value as text. Prints a value of the wrong type, so that a person can correct it. */
function write(wire: AnyWire, value: unknown, accepts: (value: unknown) => boolean): string {
  const read = typeof value === "string" && !accepts(value) ? wire.decode(value) : value;
  return accepts(read) || value instanceof Date ? encode(wire, read) : print(value);
}

/** Removes coercion. The wire has converted the value; `z.coerce` would turn a missing one into `"undefined"`. */
function withoutCoercion(type: z.core.$ZodType): z.core.$ZodType {
  const { def } = type._zod;
  return "coerce" in def && def.coerce
    ? z.core.clone(type, z.core.util.mergeDefs(def, { coerce: false }))
    : type;
}
