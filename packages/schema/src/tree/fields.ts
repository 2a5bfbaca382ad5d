import { z } from "zod";
import { objectDefinition } from "../zod/definition.ts";
import { PathError } from "../paths/path-error.ts";
import { followed } from "./type-at.ts";
import { keepMetadata } from "../zod/clone.ts";

/** The place of a field among others. */
export interface Position<Name extends string = string> {
  /** Name of the next field. Default: last. Names that are whole numbers always come first in JavaScript. */
  readonly before?: Name;
}

/** Fields by name, as functions: a field written as a getter may refer to the unfinished object. */
export type Fields = Map<string, () => z.core.$ZodType>;

/** Returns the fields of an object, in order. */
export function fieldsOf(object: z.core.$ZodObject): Fields {
  const def = objectDefinition(object);
  return new Map(Object.keys(rawShape(def)).map((name) => [name, () => def.shape[name] ?? z.never()]));
}

/** Returns the type of a field, unless it is a getter that was not called yet. */
export function settledField(object: z.core.$ZodObject, name: string): z.core.$ZodType | undefined {
  return Object.getOwnPropertyDescriptor(rawShape(objectDefinition(object)), name)?.value;
}

/** Returns the fields of an object with their getters. zod 4.5 can't show them, so it calls them here. */
function rawShape(def: z.core.$ZodObjectDef): z.core.$ZodShape {
  const { rawShape: read }: Partial<typeof z.core.util> = z.core.util;
  return read?.(def) ?? def.shape;
}

/** Returns the fields with one moved before another, or to the end. */
export function moveField(fields: Fields, name: string, position: Position): Fields {
  const given: unknown = position;
  if (typeof given !== "object" || given === null)
    throw new TypeError(
      `The position of "${name}" is ${JSON.stringify(given)}; an object is expected: { before: "name of a field" }, or {} for the end`,
    );
  const { before } = position;
  if (before === undefined) return new Map([...without(fields, name), entryOf(fields, name)]);
  expectField(fields, before);
  if (before === name) return fields;
  return new Map(
    without(fields, name).flatMap((field) =>
      field[0] === before ? [entryOf(fields, name), field] : [field],
    ),
  );
}

/** Returns a copy of an object with other fields and other replaced parts of its definition. */
export function reshape<S extends z.core.$ZodShape, C extends z.core.$ZodObjectConfig>(
  object: z.ZodObject,
  fields: Fields,
  replaced: Partial<z.core.$ZodObjectDef> = {},
): z.ZodObject<S, C> {
  const shape = {};
  for (const [name, get] of fields)
    Object.defineProperty(shape, name, { get, enumerable: true, configurable: true });
  const made = z.core.clone(object, z.core.util.mergeDefs(objectDefinition(object), { ...replaced, shape }));
  keepMetadata(object, made);
  return followed(made);
}

function without(fields: Fields, name: string): [string, () => z.core.$ZodType][] {
  return [...fields].filter(([key]) => key !== name);
}

export function entryOf(fields: Fields, name: string): [string, () => z.core.$ZodType] {
  return [name, expectField(fields, name)];
}

/** Returns a field. Throws PathError if it is missing. */
export function expectField(fields: Fields, name: string): () => z.core.$ZodType {
  const field = fields.get(name);
  if (!field)
    throw new PathError(
      name,
      `No field "${name}" among ${[...fields.keys()].map((key) => `"${key}"`).join(", ")}`,
    );
  return field;
}
