import type { SchemaNode } from "@turnform/schema";
import { isMapping } from "../field/cstruct.ts";

/**
 * Checks that data has the shape of its schema: lists, objects and single values in the same places. Values may be missing or
 * invalid, because people can correct them. The error does not quote the data.
 *
 * @param node Root of the schema
 * @param data The schema's output, or any part of it
 * @throws TypeError with the path of the first value of another shape
 */
export function checkData(formId: string, node: SchemaNode, data: unknown): void {
  const path: (string | number)[] = [];
  const expected = misfit(node, data, path);
  if (expected === undefined) return;
  const place = path.length === 0 ? "The data" : `"${path.join(".")}" in the data`;
  const given = path.reduce<unknown>((value, key) => partOf(value, key), data);
  throw new TypeError(
    `${place} of form "${formId}" is ${sortOf(given)}, but the schema expects ${expected}. Give render() and load the schema's output, or a part of it`,
  );
}

/** Returns the shape expected of the first value that has another one, and leaves its path in `path`. */
function misfit(node: SchemaNode, value: unknown, path: (string | number)[]): string | undefined {
  if (value === undefined || value === null) return undefined;
  const shape = isUnionOfObjects(node) ? anyObject : shapes[node.containment.name];
  if ((!shape && typeof value !== "object") || node.isConverted) return undefined;
  if (!shape) return SINGLE.has(node.kind) && hasParts(value) ? "a single value" : undefined;
  if (!shape.fits(value)) return node.meta.acceptScalar === true ? undefined : shape.expected;
  for (const [key, inner] of shape.parts(value, node)) {
    path.push(key);
    const expected = misfit(inner, partOf(value, key), path);
    if (expected !== undefined) return expected;
    path.pop();
  }
  return undefined;
}

type Part = readonly [key: string | number, inner: SchemaNode];

/** The values that one kind of type holds others in. */
interface Shape {
  readonly expected: string;
  fits(value: unknown): boolean;
  /** Returns the keys of the parts to check, with their nodes. */
  parts(value: unknown, node: SchemaNode): Iterable<Part>;
}

const list: Shape = {
  expected: "a list",
  fits: Array.isArray,
  parts: (value, node) => (Array.isArray(value) ? partsAt(value.keys(), node) : []),
};
const object: Shape = {
  expected: "an object",
  fits: isMapping,
  parts: (_, { children }) => children.map((child): Part => [child.name, child]),
};
/** The value of one of several objects. */
const anyObject: Shape = { ...object, parts: () => [] };

function isUnionOfObjects({ discriminator, children }: SchemaNode): boolean {
  return (
    discriminator !== undefined &&
    children.every(({ kind, isConverted }) => kind === "object" && !isConverted)
  );
}

function* partsAt(keys: Iterable<string | number>, node: SchemaNode): Generator<Part> {
  for (const key of keys) {
    const inner = node.child(key);
    if (inner) yield [key, inner];
  }
}

/** Other unions have no shape of their own, and the parts of sets and maps have no keys. */
const shapes: Readonly<Partial<Record<SchemaNode["containment"]["name"], Shape>>> = {
  array: list,
  tuple: list,
  object,
  record: {
    ...object,
    parts: (value, node) => (isMapping(value) ? partsAt(Object.keys(value), node) : []),
  },
  set: { expected: "a Set", fits: (value) => value instanceof Set || Array.isArray(value), parts: () => [] },
  map: { expected: "a Map", fits: (value) => value instanceof Map || Array.isArray(value), parts: () => [] },
};

/** Kinds whose values have no parts. Values of other kinds may be objects of an application's classes. */
const SINGLE: ReadonlySet<string> = new Set(["string", "number", "integer", "bigint", "boolean", "enum"]);

function hasParts(value: unknown): boolean {
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

function partOf(value: unknown, key: string | number): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function sortOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return typeof value === "string" ? "a text" : `${typeof value === "object" ? "an" : "a"} ${typeof value}`;
}
