import type { z } from "zod";
import { INSIDE } from "../paths/edge.ts";
import { isWrapper, mapParts } from "../zod/type-parts.ts";
import { followed, type Inside, type WithInside } from "./type-at.ts";

/**
 * Makes a type that wraps another than it did.
 *
 *     changeInside(z.number().min(0).default(45), (number) => number.max(90))   // z.number().min(0).max(90).default(45)
 *     changeAt(Preset, "owner", (owner) => changeInside(owner, (it) => addChild(it, "phone", z.string())))
 *
 * Seen through are `optional`, `nullable`, `default`, `prefault`, `catch`, `readonly`, `nonoptional`, `lazy`, the first
 * type of a pipe or codec and what stands after a `preprocess`. Their checks, messages and metadata are kept.
 *
 * @param type Left unchanged
 * @param change Gets the innermost type; a type without wrappers itself
 */
export function changeInside<T extends z.ZodType, N extends z.ZodType>(
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
