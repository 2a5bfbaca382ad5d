import { z } from "zod";
import { isType } from "./definition.ts";
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
  const meta = z.globalRegistry.get(type) ?? {};
  const waiting = Object.keys(meta).filter((name) => name === "onBind" || meta[name] instanceof Deferred);
  if (waiting.length === 0) return { type, waiting, isDeferred: false };
  const { id: _, onBind, ...rest } = meta;
  const entries = Object.entries(rest).flatMap(([name, value]) => {
    if (!(value instanceof Deferred)) return [[name, value] as const];
    return bindings ? [[name, call(value.make, bindings)] as const] : [];
  });
  // A clone that inherits no metadata, so that what is made of these bindings is no other's.
  const clone = z.core.clone(type, type._zod.def);
  z.globalRegistry.add(clone, Object.fromEntries(entries));
  if (!bindings) return { type: clone, waiting, isDeferred: true };
  const made = typeof onBind === "function" ? call(onBind, clone, bindings) : clone;
  // What it is made into may have deferred parts of its own.
  return { type: bindType(isType(made) ? made : clone, bindings).type, waiting: [], isDeferred: true };
}

/** Calls a function of the schema's author, whose parameters have types that only the author knows. */
function call(make: (...given: never[]) => unknown, ...given: readonly unknown[]): unknown {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the author's function says what it is given
  return make(...(given as never[]));
}
