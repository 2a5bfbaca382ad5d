import { print } from "../print.ts";
import type { Operand, Test } from "./condition.ts";
import type { PlanField } from "./plan-node.ts";

/** Returns the reason that a comparison does not fit the read field, or undefined if it does. */
export function operandMistake(
  test: Test,
  name: string,
  { reader, rules, node }: PlanField,
): string | undefined {
  const { kind, choices } = node.compiled;
  if (rules.computed) return `reads "${name}", which is computed. Read the fields that it is computed from`;
  if ("isFilled" in test || "isEmpty" in test) return undefined;
  if (reader.isGroup)
    return `compares "${name}", which has several values (${kind}). Use isFilled() or isEmpty(), or read a field inside it`;
  if ("matches" in test)
    return reader.isText
      ? undefined
      : `matches "${name}" with a pattern, but its values are no texts (${kind})`;
  const operands = operandsOf(test);
  const wrong = operands.find((operand) => reader.textOf(operand) === undefined);
  if (wrong !== undefined) {
    const values = choices ? `: ${choices.map(({ text }) => text).join(", ")}` : ` (${kind})`;
    return `compares "${name}" with ${quoted(wrong)}, which is none of its values${values}`;
  }
  if (("isAbove" in test || "isBelow" in test) && !operands.every((operand) => reader.hasOrder(operand)))
    return `asks whether "${name}" is above or below a limit, but its values have no order (${kind})`;
  return undefined;
}

function operandsOf(test: Test): readonly Operand[] {
  if ("is" in test) return [test.is];
  if ("isNot" in test) return [test.isNot];
  if ("isOneOf" in test) return test.isOneOf;
  if ("isAbove" in test) return [test.isAbove];
  return "isBelow" in test ? [test.isBelow] : [];
}

function quoted(operand: Operand): string {
  return typeof operand === "string" ? `"${operand}"` : print(operand);
}
