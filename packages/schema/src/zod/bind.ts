import { z } from "zod";
import { isType } from "./definition.ts";
import { type Bindings, Deferred } from "../deferred.ts";

/** A type with its deferred parts computed, and the names of the parts that still wait for bindings. */
export interface BoundType {
  readonly type: z.core.$ZodType;
  readonly waiting: readonly string[];
  /** True if the type has deferred parts, bound or not. */
  readonly isDeferred: boolean;
}

/**
 * Computes the deferred parts of a type in a copy, but not those of its inner types.
 *
 * @param bindings If undefined, deferred parts are left out
 */
export function bindType(type: z.core.$ZodType, bindings: Bindings | undefined): BoundType {
  const meta = z.globalRegistry.get(type) ?? {};
  const waiting = Object.keys(meta).filter((name) => name === "onBind" || meta[name] instanceof Deferred);
  if (waiting.length === 0) return { type, waiting, isDeferred: false };
  const { id: _, onBind, ...rest } = meta;
  const entries = Object.entries(rest).flatMap(([name, value]) => {
    if (!(value instanceof Deferred)) return [[name, value] as const];
    return bindings ? [[name, call(value.make, bindings)] as const] : [];
  });
  // The clone inherits no metadata, so that values of these bindings don't reach other requests.
  const clone = z.core.clone(type, type._zod.def);
  z.globalRegistry.add(clone, Object.fromEntries(entries));
  if (!bindings) return { type: clone, waiting, isDeferred: true };
  const made = typeof onBind === "function" ? call(onBind, clone, bindings) : clone;
  // The type from `onBind` may have deferred parts too.
  return { type: bindType(isType(made) ? made : clone, bindings).type, waiting: [], isDeferred: true };
}

/** Calls a function of the schema's author, who alone knows its parameter types. */
function call(make: (...given: never[]) => unknown, ...given: readonly unknown[]): unknown {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the author's function says what it is given
  return make(...(given as never[]));
}
