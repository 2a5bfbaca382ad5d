import type { z } from "zod";
import { entryOf, expectField, fieldsOf, moveField, type Position, reshape } from "./fields.ts";
import { PathError } from "../paths/path-error.ts";

type Shape = z.core.$ZodShape;
type Config = z.core.$ZodObjectConfig;
type Name<S> = keyof S & string;
type IsNew<S, K> = string extends keyof S ? unknown : K extends keyof S ? never : unknown;

/**
 * Adds a field to an object. Returns a changed copy.
 *
 *     addChild(Preset, "motor", z.enum(["left", "right"]), { before: "cycles" })
 *
 * Unlike zod's `.extend()`, it can put the field before another. Refinements, messages and metadata are kept.
 *
 * @param object Left unchanged
 * @throws PathError if the object has the field already, or lacks the field named by `before`
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
    throw new PathError(name, `The object already has a field "${name}". Use replaceChild to change it`);
  fields.set(name, () => type);
  return reshape(object, moveField(fields, name, position));
}

/**
 * Replaces the type of a field in the same place. Returns a changed copy.
 *
 *     replaceChild(Preset, "repeats", z.int().min(1).max(99))
 *
 * @param object Left unchanged. Its refinements are kept and get the output of the new type
 * @throws PathError if the object lacks the field
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
 * Removes a field from an object. Returns a changed copy.
 *
 *     removeChild(Preset, "repeats")
 *
 * @param object Left unchanged. Its refinements are kept (zod's `.omit()` refuses them), and find the field undefined
 * @throws PathError if the object lacks the field
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
 * Moves a field before another, or to the end. Returns a changed copy.
 *
 *     moveChild(Preset, "cycles", { before: "name" })
 *
 * @param object Left unchanged
 * @throws PathError if the object lacks one of the fields
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
 * Puts the fields of an object in another order. Returns a changed copy.
 *
 *     reorderChildren(Preset, ["cycles", "name"])   // then all others, in their old order
 *
 * @param object Left unchanged
 * @throws PathError if the object lacks one of the fields
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
