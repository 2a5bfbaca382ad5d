import { z } from "zod";
import { isBare, print } from "../print.ts";
import { type AnyWire, encode } from "../wire/wire.ts";
import { type Choice, type Compiled, compiled, metadataOf } from "./compiled.ts";
import type { Kind } from "../kind.ts";
import { constraintsOf } from "./constraints.ts";
import { MOMENTS, refuseLeaf } from "./faults.ts";
import { PARSE_OPTIONS } from "./parse-options.ts";
import { cloneWith } from "./clone.ts";

/** What a kind of leaf needs beyond its type. */
export interface LeafOptions {
  readonly kind: Kind;
  readonly wire: AnyWire;
  readonly accepts: (value: unknown) => boolean;
  readonly choices?: readonly Choice[];
}

/** Compiles a type that is written as one text. */
export function leaf(type: z.core.$ZodType, options: LeafOptions): Compiled {
  const meta = metadataOf(type);
  const wire = meta.wire ?? options.wire;
  const keepsEmpty = meta.allowEmpty === true;
  const kind = meta.kind ?? options.kind;
  const executable = withoutCoercion(type);
  const bare = cloneWith(type, { checks: [] });
  // What a type with a wire of its own takes, only it can say.
  const accepts = meta.wire ? (value: unknown) => z.core.safeParse(bare, value).success : options.accepts;
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
      // A falsy value of another type is no value.
      return !value && !accepts(read) ? undefined : read;
    },
    serialize(value, faults) {
      const shown = value === null && takesNull ? null : (value ?? meta.initial);
      if (kind === "boolean" && value !== undefined && isNothing(shown)) return encode(wire, false);
      if (shown === undefined || (shown === null && !takesNull)) return undefined;
      const text = write(wire, converted(shown, wire), accepts);
      const read = wire.decode(text);
      if ((accepts(read) && !Array.isArray(shown)) || isEndless(shown)) return text;
      // A falsy value of another type is no value.
      if (!shown && (shown !== "" || MOMENTS.has(kind))) return undefined;
      if (faults) {
        const given = Array.isArray(shown) ? shown : read;
        const { error } = z.core.safeParse(executable, given, PARSE_OPTIONS);
        refuseLeaf(faults, kind, shown, error?.issues ?? []);
      }
      return text;
    },
  });
}

/** Numbers that only a program has: shown, though no text is read as one. */
function isEndless(value: unknown): boolean {
  return typeof value === "number" && !Number.isFinite(value);
}

/** What no leaf could be: JSON's null, an empty list or mapping. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return (Array.isArray(value) || isBare(value)) && Object.keys(value).length === 0;
}

/**
 * A value that is of a type already, such as a number of JSON: where its text reads as one of this type, that is meant.
 * Truth is 1 and 0 where a number is meant.
 */
function converted(value: unknown, wire: AnyWire): unknown {
  if (Array.isArray(value) || value instanceof Date || value instanceof File) return value;
  const text = typeof value === "boolean" ? String(Number(value)) : print(value);
  const read = text === "" ? text : wire.decode(text);
  return typeof read === "string" || typeof read === typeof value ? value : read;
}

/** Text of a value; one that is not of the type is shown as it prints, so that a wrong appstruct can be mended. */
function write(wire: AnyWire, value: unknown, accepts: (value: unknown) => boolean): string {
  const read = typeof value === "string" && !accepts(value) ? wire.decode(value) : value;
  return accepts(read) || value instanceof Date ? encode(wire, read) : print(value);
}

/** The wire has converted already; `z.coerce` would make `"undefined"` of a missing value. */
function withoutCoercion(type: z.core.$ZodType): z.core.$ZodType {
  const { def } = type._zod;
  return "coerce" in def && def.coerce
    ? z.core.clone(type, z.core.util.mergeDefs(def, { coerce: false }))
    : type;
}
