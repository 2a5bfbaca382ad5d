import { z } from "zod";
import type { Wire } from "../wire/wire.ts";

/** What a leaf says of itself besides its wire. */
export interface LeafOptions {
  /** What widgets choose by, such as `decimal`. */
  readonly kind: string;
  /** Fills the slots of the message, besides `${val}`. */
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
 * A value that is not of the type gives the issue `{ code: "custom", params: { id, leaf: true, ...values } }` without a
 * message of its own, so that the catalogue gives it.
 *
 * @param guard Tells the type's values from others
 * @param id Identifier of the message in the catalogue
 * @param wire How a value is written as text
 * @returns the type, with `wire` and `kind` in its metadata
 */
export function leaf<T>(
  guard: (value: unknown) => value is T,
  id: string,
  wire: Wire<T>,
  options: LeafOptions,
): z.ZodCustom<T, T> {
  return z
    .custom<T>(guard, { params: { id, leaf: true, ...options.values } })
    .meta({ ...options.meta, wire, kind: options.kind });
}
