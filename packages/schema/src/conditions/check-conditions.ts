import { nearest } from "../nearest.ts";
import { definitionOf } from "../zod/definition.ts";
import { holdsRules, isPreprocessed, rulesOf } from "../zod/field-rules.ts";
import { type Condition, mistakeIn, testsIn } from "./condition.ts";
import { type ConditionText, conditionText } from "./condition-text.ts";
import { refuseCircles } from "./circles.ts";
import { readFieldPath } from "./field-path.ts";
import { operandMistake } from "./operand-mistake.ts";
import type { Plan } from "./plan.ts";
import type { PlanField, PlanNode } from "./plan-node.ts";
import { type FieldPlace, Scope } from "./scope.ts";

/** Limit of the places of one object that differ in the objects around them. */
const MOST_PLACES = 10_000;

/** The checked conditions of a schema, for pages. */
export interface CheckedConditions {
  /** Names of the fields that conditions read, by their object. */
  readonly read: ReadonlyMap<PlanNode, ReadonlySet<string>>;
  /** Conditions with texts instead of values. */
  readonly texts: ReadonlyMap<Condition, ConditionText>;
}

/**
 * Checks the conditions of a schema at every place of it.
 *
 * @throws TypeError with the field, for an unknown path, an operator that does not fit, a circle, or a field that can't be conditional
 */
export function checkConditions(plan: Plan): CheckedConditions {
  return new Checker(plan).run();
}

class Checker {
  readonly #plan: Plan;
  readonly #read = new Map<PlanNode, Set<string>>();
  readonly #texts = new Map<Condition, ConditionText>();
  readonly #seen = new Set<string>();
  readonly #ids = new Map<PlanNode, number>();
  /** Objects around a field that its conditions can tell apart. */
  readonly #reach: number;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#reach = 1 + Math.max(0, ...[...plan.nodes].flatMap(upsIn));
  }

  run(): CheckedConditions {
    const { root } = this.#plan;
    refuseRulesOf(root, "the root", "");
    this.#checkHolder(root, []);
    for (const node of root.mappings) this.#visit(new Scope(node), []);
    return { read: this.#read, texts: this.#texts };
  }

  #visit(scope: Scope, path: readonly string[]): void {
    if (!this.#plan.isHolding(scope.node) || this.#isKnown(scope)) return;
    const { node } = scope;
    const def = definitionOf(node.compiled.type);
    const others = def.type === "object" ? def.catchall : undefined;
    if (others && holdsRules(others))
      throw new TypeError(
        `${nameOf([...path, "*"])} can't have showWhen, requireWhen or computed: unknown names have no place`,
      );
    for (const [name, field] of node.fields) {
      const here = [...path, name];
      this.#checkField(scope, { scope, name, field }, here);
      if (this.#plan.isHolding(field.node)) this.#visitInside(scope, name, field.node, here);
    }
  }

  /** Visits the objects in a field: its own, or those in the items of a list. */
  #visitInside(scope: Scope, name: string, node: PlanNode, path: readonly string[]): void {
    this.#checkHolder(node, path);
    if (node.mappings.length > 0) for (const group of scope.groups(name)) this.#visit(group, path);
    else for (const part of node.parts) this.#visitPart(scope, part, [...path, "*"], new Set());
  }

  #visitPart(scope: Scope, node: PlanNode, path: readonly string[], seen: Set<PlanNode>): void {
    refuseRulesOf(node, "an item of a list, tuple, record or map", nameOf(path));
    if (!this.#plan.isHolding(node) || seen.has(node)) return;
    this.#checkHolder(node, path);
    if (node.mappings.length > 0) for (const each of node.mappings) this.#visit(new Scope(each, scope), path);
    else
      for (const part of node.parts) this.#visitPart(scope, part, [...path, "*"], new Set([...seen, node]));
  }

  #checkHolder(node: PlanNode, path: readonly string[]): void {
    const { compiled } = node;
    if (isPreprocessed(compiled.type))
      throw new TypeError(
        `${nameOf(path)} is a z.preprocess() around fields with showWhen, requireWhen or computed. Put it around a single field`,
      );
    if (!node.isUnion) return;
    if (compiled.discriminator === undefined)
      throw new TypeError(
        `${nameOf(path)} is a union without a tag. Fields with conditions need z.discriminatedUnion(), or a union of objects`,
      );
    for (const option of node.parts) {
      refuseRulesOf(option, "an option of a union", nameOf(path));
      const tag = option.fields.get(compiled.discriminator);
      if (tag && Object.keys(tag.rules).length > 0)
        throw new TypeError(
          `${nameOf([...path, compiled.discriminator])} is the tag of a union, which can't have conditions`,
        );
    }
  }

  /** Returns true if the fields of an object were checked with the same objects around it. */
  #isKnown(scope: Scope): boolean {
    const ids = scope.chain.slice(0, this.#reach + 1).map(({ node }) => {
      const id = this.#ids.get(node) ?? this.#ids.size;
      this.#ids.set(node, id);
      return id;
    });
    const key = ids.join(" ");
    if (this.#seen.has(key)) return true;
    if (this.#seen.size === MOST_PLACES)
      throw new TypeError(
        `Conditions tell over ${MOST_PLACES} places apart, since the schema holds itself: use fewer "../"`,
      );
    this.#seen.add(key);
    return false;
  }

  #checkField(scope: Scope, place: FieldPlace, path: readonly string[]): void {
    const { showWhen, requireWhen, computed } = place.field.rules;
    const { compiled } = place.field.node;
    if (computed !== undefined && typeof computed !== "function")
      throw new TypeError(`${nameOf(path)} has a computed that is no function`);
    if (computed && requireWhen !== undefined)
      throw new TypeError(`${nameOf(path)} is computed, so nobody can fill it in: remove requireWhen`);
    for (const [key, condition] of [
      ["showWhen", showWhen],
      ["requireWhen", requireWhen],
    ] as const) {
      if (condition === undefined) continue;
      if (compiled.required)
        throw new TypeError(
          `${nameOf(path)} has ${key}, but its type refuses a missing value. Add .optional(), or make it with shownWhen(condition, type)`,
        );
      this.#checkCondition(scope, condition, place, `${nameOf(path)}: ${key}`);
    }
    if (showWhen !== undefined) refuseCircles(place);
  }

  #checkCondition(scope: Scope, condition: Condition, place: FieldPlace, subject: string): void {
    const mistake = mistakeIn(condition);
    if (mistake !== undefined) throw new TypeError(`${subject} ${mistake}`);
    const readers = testsIn(condition).map((test) => {
      const path = readFieldPath(test.at);
      if (!path)
        throw new TypeError(
          `${subject} reads "${test.at}", which is no path. Examples: "kind", "../kind", "/kind", "address.country"`,
        );
      const steps = scope.follow(path);
      if ("mistake" in steps) {
        const near = nearest(path.names.find((name) => !steps.known.includes(name)) ?? "", steps.known);
        const known =
          steps.known.length > 0 ? ` It has ${steps.known.map((name) => `"${name}"`).join(", ")}.` : "";
        throw new TypeError(
          `${subject} reads "${test.at}", which ${steps.mistake}.${near === undefined ? known : ` Did you mean "${near}"?`}`,
        );
      }
      if (steps.flat().some((read) => read.scope === place.scope && read.name === place.name))
        throw new TypeError(`${subject} reads "${test.at}", which is the field itself or inside it`);
      const read = steps.at(-1) ?? [];
      for (const { scope: owner, name } of steps.flat()) this.#noteRead(owner.node, name);
      const mistakes = read.map(({ name, field }) => operandMistake(test, name, field));
      const [first] = mistakes;
      if (first !== undefined && mistakes.every((each) => each !== undefined))
        throw new TypeError(`${subject} ${first}`);
      return [test, read[mistakes.indexOf(undefined)]?.field.reader] as const;
    });
    if (!this.#texts.has(condition)) this.#texts.set(condition, conditionText(condition, new Map(readers)));
  }

  #noteRead(node: PlanNode, name: string): void {
    const names = this.#read.get(node) ?? new Set();
    this.#read.set(node, names.add(name));
  }
}

/** Returns the numbers of objects that conditions of a node go up. */
function upsIn({ fields }: PlanNode): readonly number[] {
  return [...fields.values()].flatMap(({ rules: { showWhen, requireWhen } }: PlanField) =>
    [showWhen, requireWhen].flatMap((condition) =>
      condition === undefined || mistakeIn(condition) !== undefined
        ? []
        : testsIn(condition).map(({ at }) => Number(readFieldPath(at)?.up) || 0),
    ),
  );
}

/** Refuses rules in a place that is no field of an object. */
function refuseRulesOf({ compiled }: PlanNode, what: string, subject: string): void {
  const [rule] = Object.keys(rulesOf(compiled.type));
  if (rule === undefined) return;
  throw new TypeError(
    `${subject === "" ? "The schema" : subject} has ${rule}, but it is ${what}. Set ${rule} on a field of an object`,
  );
}

function nameOf(path: readonly string[]): string {
  return path.length === 0 ? "The schema" : `Field "${path.join(".")}"`;
}
