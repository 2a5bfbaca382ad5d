import type { z } from "zod";
import type { Compiled } from "../zod/compiled.ts";
import { rulesOf } from "../zod/field-rules.ts";
import { PlanNode } from "./plan-node.ts";

/** The rules of a schema, found once when it is compiled. */
export class Plan {
  readonly root: PlanNode;
  readonly #nodes = new Map<z.core.$ZodType, PlanNode>();
  readonly #holding: ReadonlySet<PlanNode>;

  private constructor(root: Compiled) {
    this.root = this.nodeOf(root);
    this.#holding = holdingRules(this.root);
  }

  /** Makes the plan of a schema, or nothing if no field depends on others. */
  static of(root: Compiled): Plan | undefined {
    const plan = new Plan(root);
    return plan.#holding.size > 0 ? plan : undefined;
  }

  readonly nodeOf = (compiled: Compiled): PlanNode => {
    const known = this.#nodes.get(compiled.type);
    if (known) return known;
    const made = new PlanNode(compiled, this.nodeOf);
    this.#nodes.set(compiled.type, made);
    return made;
  };

  /** Returns the node of a type, if the schema contains it. */
  nodeOfType(type: z.core.$ZodType): PlanNode | undefined {
    return this.#nodes.get(type);
  }

  /** Returns true for an object with conditional or computed fields, and for each type around it. */
  isHolding(node: PlanNode): boolean {
    return this.#holding.has(node);
  }

  /** All nodes, the root first. */
  get nodes(): Iterable<PlanNode> {
    return this.#nodes.values();
  }
}

/** Returns true for an object with rules on its fields, or another type with rules where none may be. */
function hasRules(node: PlanNode): boolean {
  const rules = node.isMapping
    ? [...node.fields.values()].map((field) => field.rules)
    : node.parts.map(({ compiled }) => rulesOf(compiled.type));
  return rules.some((each) => Object.keys(each).length > 0);
}

/** Finds the objects with rules, and everything around them. */
function holdingRules(root: PlanNode): ReadonlySet<PlanNode> {
  const around = new Map<PlanNode, PlanNode[]>([[root, []]]);
  const holding = new Set(Object.keys(rulesOf(root.compiled.type)).length > 0 ? [root] : []);
  for (const [node] of around) {
    if (hasRules(node)) holding.add(node);
    for (const part of node.parts) {
      const outer = around.get(part);
      if (outer) outer.push(node);
      else around.set(part, [node]);
    }
  }
  for (const node of holding) for (const outer of around.get(node) ?? []) holding.add(outer);
  return holding;
}
