/** A value for comparing with a field. */
export type Operand = string | number | bigint | boolean | object;

/** A regular expression as data. */
export interface RegExpText {
  readonly source: string;
  readonly flags: string;
}

/** A comparison of one field. It has exactly one operator. */
export type Test = { readonly at: string } & (
  | { readonly is: Operand }
  | { readonly isNot: Operand }
  | { readonly isOneOf: readonly Operand[] }
  | { readonly isFilled: true }
  | { readonly isEmpty: true }
  | { readonly isAbove: Operand }
  | { readonly isBelow: Operand }
  | { readonly matches: RegExpText }
);

/**
 * A condition on other fields, as plain data:
 *
 *     { at: "kind", is: "company" }
 *     { all: [{ at: "kind", is: "company" }, { not: { at: "../country", is: "CH" } }] }
 *
 * `at` is the path of a field: `kind` of the same object, `address.country` inside a group of it, `../kind` of the object around it,
 * `/kind` of the root. Make conditions with `when()`.
 */
export type Condition =
  | Test
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** The operators of a comparison. */
const OPERATORS = ["is", "isNot", "isOneOf", "isFilled", "isEmpty", "isAbove", "isBelow", "matches"] as const;
type Operator = (typeof OPERATORS)[number];

/** Returns all comparisons in a condition. */
export function testsIn(condition: Condition): readonly Test[] {
  if ("all" in condition) return condition.all.flatMap(testsIn);
  if ("any" in condition) return condition.any.flatMap(testsIn);
  return "not" in condition ? testsIn(condition.not) : [condition];
}

/** Returns a condition with each comparison replaced. */
export function mapTests<T>(condition: Condition, change: (test: Test) => T): Joined<T> {
  if ("all" in condition) return { all: condition.all.map((each) => mapTests(each, change)) };
  if ("any" in condition) return { any: condition.any.map((each) => mapTests(each, change)) };
  return "not" in condition ? { not: mapTests(condition.not, change) } : change(condition);
}

/** Comparisons joined to a condition. */
export type Joined<T> =
  | T
  | { readonly all: readonly Joined<T>[] }
  | { readonly any: readonly Joined<T>[] }
  | { readonly not: Joined<T> };

/** Evaluates a condition by the results of its comparisons. */
export function holds(condition: Condition, test: (test: Test) => boolean): boolean {
  if ("all" in condition) return condition.all.every((each) => holds(each, test));
  if ("any" in condition) return condition.any.some((each) => holds(each, test));
  return "not" in condition ? !holds(condition.not, test) : test(condition);
}

/**
 * Checks a condition at run time, for callers without types.
 *
 * @returns the mistake in words, or undefined
 */
export function mistakeIn(given: unknown): string | undefined {
  if (typeof given !== "object" || given === null) return "is no condition: use when()";
  const list: unknown = Reflect.get(given, "all") ?? Reflect.get(given, "any");
  if (Array.isArray(list)) return list.map(mistakeIn).find((mistake) => mistake !== undefined);
  if (list !== undefined) return "needs a list of conditions in all and any";
  if ("not" in given) return mistakeIn(given.not);
  if (!("at" in given))
    return "is no condition: use when(), and finish it with an operator such as .isFilled()";
  if (typeof given.at !== "string") return `reads ${String(given.at)}: a path is a text`;
  const operators = OPERATORS.filter((operator) => operator in given);
  if (operators.length !== 1) return `needs exactly one operator for "${given.at}": ${OPERATORS.join(", ")}`;
  return operators.map((operator) => operandMistake(operator, Reflect.get(given, operator))).find(Boolean);
}

function operandMistake(operator: Operator, operand: unknown): string | undefined {
  switch (operator) {
    case "isFilled":
    case "isEmpty":
      return operand === true ? undefined : `needs ${operator}: true`;
    case "isOneOf":
      return Array.isArray(operand) && operand.every((each) => each !== undefined && each !== null)
        ? undefined
        : "needs a list of values in isOneOf";
    case "matches":
      return isRegExpText(operand) ? undefined : "needs a regular expression in matches";
    case "is":
    case "isNot":
    case "isAbove":
    case "isBelow":
      return operand === undefined || operand === null
        ? `compares with ${String(operand)}: use isEmpty() or isFilled()`
        : undefined;
    default:
      return operator satisfies never;
  }
}

function isRegExpText(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("source" in value && "flags" in value)) return false;
  try {
    return new RegExp(String(value.source), String(value.flags)) instanceof RegExp;
  } catch {
    return false;
  }
}
