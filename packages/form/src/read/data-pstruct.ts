import type { Issue, Pstruct } from "@turnform/schema";
import { isMapping } from "../field/cstruct.ts";
import type { Field } from "../field/field.ts";
import { withReferences } from "./item-reference.ts";
import { lineFeeds } from "./line-ends.ts";

/** Most levels of lists and objects in data. Posts have the same limit. */
export const MOST_LEVELS = 100;

/**
 * Turns data from JSON into the post that a person would send, but without the notations of widgets. Numbers and booleans become texts,
 * records lists of pairs. Items get the references by which their values that can't be edited are found.
 *
 * @param data Any value. Dates and files are kept. Parts below 100 levels are left out; the schema refuses the 101st
 */
export function pstructOfData(root: Field, data: unknown): Pstruct {
  return asPstruct(withReferences(root, texts(root, bareData(data, MOST_LEVELS))));
}

/** Copies data: objects without prototypes, and texts with the line ends of a post. */
function bareData(data: unknown, levels: number): unknown {
  if (typeof data === "string") return lineFeeds(data);
  if (Array.isArray(data)) return levels < 0 ? [] : data.map((item: unknown) => bareData(item, levels - 1));
  if (!isPlain(data)) return data;
  const copy: Record<string, unknown> = Object.create(null);
  if (levels >= 0) for (const [name, part] of Object.entries(data)) copy[name] = bareData(part, levels - 1);
  return copy;
}

function isPlain(value: unknown): value is object {
  if (!isMapping(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** @param field The field of the data; undefined for data that the form does not know */
function texts(field: Field | undefined, data: unknown): unknown {
  if (!field) return data;
  const own = field.node.fromJSON(data);
  const value = isPlain(own) ? field.inParts(own) : own;
  if (Array.isArray(value))
    return value.map((part: unknown, index) => texts(field.child(index, value), part));
  if (!isPlain(value)) return value;
  const copy: Record<string, unknown> = Object.create(null);
  for (const [name, part] of Object.entries(value)) copy[name] = texts(field.child(name, value), part);
  return copy;
}

/** Types data as a post. A value of another type goes through widgets unchanged, and the schema refuses it. */
function asPstruct(data: unknown): Pstruct {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return data as Pstruct;
}

/**
 * Returns the path of an issue in data, where a record is an object. In a post it is a list of pairs: `fruits.0.1` is the value of the
 * first key.
 */
export function pathInData(path: Issue["path"], data: unknown): Issue["path"] {
  const found: (string | number)[] = [];
  let value = data;
  let isInPair = false;
  for (const key of path) {
    if (isInPair) {
      // The key and its value are at the same place.
      isInPair = false;
      continue;
    }
    isInPair = typeof key === "number" && isMapping(value);
    const name = isInPair ? (Object.keys(Object(value))[Number(key)] ?? key) : key;
    found.push(name);
    value = isMapping(value) || Array.isArray(value) ? Reflect.get(value, name) : undefined;
  }
  return found;
}
