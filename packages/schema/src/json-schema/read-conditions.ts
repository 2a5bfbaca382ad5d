import { type Condition, testsIn } from "../conditions/condition.ts";
import { readFieldPath } from "../conditions/field-path.ts";
import { allOf, anyOf, when } from "../conditions/when.ts";
import { joinPath } from "../paths/path.ts";
import { conditionFromIf, isNames, negate } from "./condition-from-if.ts";
import { isJSONObject, type JSONObject, mapSchemas } from "./json-object.ts";

/**
 * Replaces `if`, `then` and `else`, `dependentRequired` and `dependentSchemas` by `showWhen` and `requireWhen` of the properties.
 *
 *     { if: C, then: { properties: { vat: { type: "string" } }, required: ["vat"] } }
 *     // → properties: { vat: { type: "string", showWhen: C, requireWhen: C } }
 *
 * Schemas with other conditions stay unchanged.
 */
export function readConditions(json: unknown): unknown {
  return mapSchemas(json, (schema) => new ObjectSchema(schema).converted() ?? schema);
}

/** A branch of an object schema, and the condition that selects it. */
type Branch = readonly [condition: Condition | undefined, schema: unknown];

/** An object schema whose branches become conditions of its properties. */
class ObjectSchema {
  readonly #json: JSONObject;
  readonly #base: JSONObject;
  readonly #required: readonly string[];
  readonly #properties = new Map<string, JSONObject>();
  readonly #shown = new Map<string, Condition[]>();
  readonly #hidden = new Map<string, Condition[]>();
  readonly #demanded = new Map<string, Condition[]>();

  constructor(json: JSONObject) {
    this.#json = json;
    this.#base = isJSONObject(json["properties"]) ? json["properties"] : {};
    this.#required = isNames(json["required"]) ? json["required"] : [];
  }

  /** Returns the schema without its branches. Returns undefined if there are none, or one has no equivalent. */
  converted(): JSONObject | undefined {
    const {
      if: _if,
      then: _then,
      else: _else,
      dependentRequired,
      dependentSchemas,
      allOf: every,
      ...rest
    } = this.#json;
    const parts: readonly unknown[] = Array.isArray(every) ? every : [];
    const conditional = parts.filter(isBranching);
    const branches = [this.#json, ...conditional].flatMap(branchesOf);
    const needs = isJSONObject(dependentRequired) ? Object.entries(dependentRequired) : [];
    const schemas = isJSONObject(dependentSchemas) ? Object.entries(dependentSchemas) : [];
    branches.push(...needs.map(([name, required]): Branch => [isFilled(name), { required }]));
    branches.push(...schemas.map(([name, schema]): Branch => [isFilled(name), schema]));
    const dependent = [...needs, ...schemas].map(([name]) => name);
    if (dependent.some((name) => !Object.hasOwn(this.#base, name))) return undefined;
    if (branches.length === 0 || !branches.every((branch) => this.#add(branch))) return undefined;
    const properties = this.#withRules();
    const others = parts.filter((part) => !isBranching(part));
    return properties && { ...rest, ...(others.length > 0 && { allOf: others }), properties };
  }

  /** Adds a branch. Returns false if conditions can't express it. */
  #add([condition, schema]: Branch): boolean {
    if (schema === undefined || schema === true) return true;
    if (condition === undefined || !isJSONObject(schema)) return false;
    const { type = "object", properties = {}, required = [], title: _, description: __, ...others } = schema;
    if (
      type !== "object" ||
      Object.keys(others).length > 0 ||
      !isJSONObject(properties) ||
      !isNames(required)
    )
      return false;
    for (const name of required) note(this.#demanded, name, condition);
    return Object.entries(properties).every(([name, property]) =>
      this.#addProperty(name, property, condition),
    );
  }

  #addProperty(name: string, property: unknown, condition: Condition): boolean {
    const isOwn = Object.hasOwn(this.#base, name);
    if (property === false) {
      note(this.#hidden, name, condition);
      return isOwn && !this.#required.includes(name);
    }
    const schema = property === true ? {} : property;
    if (!isJSONObject(schema)) return false;
    const known = isOwn ? this.#base[name] : this.#properties.get(name);
    // The limits of a property can't depend on others.
    if (known !== undefined && Object.keys(schema).length > 0 && !isSame(known, schema)) return false;
    if (isOwn) return true;
    note(this.#shown, name, condition);
    if (known === undefined) this.#properties.set(name, schema);
    return true;
  }

  #withRules(): JSONObject | undefined {
    const all = new Map<string, unknown>([...Object.entries(this.#base), ...this.#properties]);
    const read = [this.#shown, this.#hidden, this.#demanded].flatMap((map) =>
      [...map.values()].flat().flatMap(namesIn),
    );
    if ([...read, ...this.#demanded.keys()].some((name) => !all.has(name))) return undefined;
    const made = [...all].map(([name, schema]) => {
      const hidden = (this.#hidden.get(name) ?? []).map(negate);
      const shown = this.#shown.get(name);
      const show = [...(shown ? [either(shown)] : []), ...hidden];
      const demanded = this.#required.includes(name) ? undefined : this.#demanded.get(name);
      const given = isJSONObject(schema) ? schema : {};
      const rules = {
        ...(show.length > 0 && { showWhen: both(show) }),
        ...(demanded && !isAlwaysThere(given, show) && { requireWhen: either(demanded) }),
      };
      return [name, Object.keys(rules).length > 0 ? { ...given, ...rules } : schema];
    });
    return Object.fromEntries(made);
  }
}

/**
 * Returns true for a list or boolean that is always shown. Its value may be empty or false, but is never missing in a post, so `required`
 * asks nothing of it.
 */
function isAlwaysThere({ type }: JSONObject, show: readonly Condition[]): boolean {
  return show.length === 0 && (type === "array" || type === "boolean");
}

function branchesOf(schema: JSONObject): readonly Branch[] {
  if (!("if" in schema)) return [];
  const condition = conditionFromIf(schema["if"]);
  return [
    [condition, schema["then"]],
    [negate(condition), schema["else"]],
  ];
}

/** Returns true for a part of `allOf` that only has an `if`. */
function isBranching(part: unknown): part is JSONObject {
  return isJSONObject(part) && "if" in part && Object.keys(part).every((keyword) => BRANCHING.has(keyword));
}

const BRANCHING: ReadonlySet<string> = new Set(["if", "then", "else"]);

function isFilled(name: string): Condition {
  return when(joinPath([name])).isFilled();
}

/** Returns the names of the properties that a condition reads. */
function namesIn(condition: Condition): readonly string[] {
  return testsIn(condition).map(({ at }) => readFieldPath(at)?.names[0] ?? "");
}

function note(map: Map<string, Condition[]>, name: string, condition: Condition): void {
  map.set(name, [...(map.get(name) ?? []), condition]);
}

function either(conditions: readonly Condition[]): Condition {
  const [first, ...others] = distinct(conditions);
  return first && others.length === 0 ? first : anyOf(...distinct(conditions));
}

function both(conditions: readonly Condition[]): Condition {
  const [first, ...others] = distinct(conditions);
  return first && others.length === 0 ? first : allOf(...distinct(conditions));
}

function distinct(conditions: readonly Condition[]): readonly Condition[] {
  return [...new Map(conditions.map((condition) => [JSON.stringify(condition), condition])).values()];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
