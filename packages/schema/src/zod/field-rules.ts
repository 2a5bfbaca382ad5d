import { z } from "zod";
import type { Condition } from "../conditions/condition.ts";
import { definitionOf } from "./definition.ts";
import { insidesOf, partsOf } from "./type-parts.ts";

/** The metadata that makes a field depend on others. */
export interface FieldRules {
  readonly showWhen?: Condition | undefined;
  readonly requireWhen?: Condition | undefined;
  readonly computed?: ((siblings: never, facts: never) => unknown) | undefined;
}

/** Returns the rules of a type, through its wrappers. The outermost win. Works before a recursive type is compiled. */
export function rulesOf(type: z.core.$ZodType, outer: readonly z.core.$ZodType[] = []): FieldRules {
  if (outer.includes(type)) return {};
  const meta = z.globalRegistry.get(type);
  const inside = insidesOf(type);
  if (!meta && inside.length === 0) return {};
  const { showWhen, requireWhen, computed } = meta ?? {};
  const own = {
    ...(showWhen !== undefined && { showWhen }),
    ...(requireWhen !== undefined && { requireWhen }),
    ...(computed !== undefined && { computed }),
  };
  return Object.assign({}, ...inside.map((each) => rulesOf(each, [...outer, type])), own);
}

/** Returns true if a type has rules, or a type inside it. */
export function holdsRules(type: z.core.$ZodType): boolean {
  const seen = new Set([type]);
  for (const each of seen) {
    const { showWhen, requireWhen, computed } = z.globalRegistry.get(each) ?? {};
    if (showWhen ?? requireWhen ?? computed) return true;
    for (const [, part] of partsOf(each)) seen.add(part);
  }
  return false;
}

/** Returns true for a `z.preprocess()`, also inside wrappers. */
export function isPreprocessed(type: z.core.$ZodType): boolean {
  const def = definitionOf(type);
  if (def.type === "pipe") return definitionOf(def.in).type === "transform" || isPreprocessed(def.in);
  return "innerType" in def && isPreprocessed(def.innerType);
}
