import { hasFields, readField } from "../has-fields.ts";
import { isPosition } from "../paths/path.ts";

/** Reports a key that a value can't have. */
type Refuse = (why: string) => never;

/** A part of a value that is made of parts. */
interface Part {
  readonly value?: unknown;
}

/** How values hold parts: by position or by name. */
export interface ValueShape {
  readonly name: "list" | "mapping";
  /**
   * Returns true for values of this shape.
   *
   * @param isSure True if no other values may stand there, so that objects of an application's classes count too
   */
  fits(value: unknown, isSure: boolean): boolean;
  /** Returns the parts of a value with their keys. */
  split(value: unknown): readonly (readonly [key: string, part: unknown])[];
  /** Returns the part at a key. */
  at(value: unknown, key: string): unknown;
  /** Returns a copy with one part replaced or added. Undefined and null count as empty. */
  replace(value: unknown, key: string, part: unknown, refuse: Refuse): unknown;
  /**
   * Makes a value of its parts.
   *
   * @param refuseGap Called with a key that should be there
   */
  join(parts: ReadonlyMap<string, Part>, refuseGap: (key: string) => never): unknown;
}

export const list: ValueShape = {
  name: "list",
  fits: Array.isArray,
  // A hole counts as an undefined item.
  split: (value) =>
    Array.isArray(value) ? Array.from(value, (item: unknown, i) => [String(i), item] as const) : [],
  at: (value, key) => (Array.isArray(value) && isPosition(key) ? value[Number(key)] : undefined),
  replace(value, key, part, refuse) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    if (!isPosition(key)) return refuse("it is in a list");
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

/** Own fields alone are copied, `__proto__` among them being one like others. */
function withField(value: object, name: string, part: unknown): object {
  const prototype: object | null = Object.getPrototypeOf(value);
  const copy: object = Object.create(prototype);
  for (const [each, its] of [...Object.entries(value), [name, part]] as const) {
    Object.defineProperty(copy, each, { value: its, writable: true, enumerable: true, configurable: true });
  }
  return copy;
}
