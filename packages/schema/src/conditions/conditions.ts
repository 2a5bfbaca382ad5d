import type { SchemaNode } from "../node.ts";
import type { Compiled } from "../zod/compiled.ts";
import { checkConditions, type CheckedConditions } from "./check-conditions.ts";
import type { ConditionText } from "./condition-text.ts";
import { FieldStates } from "./field-states.ts";
import { Plan } from "./plan.ts";

/** The conditions and computed fields of a schema. */
export class Conditions {
  readonly #plan: Plan;
  #checked: CheckedConditions | undefined;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** Returns the conditions of a schema, or undefined if no field depends on others. */
  static of(root: Compiled): Conditions | undefined {
    const plan = Plan.of(root);
    return plan && new Conditions(plan);
  }

  /**
   * Checks all conditions once.
   *
   * @throws TypeError with the field, for a condition that makes no sense in this schema
   */
  check(): CheckedConditions {
    return (this.#checked ??= checkConditions(this.#plan));
  }

  /** Evaluates the conditions for a cstruct. The time is linear in it. */
  evaluate(cstruct: unknown): FieldStates {
    return new FieldStates(this.#plan, cstruct);
  }

  /**
   * Returns the conditions of a field with texts instead of values, for the browser's script.
   *
   * @param owner The schema node of the object with the field, or of the option of a union
   */
  textsOf(
    owner: SchemaNode,
    name: string,
  ): { readonly show?: ConditionText; readonly require?: ConditionText } {
    const { texts } = this.check();
    const rules = this.#plan.nodeOfType(owner.type)?.fields.get(name)?.rules;
    const show = rules?.showWhen && texts.get(rules.showWhen);
    const require = rules?.requireWhen && texts.get(rules.requireWhen);
    return { ...(show && { show }), ...(require && { require }) };
  }

  /** Returns true if a condition reads the field, or a field inside it. */
  isRead(owner: SchemaNode, name: string): boolean {
    const node = this.#plan.nodeOfType(owner.type);
    return (node && this.check().read.get(node)?.has(name)) ?? false;
  }

  /** Returns true for an object, and for a union of objects. A `..` of a path counts them. */
  isObject(node: SchemaNode): boolean {
    return (this.#plan.nodeOfType(node.type)?.mappings.length ?? 0) > 0;
  }

  /** Returns true for a group or list. It is filled or empty, and has no other value. */
  isGroup(owner: SchemaNode, name: string): boolean {
    return this.#plan.nodeOfType(owner.type)?.fields.get(name)?.reader.isGroup ?? false;
  }

  /** Returns true if the field is computed. */
  isComputed(owner: SchemaNode, name: string): boolean {
    return this.#plan.nodeOfType(owner.type)?.fields.get(name)?.rules.computed !== undefined;
  }
}
