import type { Condition } from "../conditions/condition.ts";
import { allOf, anyOf, not, when } from "../conditions/when.ts";
import { joinPath } from "../paths/path.ts";
import { isJSONObject, type JSONObject } from "./json-object.ts";

/**
 * Reads the schema of an `if` as a condition.
 *
 * @param path Names of the groups around the schema's properties
 * @returns undefined for a schema with other keywords than comparisons of properties
 */
export function conditionFromIf(schema: unknown, path: readonly string[] = []): Condition | undefined {
  if (!isJSONObject(schema)) return undefined;
  const {
    type = "object",
    properties = {},
    required = [],
    allOf: every = [],
    anyOf: some,
    not: negated,
    ...others
  } = schema;
  if (type !== "object" || Object.keys(others).length > 0) return undefined;
  if (!isJSONObject(properties) || !isNames(required) || !Array.isArray(every)) return undefined;
  const named = new Set([...Object.keys(properties), ...required]);
  const found = [
    ...[...named].map((name) => ofProperty([...path, name], properties[name], required.includes(name))),
    ...every.map((each) => conditionFromIf(each, path)),
    ...(some === undefined ? [] : [anyFrom(some, path)]),
    ...(negated === undefined ? [] : [negate(conditionFromIf(negated, path))]),
  ];
  return joined(found);
}

/** Returns the opposite of a condition. */
export function negate<C extends Condition | undefined>(condition: C): Condition | C {
  if (condition === undefined) return condition;
  return "not" in condition ? condition.not : not(condition);
}

function anyFrom(schemas: unknown, path: readonly string[]): Condition | undefined {
  if (!Array.isArray(schemas) || schemas.length === 0) return undefined;
  const found = schemas.map((each) => conditionFromIf(each, path));
  return found.includes(undefined) ? undefined : anyOf(...found.flatMap((each) => each ?? []));
}

function ofProperty(path: readonly string[], schema: unknown, isRequired: boolean): Condition | undefined {
  const [first = ""] = path;
  // Such a name would be taken for a step.
  if (first.startsWith("/") || first.startsWith("..")) return undefined;
  const at = when(joinPath(path));
  if (schema === undefined || schema === true) return isRequired ? at.isFilled() : undefined;
  if (!isJSONObject(schema)) return undefined;
  const inside =
    "properties" in schema || "required" in schema ? conditionFromIf(schema, path) : comparisons(at, schema);
  if (inside === undefined) return undefined;
  // A property that is absent passes, unless it is required.
  return isRequired ? inside : anyOf(at.isEmpty(), inside);
}

function comparisons(at: ReturnType<typeof when>, schema: JSONObject): Condition | undefined {
  const found = Object.entries(schema).flatMap(([keyword, value]) =>
    keyword === "type" ? [] : [comparison(at, keyword, value)],
  );
  return joined(found.length > 0 ? found : [at.isFilled()]);
}

function comparison(at: ReturnType<typeof when>, keyword: string, value: unknown): Condition | undefined {
  switch (keyword) {
    case "const":
      return isValue(value) ? at.is(value) : undefined;
    case "enum":
      return Array.isArray(value) && value.every(isValue) ? at.isOneOf(value) : undefined;
    case "not": {
      const inside = isJSONObject(value) ? comparisons(at, value) : undefined;
      return inside && allOf(at.isFilled(), not(inside));
    }
    case "exclusiveMinimum":
      return typeof value === "number" ? at.isAbove(value) : undefined;
    case "exclusiveMaximum":
      return typeof value === "number" ? at.isBelow(value) : undefined;
    case "minimum":
      return typeof value === "number" ? allOf(at.isFilled(), not(at.isBelow(value))) : undefined;
    case "maximum":
      return typeof value === "number" ? allOf(at.isFilled(), not(at.isAbove(value))) : undefined;
    case "minLength":
      return value === 1 ? at.isFilled() : undefined;
    case "pattern":
      return typeof value === "string" ? at.matches({ source: value, flags: "" }) : undefined;
    default:
      return undefined;
  }
}

/** Joins conditions that must all hold. Returns undefined if one is unknown, or there is none. */
function joined(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const [first] = conditions;
  if (conditions.includes(undefined)) return undefined;
  return conditions.length > 1 ? allOf(...conditions.flatMap((each) => each ?? [])) : first;
}

function isValue(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

export function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
