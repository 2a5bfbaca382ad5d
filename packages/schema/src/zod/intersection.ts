import { z } from "zod";
import { cloneWith, keepMetadata } from "./clone.ts";
import { type Compiled, type Compile, derive, metadataOf } from "./compiled.ts";
import { definitionOf } from "./definition.ts";
import { checksOf, gate } from "./gate.ts";
import { shapeOf } from "./shape-of.ts";

/**
 * Compiles an intersection. Two objects become one with the fields of both, a union one with the other type in each option, and
 * two single values one with the checks of both.
 *
 *     Base.and(z.discriminatedUnion("kind", [Circle, Square]))   // a union of Base with Circle, and Base with Square
 *
 * @returns undefined for other types: no page shows a value of both
 */
export function intersection(type: z.core.$ZodIntersection, compile: Compile): Compiled | undefined {
  const { left, right } = type._zod.def;
  const merged = merge(left, right);
  const made = merged ? compile(merged, "") : bothTexts(type, compile);
  if (!made) return undefined;
  return derive(made, {
    type,
    get meta() {
      return metadataOf(type, made.meta);
    },
    executable: gate(made.executable, checksOf(type)),
  });
}

function bothTexts(type: z.core.$ZodIntersection, compile: Compile): Compiled | undefined {
  const { left, right } = type._zod.def;
  if (shapeOf(left) !== "text" || shapeOf(right) !== "text") return undefined;
  const [first, second] = [compile(left, ""), compile(right, "")];
  if (first.kind !== second.kind) return undefined;
  const [base, other] = first.required || !second.required ? [first, second] : [second, first];
  return derive(base, {
    meta: { ...other.meta, ...base.meta },
    constraints: { ...other.constraints, ...base.constraints },
    executable: cloneWith(type, { left: first.executable, right: second.executable, checks: [] }),
    accepts: (value) => first.accepts(value) && second.accepts(value),
  });
}

/** Merges two types of objects into one type. Returns undefined for other types. */
function merge(left: z.core.$ZodType, right: z.core.$ZodType): z.core.$ZodType | undefined {
  const [first, second] = [bareOf(left), bareOf(right)];
  if (!first || !second) return undefined;
  if (first instanceof z.core.$ZodUnion) return mergeOptions(first, (option) => merge(option, second));
  if (second instanceof z.core.$ZodUnion) return mergeOptions(second, (option) => merge(first, option));
  return first instanceof z.core.$ZodObject && second instanceof z.core.$ZodObject
    ? mergeObjects(first, second)
    : undefined;
}

/** Returns the object or union in a type, without wrappers that change nothing in a form. */
function bareOf(type: z.core.$ZodType): z.core.$ZodType | undefined {
  const def = definitionOf(type);
  if (def.type === "readonly") return bareOf(def.innerType);
  if (def.type === "lazy") return checksOf(type).length > 0 ? undefined : bareOf(def.getter());
  if (def.type === "intersection") return checksOf(type).length > 0 ? undefined : merge(def.left, def.right);
  return type;
}

function mergeOptions(
  union: z.core.$ZodUnion,
  mergeOption: (option: z.core.$ZodType) => z.core.$ZodType | undefined,
): z.core.$ZodType | undefined {
  const options = union._zod.def.options.flatMap((option) => {
    const merged = mergeOption(option);
    // The title of an option names the case.
    if (merged) keepMetadata(option, merged);
    return merged ? [merged] : [];
  });
  return options.length === union._zod.def.options.length ? cloneWith(union, { options }) : undefined;
}

function mergeObjects(left: z.core.$ZodObject, right: z.core.$ZodObject): z.core.$ZodType {
  const [first, second] = [left._zod.def, right._zod.def];
  const shape: Record<string, z.core.$ZodType> = {};
  for (const name of new Set([...Object.keys(first.shape), ...Object.keys(second.shape)])) {
    // A side that does not name a field applies its type for unknown names.
    const sides = [
      own(first.shape, name) ?? typeOfUnknown(first.catchall),
      own(second.shape, name) ?? typeOfUnknown(second.catchall),
    ].filter((side) => side !== undefined);
    const [one, other] = sides;
    if (one) shape[name] = other ? both(one, other) : one;
  }
  const catchall = mergeCatchalls(first.catchall, second.catchall);
  return new z.ZodObject({
    type: "object",
    shape,
    checks: [...checksOf(left), ...checksOf(right)],
    ...(catchall && { catchall }),
  });
}

function both(left: z.core.$ZodType, right: z.core.$ZodType): z.core.$ZodType {
  return left === right ? left : new z.ZodIntersection({ type: "intersection", left, right });
}

function own(shape: z.core.$ZodShape, name: string): z.core.$ZodType | undefined {
  return Object.hasOwn(shape, name) ? shape[name] : undefined;
}

/** Merges the types of unknown names: an object drops them without one, `z.never()` refuses them. */
function mergeCatchalls(
  left: z.core.$ZodType | undefined,
  right: z.core.$ZodType | undefined,
): z.core.$ZodType | undefined {
  // Zod refuses a name only if both sides do.
  if (isNever(left) || isNever(right)) return isNever(left) ? right : left;
  const [first, second] = [typeOfUnknown(left), typeOfUnknown(right)];
  return first && second ? both(first, second) : (first ?? second ?? left ?? right);
}

function isNever(type: z.core.$ZodType | undefined): boolean {
  return type !== undefined && definitionOf(type).type === "never";
}

/** Returns the type of unknown names, if they have one. */
function typeOfUnknown(catchall: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  const name = catchall && definitionOf(catchall).type;
  return name === undefined || name === "never" || name === "unknown" || name === "any"
    ? undefined
    : catchall;
}
