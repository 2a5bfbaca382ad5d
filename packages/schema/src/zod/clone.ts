import { z } from "zod";

/**
 * Clones a type with some of its definition replaced; custom error messages stay, metadata does not.
 *
 * Definitions are merged by their properties as they stand: a default may be made anew at each look.
 *
 * @returns the type itself where nothing is replaced
 */
export function rebuild<T extends z.core.$ZodType>(type: T, replaced: Partial<T["_zod"]["def"]>): T {
  const { def } = type._zod;
  const changed = Object.entries(replaced).some(([key, value]) => Reflect.get(def, key) !== value);
  return changed ? z.core.clone(type, z.core.util.mergeDefs(def, replaced)) : type;
}

/** A check of any value; what it checks is known to the type that it came with. */
export type Check = z.core.$ZodCheck;

/**
 * Runs checks only after the type in front of them has passed: zod itself runs a parent's refinements although a check
 * of a child failed.
 */
export function gate(type: z.core.$ZodType, checks: readonly Check[]): z.core.$ZodType {
  if (checks.length === 0) return type;
  // The checks came with the type in front, so they get the values that they were written for.
  const checked = z.any().check(...(checks as readonly z.core.$ZodCheck<unknown>[]));
  // What is absent is not checked, as zod does not.
  return z.pipe(type, z.optional(checked));
}

/** The checks attached to a type. */
export function checksOf(type: z.core.$ZodType): readonly Check[] {
  return type._zod.def.checks ?? [];
}

/** zod strips a key named `__proto__`, even a required one, so it runs under this name and gets its own back. */
export const SAFE_PROTO = "\u0000proto";

/** The name that a key runs under. */
export function safeKey(name: string): string {
  return name === "__proto__" ? SAFE_PROTO : name;
}

/** Runs an object type whose output has an own key `__proto__` where one came in. */
export function withProto(type: z.core.$ZodType): z.core.$ZodType {
  return z.pipe(
    type,
    z.transform((value: object) => {
      const descriptor = Object.getOwnPropertyDescriptor(value, SAFE_PROTO);
      if (!descriptor) return value;
      Reflect.deleteProperty(value, SAFE_PROTO);
      return Object.defineProperty(value, "__proto__", descriptor);
    }),
  );
}
