import type { z } from "zod";
import { INSIDE } from "../paths/edge.ts";
import { isWrapper, mapParts } from "../zod/type-parts.ts";
import { followed, type Inside, type WithInside } from "./type-at.ts";

/**
 * Replaces the type inside wrappers. Returns a changed copy.
 *
 *     changeInside(z.number().min(0).default(45), (number) => number.max(90))   // z.number().min(0).max(90).default(45)
 *     changeAt(Preset, "owner", (owner) => changeInside(owner, (it) => addChild(it, "phone", z.string())))
 *
 * Wrappers are `optional`, `nullable`, `default`, `prefault`, `catch`, `readonly`, `nonoptional`, `lazy`, `preprocess`, pipes
 * and codecs, of which it changes the first type. Their checks, messages and metadata are kept.
 *
 * @param type Left unchanged
 * @param change Gets the innermost type; a type without wrappers is its own
 */
export function changeInside<T extends z.core.$ZodType, N extends z.core.$ZodType>(
  type: T,
  change: (inside: Inside<T>) => N,
): WithInside<T, N> {
  return followed(inside(type, followed(change)));
}

type ChangeType = (type: z.core.$ZodType) => z.core.$ZodType;

function inside(type: z.core.$ZodType, change: ChangeType): z.core.$ZodType {
  return isWrapper(type)
    ? mapParts(type, (part, edge) => (edge === INSIDE ? inside(part, change) : part))
    : change(type);
}
