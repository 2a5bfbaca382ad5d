import type { z } from "zod";
import { entryOf, expectField, fieldsOf, moveField, type Position, reshape } from "./fields.ts";
import { PathError } from "../paths/path-error.ts";

type Shape = z.core.$ZodShape;
type Config = z.core.$ZodObjectConfig;
type Name<S> = keyof S & string;
type IsNew<S, K> = string extends keyof S ? unknown : K extends keyof S ? never : unknown;

/**
 * Makes an object with one more field.
 *
 *     addChild(Preset, "motor", z.enum(["left", "right"]), { before: "cycles" })
 *
 * Unlike zod's `.extend()` it puts the field where it belongs; refinements, messages and metadata are kept.
 *
 * @param object Left unchanged
 * @throws PathError where the object has such a field, or lacks the one to come before
 */
export function addChild<
  S extends Shape,
  C extends Config,
  const K extends string,
  N extends z.core.$ZodType,
>(
  object: z.ZodObject<S, C>,
  name: K & IsNew<S, K>,
  type: N,
  position: Position<Name<S>> = {},
): z.ZodObject<z.core.util.Extend<S, { [F in K]: N }>, C> {
  const fields = fieldsOf(object);
  if (fields.has(name))
    throw new PathError(name, `There is a field "${name}": replaceChild puts another in its place`);
  fields.set(name, () => type);
  return reshape(object, moveField(fields, name, position));
}

/**
 * Makes an object with a field of another type, in the same place.
 *
 *     replaceChild(Preset, "repeats", z.int().min(1).max(99))
 *
 * @param object Left unchanged; its refinements stay, and meet what the new type puts out
 * @throws PathError where the object has no such field
 */
export function replaceChild<
  S extends Shape,
  C extends Config,
  const K extends Name<S>,
  N extends z.core.$ZodType,
>(object: z.ZodObject<S, C>, name: K, type: N): z.ZodObject<{ [F in keyof S]: F extends K ? N : S[F] }, C> {
  const fields = fieldsOf(object);
  expectField(fields, name);
  return reshape(
    object,
    fields.set(name, () => type),
  );
}

/**
 * Makes an object without a field.
 *
 *     removeChild(Preset, "repeats")
 *
 * @param object Left unchanged; its refinements stay, though zod's `.omit()` refuses objects that have some: one that
 *   reads the field will find it undefined
 * @throws PathError where the object has no such field
 */
export function removeChild<S extends Shape, C extends Config, const K extends Name<S>>(
  object: z.ZodObject<S, C>,
  name: K,
): z.ZodObject<z.core.util.Flatten<Omit<S, K>>, C> {
  const fields = fieldsOf(object);
  expectField(fields, name);
  fields.delete(name);
  return reshape(object, fields);
}

/**
 * Makes an object with a field in another place.
 *
 *     moveChild(Preset, "cycles", { before: "name" })
 *
 * @param object Left unchanged
 * @throws PathError where the object lacks one of the fields
 */
export function moveChild<S extends Shape, C extends Config>(
  object: z.ZodObject<S, C>,
  name: Name<S>,
  position: Position<Name<S>> = {},
): z.ZodObject<S, C> {
  const fields = fieldsOf(object);
  expectField(fields, name);
  return reshape(object, moveField(fields, name, position));
}

/**
 * Makes an object with its fields in another order.
 *
 *     reorderChildren(Preset, ["cycles", "name"])   // then all others, as they were
 *
 * @param object Left unchanged
 * @throws PathError where the object lacks one of the fields
 */
export function reorderChildren<S extends Shape, C extends Config>(
  object: z.ZodObject<S, C>,
  names: readonly Name<S>[],
): z.ZodObject<S, C> {
  const fields = fieldsOf(object);
  for (const name of names) expectField(fields, name);
  const first = new Set<string>(names);
  return reshape(object, new Map([...[...first].map((name) => entryOf(fields, name)), ...fields]));
}
