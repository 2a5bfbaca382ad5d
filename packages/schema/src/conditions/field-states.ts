import { bare } from "../bare.ts";
import { hasFields } from "../has-fields.ts";
import { keepLeftOut } from "../left-out.ts";
import type { SchemaNode } from "../node.ts";
import { decodeOrAbsent } from "../zod/compiled.ts";
import { computedValue } from "../zod/siblings.ts";
import { Shown } from "../zod/conditional.ts";
import { PostedObject } from "./posted-object.ts";
import type { Plan } from "./plan.ts";
import type { PlanField, PlanNode } from "./plan-node.ts";

/** The hidden, required and computed fields of one posted value. */
export class FieldStates {
  readonly #plan: Plan;
  /** Posted objects with the objects around them. */
  readonly #objects = new Map<object, PostedObject>();
  /** The value for decoding, without hidden fields. */
  readonly marked: unknown;
  /** Decodes the values whose fields are not computed yet. */
  #toDecode: (() => unknown)[];

  /** @param cstruct It is not changed */
  constructor(plan: Plan, cstruct: unknown) {
    this.#plan = plan;
    this.marked = this.#mark(plan.root, cstruct, undefined);
    this.#toDecode = [() => decodeOrAbsent(plan.root.compiled, this.marked)];
  }

  /**
   * Returns true for a hidden field.
   *
   * @param mapping The posted object with the field: an object inside the cstruct itself
   */
  isHidden(mapping: object, name: string): boolean {
    return this.#objects.get(mapping)?.isHidden(name) ?? false;
  }

  /** Returns true for a field that is required by its condition. */
  isRequired(mapping: object, name: string): boolean {
    return this.#objects.get(mapping)?.isRequired(name) ?? false;
  }

  /**
   * Adds an object that is not in the cstruct, such as the blank item of a list.
   *
   * @param around The object around it. Undefined for the root
   * @param node Its schema node, or the node of a list or union of such objects
   * @returns the object to ask for: a copy, if the same object is also at another place
   */
  include(around: object | undefined, node: SchemaNode, value: object): object {
    const outer = around && this.#objects.get(around);
    const before = this.#objects.get(value);
    if (before && before.outer === outer) return value;
    const known = this.#plan.nodeOfType(node.type);
    if (!known || !hasFields(value)) return value;
    const added: Readonly<Record<string, unknown>> = before ? keepCopy(value) : value;
    const marked = this.#mark(known, added, outer);
    // A union without a chosen case has no fields, but objects inside it have others around.
    if (!this.#objects.has(added)) this.#objects.set(added, new PostedObject(known, added, outer));
    this.#toDecode.push(() => decodeOrAbsent(known.compiled, marked));
    return added;
  }

  /** Returns the text of a computed field, or the texts of a list or group. Returns undefined if it has no value. */
  computedTexts(mapping: object, name: string): unknown {
    for (const decode of this.#toDecode.splice(0)) decode();
    const object = this.#objects.get(mapping);
    const value = object && computedValue(object.marked, name);
    const field = object?.node.fields.get(name);
    return value === undefined ? undefined : field?.node.compiled.serialize(value);
  }

  /**
   * Returns the values of some fields. Missing, wrong and hidden ones are undefined.
   *
   * @param mapping The posted object with the fields
   * @param node Its schema node
   */
  valuesOf(
    mapping: Readonly<Record<string, unknown>>,
    node: SchemaNode,
    names: readonly string[],
  ): Readonly<Record<string, unknown>> {
    const fields = this.#plan.nodeOfType(node.type)?.fields;
    if (names.some((name) => fields?.get(name)?.rules.computed))
      for (const decode of this.#toDecode.splice(0)) decode();
    const marked = this.#objects.get(mapping)?.marked ?? mapping;
    return node.valuesOf(hasFields(marked) ? marked : mapping, names);
  }

  #mark(node: PlanNode, value: unknown, outer: PostedObject | undefined): unknown {
    if (!this.#plan.isHolding(node) || typeof value !== "object" || value === null) return value;
    if (node.isUnion) return this.#markOption(node, value, outer);
    if (node.isMapping)
      return hasFields(value) ? this.#markFields(new PostedObject(node, value, outer)) : value;
    return keepLeftOut(value, this.#markParts(node, value, outer));
  }

  #markOption(node: PlanNode, value: object, outer: PostedObject | undefined): unknown {
    const { discriminator = "" } = node.compiled;
    const option = node.mappingOf(value);
    if (option) return this.#mark(option, value, outer);
    // Nobody knows the conditions of an unknown option. zod would try each without them, so the option is required.
    if (!hasFields(value) || Object.hasOwn(value, discriminator)) return value;
    return keepLeftOut(value, Object.assign(Object.create(null), value, { [discriminator]: "" }));
  }

  #markFields(object: PostedObject): object {
    const { node, value } = object;
    this.#objects.set(value, object);
    let copy: Record<string, unknown> | undefined;
    for (const [name, field] of node.fields) {
      const posted = Object.hasOwn(value, name) ? value[name] : undefined;
      const inner = this.#markField(object, name, field, posted);
      const { showWhen, requireWhen } = field.rules;
      if (showWhen === undefined && requireWhen === undefined) {
        if (inner !== posted) (copy ??= bareCopy(value))[name] = inner;
      } else if (object.isHidden(name)) {
        if (posted !== undefined) (copy ??= bareCopy(value))[name] = undefined;
      } else (copy ??= bareCopy(value))[name] = new Shown(inner, object.isRequired(name));
    }
    if (!copy) return value;
    object.marked = copy;
    return keepLeftOut(value, copy);
  }

  #markField(object: PostedObject, name: string, { node }: PlanField, posted: unknown): unknown {
    if (!this.#plan.isHolding(node)) return posted;
    const group = object.group(name);
    if (!group) return this.#mark(node, posted, object);
    return this.#plan.isHolding(group.node) ? this.#markFields(group) : posted;
  }

  /** Marks the parts of a list, record or map. */
  #markParts(node: PlanNode, value: object, outer: PostedObject | undefined): unknown {
    const mark = (part: unknown, key: string | number): unknown => {
      const inner = node.partOf(key, value);
      return inner ? this.#mark(inner, part, outer) : part;
    };
    if (value instanceof Set || value instanceof Map) return Array.from<unknown, unknown>(value, mark);
    const { name } = node.compiled.containment;
    if (Array.isArray(value)) {
      if (name !== "object") return value.map(mark);
      // A record of a closed set of keys, posted as pairs.
      return value.map((pair: unknown) =>
        Array.isArray(pair) ? pair.map((part, i) => (i === 1 ? mark(part, i) : part)) : pair,
      );
    }
    if (!hasFields(value)) return value;
    switch (name) {
      case "map":
        return Object.entries(value).map(mark);
      case "record":
      case "object": {
        const made = Object.entries(value).map(([key, part]) => [key, mark(part, key)]);
        return Object.assign(Object.create(null), Object.fromEntries(made));
      }
      default:
        // Some lists accept a single value.
        return mark(value, 0);
    }
  }
}

/** Copies an object with its mark, if it is left out. */
function keepCopy(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const copy = bareCopy(value);
  const kept: unknown = keepLeftOut(value, copy);
  return hasFields(kept) ? kept : copy;
}

/** Copies a posted object. */
function bareCopy(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.assign(bare(), value);
}
