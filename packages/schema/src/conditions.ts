export type { Condition, Operand, RegExpText, Test } from "./conditions/condition.ts";
export type { ConditionText, TestText } from "./conditions/condition-text.ts";
export type { Conditions } from "./conditions/conditions.ts";
export { type Dependent, dependsOn, isDependent, type RequestFacts } from "./conditions/depends-on.ts";
export type { FieldStates } from "./conditions/field-states.ts";
export type { OperandOf, OrderedOperand, PathIn, TextOperand, ValueAt } from "./conditions/path-in.ts";
export { allOf, anyOf, not, shownWhen, when, type When, whenIn, type WhenIn } from "./conditions/when.ts";
