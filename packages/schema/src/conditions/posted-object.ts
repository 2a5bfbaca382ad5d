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
export class PostedObject {
  readonly node: PlanNode;
  readonly value: Readonly<Record<string, unknown>>;
  readonly outer: PostedObject | undefined;
  /** The object for decoding: a copy, if fields are hidden or conditional. */
  marked: object;
  readonly #root: PostedObject;
  readonly #hidden = new Map<string, boolean>();
  // Most objects are read by nobody else, and have no groups.
  #answers: Map<Test, boolean> | undefined;
  #groups: Map<string, PostedObject | undefined> | undefined;

  constructor(node: PlanNode, value: Readonly<Record<string, unknown>>, outer?: PostedObject) {
    this.node = node;
    this.value = value;
    this.outer = outer;
    this.marked = value;
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
    const { showWhen, requireWhen } = this.node.fields.get(name)?.rules ?? {};
    if (requireWhen === undefined || this.isHidden(name)) return false;
    return requireWhen === showWhen || this.#holds(requireWhen);
  }

  /** Returns the group of a field, hidden or not. */
  group(name: string): PostedObject | undefined {
    const groups = (this.#groups ??= new Map());
    if (groups.has(name)) return groups.get(name);
    const posted = readField(this.value, name);
    const node = this.node.fields.get(name)?.node.mappingOf(posted);
    const object = node && hasFields(posted) ? new PostedObject(node, posted, this) : undefined;
    groups.set(name, object);
    return object;
  }

  #holds(condition: Condition): boolean {
    return holds(condition, (test) => {
      const path = pathOf(test);
      const object = path && this.#at(path);
      return object ? object.#answer(path.field, test) : isTrueWithout(test);
    });
  }

  /** Returns the object with the read field. Returns nothing behind a hidden or left out group. */
  #at({ up, groups }: FieldPath): PostedObject | undefined {
    let object: PostedObject | undefined = up === "root" ? this.#root : this;
    const levels = up === "root" ? 0 : up;
    for (let level = 0; level < levels; level++) object = object?.outer;
    for (const name of groups) {
      const group: PostedObject | undefined = object?.isHidden(name) ? undefined : object?.group(name);
      object = group && leftOut(group.value) ? undefined : group;
    }
    return object;
  }

  #answer(name: string, test: Test): boolean {
    const answers = (this.#answers ??= new Map());
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
