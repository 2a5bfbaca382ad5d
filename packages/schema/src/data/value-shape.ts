import { hasFields, readField } from "../has-fields.ts";
import { isPosition } from "../paths/path.ts";

type Refuse = (why: string) => never;

/** A part of a value. A gap in a list has no part, and an undefined item has one. */
interface Part {
  readonly value?: unknown;
}

/** The shape of values with parts: lists by position, mappings by name. */
export interface ValueShape {
  readonly name: "list" | "mapping";
  /**
   * Returns true for values of this shape.
   *
   * @param isSure True if the schema allows no other values here; then objects of an application's classes fit too
   */
  fits(value: unknown, isSure: boolean): boolean;
  /** Returns the parts of a value with their keys. */
  split(value: unknown): readonly (readonly [key: string, part: unknown])[];
  /** Returns the part at a key. */
  at(value: unknown, key: string): unknown;
  /** Returns a copy with one part replaced or added. Undefined and null are treated as empty. */
  replace(value: unknown, key: string, part: unknown, refuse: Refuse): unknown;
  /**
   * Builds a value from its parts.
   *
   * @param refuseGap Called with a missing key
   */
  join(parts: ReadonlyMap<string, Part>, refuseGap: (key: string) => never): unknown;
}

export const list: ValueShape = {
  name: "list",
  fits: Array.isArray,
  // A hole is read as an undefined item.
  split: (value) =>
    Array.isArray(value) ? Array.from(value, (item: unknown, i) => [String(i), item] as const) : [],
  at: (value, key) => (Array.isArray(value) && isPosition(key) ? value[Number(key)] : undefined),
  replace(value, key, part, refuse) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    if (!isPosition(key)) return refuse("items of a list have positions, such as 0");
    if (Number(key) > items.length) return refuse(`the list has ${items.length} items`);
    return Number(key) === items.length ? [...items, part] : items.with(Number(key), part);
  },
  join: (parts, refuseGap) =>
    Array.from(parts, (_, i) => {
      const key = String(i);
      return (parts.get(key) ?? refuseGap(key)).value;
    }),
};

export const mapping: ValueShape = {
  name: "mapping",
  fits: (value, isSure) => hasFields(value) && (isSure || isPlain(value)),
  split: (value) => (hasFields(value) ? Object.entries(value) : []),
  at: (value, key) => (hasFields(value) ? readField(value, key) : undefined),
  replace: (value, key, part) => withField(hasFields(value) ? value : {}, key, part),
  join: (parts) => Object.fromEntries(Array.from(parts, ([key, part]) => [key, part.value])),
};

/** Returns the shape of a value; undefined if it has no parts. */
export function shapeOf(value: unknown): ValueShape | undefined {
  if (Array.isArray(value)) return list;
  return hasFields(value) ? mapping : undefined;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Copies an object with one field changed. Copies own fields only; `__proto__` is an ordinary name. */
function withField(value: object, name: string, part: unknown): object {
  const prototype: object | null = Object.getPrototypeOf(value);
  const copy: object = Object.create(prototype);
  for (const [key, field] of [...Object.entries(value), [name, part]] as const) {
    Object.defineProperty(copy, key, { value: field, writable: true, enumerable: true, configurable: true });
  }
  return copy;
}
