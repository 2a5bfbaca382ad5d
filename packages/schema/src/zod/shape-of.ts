import type { z } from "zod";
import { definitionOf } from "./definition.ts";
import { insidesOf } from "./type-parts.ts";

/** The general form of a posted value: one text or file, a mapping of fields, or a list. */
export type Shape = "text" | "fields" | "list";

/**
 * Returns the shape that all values of a type have when they are posted. Looks at definitions only, so that it works for
 * recursive types before they are compiled.
 *
 * @returns undefined if values have different shapes, or if a type holds nothing but itself
 */
export function shapeOf(type: z.core.$ZodType, outer: readonly z.core.$ZodType[] = []): Shape | undefined {
  if (outer.includes(type)) return undefined;
  const def = definitionOf(type);
  switch (def.type) {
    case "object":
      return "fields";
    case "array":
    case "tuple":
    case "set":
    case "map":
    case "record":
      return "list";
    case "any":
    case "unknown":
      return undefined;
    case "pipe":
      return shapeOf(insidesOf(type)[0] ?? def.in, [...outer, type]);
    default: {
      const shapes = new Set(insidesOf(type).map((inside) => shapeOf(inside, [...outer, type])));
      const [shape = "text"] = shapes;
      return shapes.size > 1 ? undefined : shapes.has(undefined) ? undefined : shape;
    }
  }
}
