import {
  type Condition,
  type Joined,
  mapTests,
  type Operand,
  type RegExpText,
  type Test,
} from "./condition.ts";
import type { Reader } from "./reader.ts";

/** A comparison with texts, as fields post them. A point in time is written in ISO 8601. */
export type TestText = { readonly at: string } & (
  | { readonly is: string }
  | { readonly isNot: string }
  | { readonly isOneOf: readonly string[] }
  | { readonly isFilled: true }
  | { readonly isEmpty: true }
  | { readonly isAbove: string }
  | { readonly isBelow: string }
  | { readonly matches: RegExpText }
);

/** A condition that JSON can hold. */
export type ConditionText = Joined<TestText>;

/** Writes the values of a condition as texts. */
export function conditionText(
  condition: Condition,
  readers: ReadonlyMap<Test, Reader | undefined>,
): ConditionText {
  return mapTests<TestText>(condition, (test) => {
    const reader = readers.get(test);
    const { at } = test;
    const text = (operand: Operand): string =>
      operand instanceof Date ? operand.toISOString() : (reader?.textOf(operand) ?? "");
    if ("is" in test) return { at, is: text(test.is) };
    if ("isNot" in test) return { at, isNot: text(test.isNot) };
    if ("isOneOf" in test) return { at, isOneOf: test.isOneOf.map(text) };
    if ("isAbove" in test) return { at, isAbove: text(test.isAbove) };
    if ("isBelow" in test) return { at, isBelow: text(test.isBelow) };
    if ("matches" in test) return { at, matches: test.matches };
    return "isFilled" in test ? { at, isFilled: true } : { at, isEmpty: true };
  });
}
