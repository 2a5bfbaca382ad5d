import { hasFields, readField } from "../has-fields.ts";
import { leftOut } from "../left-out.ts";
import { type Condition, holds, type Test } from "./condition.ts";
import { type FieldPath, readFieldPath } from "./field-path.ts";
import type { PlanNode } from "./plan-node.ts";

const paths = new WeakMap<Test, FieldPath | undefined>();

function pathOf(test: Test): FieldPath | undefined {
  if (!paths.has(test)) paths.set(test, readFieldPath(test.at));
  return paths.get(test);
}

/**
 * One posted object, with the object around it. Evaluates the conditions of its fields.
 *
 * Each field is hidden or shown once, and each comparison of a field is made once, so a long text read by many items costs no more time.
 */
export class Frame {
  readonly node: PlanNode;
  readonly value: Readonly<Record<string, unknown>>;
  readonly outer: Frame | undefined;
  readonly #root: Frame;
  readonly #hidden = new Map<string, boolean>();
  readonly #answers = new Map<string, Map<Test, boolean>>();
  readonly #groups = new Map<string, Frame | undefined>();

  constructor(node: PlanNode, value: Readonly<Record<string, unknown>>, outer?: Frame) {
    this.node = node;
    this.value = value;
    this.outer = outer;
    this.#root = outer ? outer.#root : this;
  }

  /** Returns true if the condition of a field fails. */
  isHidden(name: string): boolean {
    const known = this.#hidden.get(name);
    if (known !== undefined) return known;
    const condition = this.node.fields.get(name)?.rules.showWhen;
    const isHidden = condition !== undefined && !this.#holds(condition);
    this.#hidden.set(name, isHidden);
    return isHidden;
  }

  /** Returns true if a field is shown, and a missing value is an error. */
  isRequired(name: string): boolean {
    const condition = this.node.fields.get(name)?.rules.requireWhen;
    return condition !== undefined && !this.isHidden(name) && this.#holds(condition);
  }

  /** Returns the frame of a group at a field, hidden or not. */
  group(name: string): Frame | undefined {
    if (this.#groups.has(name)) return this.#groups.get(name);
    const posted = readField(this.value, name);
    const node = this.node.fields.get(name)?.node.mappingOf(posted);
    const frame = node && hasFields(posted) ? new Frame(node, posted, this) : undefined;
    this.#groups.set(name, frame);
    return frame;
  }

  #holds(condition: Condition): boolean {
    return holds(condition, (test) => {
      const path = pathOf(test);
      const last = path?.names.at(-1);
      const frame = path && this.#at(path);
      return frame && last !== undefined ? frame.#answer(last, test) : isTrueWithout(test);
    });
  }

  /** Returns the frame of the object with the read field. A hidden or left out group on the way has none. */
  #at({ up, names }: FieldPath): Frame | undefined {
    let frame: Frame | undefined = up === "root" ? this.#root : this;
    const levels = up === "root" ? 0 : up;
    for (let level = 0; level < levels; level++) frame = frame?.outer;
    for (const name of names.slice(0, -1)) {
      const group: Frame | undefined = frame?.isHidden(name) ? undefined : frame?.group(name);
      frame = group && leftOut(group.value) ? undefined : group;
    }
    return frame;
  }

  #answer(name: string, test: Test): boolean {
    const answers = this.#answers.get(name) ?? new Map<Test, boolean>();
    this.#answers.set(name, answers);
    let answer = answers.get(test);
    if (answer === undefined) {
      const reader = this.isHidden(name) ? undefined : this.node.fields.get(name)?.reader;
      answer = reader ? reader.holds(test, readField(this.value, name)) : isTrueWithout(test);
      answers.set(test, answer);
    }
    return answer;
  }
}

/** Evaluates a comparison of a field that is not filled. */
function isTrueWithout(test: Test): boolean {
  return "isNot" in test || "isEmpty" in test;
}
