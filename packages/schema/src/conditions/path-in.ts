import type { Decimal } from "../types/decimal.ts";
import type { Operand, RegExpText } from "./condition.ts";

/** Values without parts that a path could lead to. */
type Single = string | number | bigint | boolean | null | undefined | Date | File | Decimal;
type Many = readonly unknown[] | ReadonlySet<unknown> | ReadonlyMap<unknown, unknown>;

/** Levels of a path that the compiler checks. A recursive type has no end. */
type Below = [never, 0, 1, 2, 3];

/** Paths from an object to its fields, and to the fields of groups inside it. */
export type PathIn<T, Depth extends number = 4> = T extends Single | Many
  ? never
  : { [K in keyof T & string]: K | Inner<K, T[K], Below[Depth]> }[keyof T & string];

type Inner<K extends string, T, Depth> = [Depth] extends [number]
  ? `${K}.${PathIn<NonNullable<T>, Depth>}`
  : never;

/** The value at a path. */
export type ValueAt<T, P extends string> = P extends `${infer K}.${infer Rest}`
  ? ValueAt<NonNullable<FieldOf<T, K>>, Rest>
  : FieldOf<T, P>;

type FieldOf<T, K extends string> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;

/** The values to compare a field with. A group or list has none. */
export type OperandOf<V> = Operand extends V ? Operand : Extract<NonNullable<V>, Single>;

/** The limits of a field with an order. */
export type OrderedOperand<V> = Operand extends V
  ? Operand
  : Extract<NonNullable<V>, string | number | bigint | Date | Decimal>;

/** The pattern for a field with texts. */
export type TextOperand<V> = Extract<V, string> extends never ? never : RegExp | RegExpText;
