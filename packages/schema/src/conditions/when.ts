import { z } from "zod";
import type { Condition, Operand, Test } from "./condition.ts";
import type { OrderedOperand, OperandOf, PathIn, TextOperand, ValueAt } from "./path-in.ts";

/**
 * The operators of a condition on one field. A field that is hidden, empty, or whose text does not fit its type counts as not filled: only
 * `isNot` and `isEmpty` then hold.
 */
export interface When<V = Operand> {
  /** Holds if the field has this value. Texts are read first, so `5.0` is 5. */
  is(value: OperandOf<V>): Test;
  isNot(value: OperandOf<V>): Test;
  isOneOf(values: readonly OperandOf<V>[]): Test;
  /** Holds if the field has a value, a list an item, or an optional group is not left out. */
  isFilled(): Test;
  isEmpty(): Test;
  /** Holds for a larger number, or a later date or time. The limit itself does not count. */
  isAbove(limit: OrderedOperand<V>): Test;
  isBelow(limit: OrderedOperand<V>): Test;
  /** Holds if the text matches. */
  matches(pattern: TextOperand<V>): Test;
}

/**
 * Begins a condition on another field.
 *
 *     vat: z.string().optional().meta({ showWhen: when("kind").is("company") })
 *
 * @param path `kind` of the same object, `address.country` inside a group of it, `../kind` of the object around it, `/kind` of the root.
 *   Lists between two objects are skipped. No path leads into a list
 */
export function when(path: string): When {
  return {
    is: (value) => test({ at: path, is: value }),
    isNot: (value) => test({ at: path, isNot: value }),
    isOneOf: (values) => test({ at: path, isOneOf: Object.freeze([...values]) }),
    isFilled: () => test({ at: path, isFilled: true }),
    isEmpty: () => test({ at: path, isEmpty: true }),
    isAbove: (limit) => test({ at: path, isAbove: limit }),
    isBelow: (limit) => test({ at: path, isBelow: limit }),
    matches: ({ source, flags }) =>
      test({ at: path, matches: Object.freeze({ source, flags: flags.replaceAll(/[gy]/g, "") }) }),
  };
}

function test(made: Test): Test {
  return Object.freeze(made);
}

/** Joins conditions: all of them must hold. */
export function allOf(...conditions: readonly Condition[]): Condition {
  return Object.freeze({ all: Object.freeze([...conditions]) });
}

/** Joins conditions: one of them must hold. */
export function anyOf(...conditions: readonly Condition[]): Condition {
  return Object.freeze({ any: Object.freeze([...conditions]) });
}

/** Turns a condition into its opposite. */
export function not(condition: Condition): Condition {
  return Object.freeze({ not: condition });
}

/** A `when()` whose paths and values are checked by the compiler. Paths that begin with `../` or `/` are not. */
export interface WhenIn<Values> {
  <const P extends PathIn<Values>>(path: P): When<ValueAt<Values, P>>;
  (path: `../${string}` | `/${string}`): When;
}

/**
 * Returns a `when()` for the fields of one object. The compiler then refuses unknown paths, and values of another type.
 *
 *     const whenTrip = whenIn<{ kind: "train" | "car"; seats: number }>();
 *     whenTrip("seats").isAbove(4)
 *
 * @param _type An object type with the fields, instead of the type parameter
 */
export function whenIn<T>(_type?: T): WhenIn<T extends z.core.$ZodType ? z.output<T> : T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type only narrows what callers may pass
  return when as WhenIn<T extends z.core.$ZodType ? z.output<T> : T>;
}

/**
 * Makes a field that is shown and required if a condition holds, and absent otherwise.
 *
 *     vat: shownWhen(when("kind").is("company"), z.string())   // output: string | undefined
 *
 * @returns the optional type with `showWhen` and `requireWhen` in its metadata
 */
export function shownWhen<T extends z.core.$ZodType>(condition: Condition, type: T): z.ZodOptional<T> {
  return z.optional(type).meta({ showWhen: condition, requireWhen: condition });
}
