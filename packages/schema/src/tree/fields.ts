import { z } from "zod";
import { objectDefinition } from "../zod/definition.ts";
import { PathError } from "../paths/path-error.ts";
import { followed } from "./type-at.ts";
import { keepMetadata } from "../zod/clone.ts";

/** Where a field goes. */
export interface Position<Name extends string = string> {
  /** The field it comes before; default: last. Names that are whole numbers always come first, as JavaScript has it. */
  readonly before?: Name;
}

/** Fields by name; a field written as a getter is not asked before it is needed, since it may name the object to come. */
export type Fields = Map<string, () => z.core.$ZodType>;

/** @returns the fields of an object, in order */
export function fieldsOf(object: z.core.$ZodObject): Fields {
  const def = objectDefinition(object);
  const names = Object.keys(z.core.util.rawShape(def) ?? def.shape);
  return new Map(names.map((name) => [name, () => def.shape[name] ?? z.never()]));
}

/** @returns the type of a field that is not written as a getter, or has been asked for */
export function settledField(object: z.core.$ZodObject, name: string): z.core.$ZodType | undefined {
  const def = objectDefinition(object);
  const shape = z.core.util.rawShape(def) ?? def.shape;
  return Object.getOwnPropertyDescriptor(shape, name)?.value;
}

/** @returns fields with one of them before another or last */
export function moveField(fields: Fields, name: string, { before }: Position): Fields {
  if (before === undefined) return new Map([...without(fields, name), entryOf(fields, name)]);
  expectField(fields, before);
  if (before === name) return fields;
  return new Map(
    without(fields, name).flatMap((each) => (each[0] === before ? [entryOf(fields, name), each] : [each])),
  );
}

/** @returns an object like another, but for its fields and what else of its definition is replaced */
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
  return [...fields].filter(([each]) => each !== name);
}

/** @returns a field and its name */
export function entryOf(fields: Fields, name: string): [string, () => z.core.$ZodType] {
  return [name, expectField(fields, name)];
}

/** @throws PathError where there is no such field */
export function expectField(fields: Fields, name: string): () => z.core.$ZodType {
  const field = fields.get(name);
  if (!field)
    throw new PathError(
      name,
      `No field "${name}" among ${[...fields.keys()].map((each) => `"${each}"`).join(", ")}`,
    );
  return field;
}
