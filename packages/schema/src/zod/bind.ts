import { z } from "zod";
import { type Bindings, Deferred } from "../deferred.ts";

/** A type with its deferred parts made, and the names of those that wait for bindings. */
export interface BoundType {
  readonly type: z.core.$ZodType;
  readonly waiting: readonly string[];
  /** Whether anything about it is deferred, bound or not. */
  readonly isDeferred: boolean;
}

/**
 * Makes what is deferred about a type itself, leaving the type as it is.
 *
 * @param bindings Undefined leaves deferred parts out
 */
export function bindType(type: z.core.$ZodType, bindings: Bindings | undefined): BoundType {
  const meta = z.globalRegistry.get(type);
  const names = Object.keys(meta ?? {}).filter(
    (name) => name === "onBind" || meta?.[name] instanceof Deferred,
  );
  if (!meta || names.length === 0) return { type, waiting: [], isDeferred: false };
  const { id: _, onBind, ...rest } = meta;
  const bound =
    bindings && typeof onBind === "function" ? onBind(type as never, bindings as never) : undefined;
  const entries = Object.entries(rest).flatMap(([name, value]) => {
    if (!(value instanceof Deferred)) return [[name, value] as const];
    return bindings ? [[name, value.make(bindings as never)] as const] : [];
  });
  // A clone, so that the metadata of this binding is no other's.
  const clone = z.core.clone(isType(bound) ? bound : type);
  z.globalRegistry.add(clone, Object.fromEntries(entries));
  return { type: clone, waiting: bindings ? [] : names, isDeferred: true };
}

function isType(value: unknown): value is z.core.$ZodType {
  return typeof value === "object" && value !== null && "_zod" in value;
}
