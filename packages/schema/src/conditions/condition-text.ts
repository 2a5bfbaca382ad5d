import {
  type Condition,
  type Joined,
  mapTests,
  type Operand,
  type RegExpText,
  type Test,
} from "./condition.ts";
import type { ReadAs, Reader } from "./reader.ts";

/** A comparison with texts, as fields post them, and the way to compare them. */
export type TestText = { readonly at: string; readonly as: ReadAs } & (
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
    const as = (operand?: Operand): ReadAs => reader?.readAs(operand) ?? "text";
    const text = (operand: Operand): string => reader?.textOf(operand) ?? "";
    if ("is" in test) return { at, as: as(test.is), is: text(test.is) };
    if ("isNot" in test) return { at, as: as(test.isNot), isNot: text(test.isNot) };
    if ("isOneOf" in test) return { at, as: as(test.isOneOf[0]), isOneOf: test.isOneOf.map(text) };
    if ("isAbove" in test) return { at, as: as(test.isAbove), isAbove: text(test.isAbove) };
    if ("isBelow" in test) return { at, as: as(test.isBelow), isBelow: text(test.isBelow) };
    if ("matches" in test) return { at, as: as(), matches: test.matches };
    return "isFilled" in test ? { at, as: as(), isFilled: true } : { at, as: as(), isEmpty: true };
  });
}
