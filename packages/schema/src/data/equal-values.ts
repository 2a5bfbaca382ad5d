import { isDecimal } from "../types/decimal.ts";

/** Two values that must be equal. */
type Pair = readonly [one: unknown, other: unknown];

/**
 * Compares two values of an appstruct, with everything inside them. The time is linear in the values.
 *
 * - An absent field equals an undefined one.
 * - Dates and decimals are equal if their values are. `1.50` equals `1.5`.
 * - Sets are equal with the same members, and maps with the same entries, in any order. Members and keys that are objects are
 *   compared in order.
 * - Files are equal if they are the same object, or the same upload in a store: their content can't be compared at once.
 * - Objects of other classes are equal if their `toJSON()` returns the same text or number.
 * - Values may contain themselves.
 */
export function areEqual(one: unknown, other: unknown): boolean {
  const todo: Pair[] = [[one, other]];
  const compared = new Map<object, Set<object>>();
  for (let pair = todo.pop(); pair; pair = todo.pop()) {
    const [a, b] = pair;
    if (a === b || (Number.isNaN(a) && Number.isNaN(b))) continue;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    const others = compared.get(a) ?? new Set();
    if (others.has(b)) continue;
    compared.set(a, others.add(b));
    if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b) && !(isPlain(a) && isPlain(b))) return false;
    const inside = partsOf(a, b);
    if (!inside) return false;
    for (const part of inside) todo.push(part);
  }
  return true;
}

/** Returns the parts of two objects to compare; undefined if the objects differ. */
function partsOf(a: object, b: object): Iterable<Pair> | undefined {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length ? a.map((item: unknown, index): Pair => [item, b[index]]) : undefined;
  if (a instanceof Set && b instanceof Set) return a.size === b.size ? membersOf(a, b) : undefined;
  if (a instanceof Map && b instanceof Map) return a.size === b.size ? entriesOf(a, b) : undefined;
  if (isPlain(a)) return fieldNames(a, b).map((name): Pair => [ownField(a, name), ownField(b, name)]);
  return haveSameValue(a, b) ? [] : undefined;
}

function haveSameValue(a: object, b: object): boolean {
  if (a instanceof Date && b instanceof Date) return Object.is(a.getTime(), b.getTime());
  if (isDecimal(a) && isDecimal(b)) return a.compareTo(b) === 0;
  if (a instanceof Blob) return "id" in a && "id" in b && typeof a.id === "string" && a.id === b.id;
  const [one, other] = [jsonOf(a), jsonOf(b)];
  return one !== undefined && typeof one !== "object" && one === other;
}

function jsonOf(value: object): unknown {
  return "toJSON" in value && typeof value.toJSON === "function" ? value.toJSON() : undefined;
}

function membersOf(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): readonly Pair[] | undefined {
  const [objects, others] = [[...a].filter(isObject), [...b].filter(isObject)];
  const hasAll = [...a].every((member) => isObject(member) || b.has(member));
  return hasAll && objects.length === others.length
    ? objects.map((member, index): Pair => [member, others[index]])
    : undefined;
}

function entriesOf(
  a: ReadonlyMap<unknown, unknown>,
  b: ReadonlyMap<unknown, unknown>,
): readonly Pair[] | undefined {
  const others = [...b].filter(([key]) => isObject(key));
  const pairs: Pair[] = [];
  let index = 0;
  for (const [key, value] of a) {
    if (isObject(key)) pairs.push([[key, value], others[index++]]);
    else if (b.has(key)) pairs.push([value, b.get(key)]);
    else return undefined;
  }
  return pairs;
}

/** Returns the names of the fields of two objects, each once, those of the first object first. */
export function fieldNames(a: object, b: object): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}

/** Reads a field of an object. Names that every object inherits are no fields. */
function ownField(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
