/* oxlint-disable unicorn/no-thenable -- "then" is a keyword of JSON Schema */
import { type Condition, mistakeIn } from "../conditions/condition.ts";
import { readFieldPath } from "../conditions/field-path.ts";
import { isJSONObject, type JSONObject, mapSchemas } from "./json-object.ts";

/**
 * Writes `showWhen` and `requireWhen` of properties as `if`, `then` and `else` of their object. Conditions that JSON Schema can't express, such as
 * those on the object around, stay as they are.
 */
export function writeConditions(json: unknown): unknown {
  return mapSchemas(json, (schema) => {
    const { properties } = schema;
    if (!isJSONObject(properties)) return schema;
    const branches: JSONObject[] = [];
    const plain = Object.entries(properties).map(([name, property]) => [
      name,
      withoutRules(name, property, branches),
    ]);
    if (branches.length === 0) return schema;
    const every: readonly unknown[] = Array.isArray(schema["allOf"]) ? schema["allOf"] : [];
    return { ...schema, properties: Object.fromEntries(plain), allOf: [...every, ...branches] };
  });
}

/** Moves the rules of a property to branches. */
function withoutRules(name: string, property: unknown, branches: JSONObject[]): unknown {
  if (!isJSONObject(property)) return property;
  const { showWhen, requireWhen, ...rest } = property;
  const show = ifOf(showWhen);
  const demand = ifOf(requireWhen);
  const then = { required: [name] };
  const hidden = { properties: { [name]: false } };
  if (show && JSON.stringify(showWhen) === JSON.stringify(requireWhen))
    branches.push({ if: show, then, else: hidden });
  else {
    if (show) branches.push({ if: show, else: hidden });
    if (demand) branches.push({ if: demand, then });
  }
  return {
    ...rest,
    ...(showWhen !== undefined && !show && { showWhen }),
    ...(requireWhen !== undefined && !demand && { requireWhen }),
  };
}

/** Returns the schema of an `if`, or undefined if there is no equivalent. */
function ifOf(condition: unknown): JSONObject | undefined {
  return isCondition(condition) ? schemaOf(condition) : undefined;
}

function isCondition(value: unknown): value is Condition {
  return mistakeIn(value) === undefined;
}

function schemaOf(condition: Condition): JSONObject | undefined {
  if ("all" in condition) return listOf("allOf", condition.all);
  if ("any" in condition) return listOf("anyOf", condition.any);
  if ("not" in condition) return notOf(schemaOf(condition.not));
  const path = readFieldPath(condition.at);
  if (path?.up !== 0) return undefined;
  const of = (schema?: JSONObject): JSONObject => at(path.names, schema);
  if ("isFilled" in condition) return of();
  if ("isEmpty" in condition) return notOf(of());
  if ("is" in condition) return of({ const: condition.is });
  if ("isNot" in condition) return notOf(of({ const: condition.isNot }));
  if ("isOneOf" in condition) return of({ enum: condition.isOneOf });
  if ("matches" in condition)
    return condition.matches.flags === "" ? of({ pattern: condition.matches.source }) : undefined;
  const [keyword, limit] =
    "isAbove" in condition
      ? ["exclusiveMinimum", condition.isAbove]
      : ["exclusiveMaximum", condition.isBelow];
  return typeof limit === "number" ? of({ [keyword]: limit }) : undefined;
}

function listOf(keyword: string, conditions: readonly Condition[]): JSONObject | undefined {
  const schemas = conditions.map(schemaOf);
  return schemas.includes(undefined) ? undefined : { [keyword]: schemas };
}

function notOf(schema: JSONObject | undefined): JSONObject | undefined {
  return schema && { not: schema };
}

/** Writes a property as required, with a schema for its value. */
function at([name = "", ...inner]: readonly string[], schema?: JSONObject): JSONObject {
  const inside = inner.length > 0 ? at(inner, schema) : schema;
  return { ...(inside && { properties: { [name]: inside } }), required: [name] };
}
