import { z } from "zod";
import type { Wire } from "../wire/wire.ts";

/** Options of {@link leaf}. */
export interface LeafOptions {
  /** Kind by which widgets are chosen, such as `decimal`. */
  readonly kind: string;
  /** Values for the message's slots, in addition to `${val}`. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Further metadata. */
  readonly meta?: Readonly<Record<string, unknown>>;
}

/**
 * Makes a zod type for values that zod has no type for.
 *
 *     const point = leaf(isPoint, "notPoint", { decode: readPoint, encode: String }, { kind: "point" })
 *     point.optional(), point.default(origin), point.refine(…)   // all work as on any zod type
 *
 * Other values give the issue `{ code: "custom", params: { id, leaf: true, ...values } }`. It has no message, so the
 * catalogue supplies one.
 *
 * @param guard Returns true for the type's values
 * @param id Identifier of the message in the catalogue
 * @param wire Reads and writes a value's text
 * @returns the type, with `wire` and `kind` in its metadata
 */
export function leaf<T>(
  guard: (value: unknown) => value is T,
  id: string,
  wire: Wire<T>,
  options: LeafOptions,
): z.ZodCustom<T, T> {
  return z
    .custom<T>(guard, { params: { id, leaf: true, ...options.values }, abort: true })
    .meta({ ...options.meta, wire, kind: options.kind });
}
