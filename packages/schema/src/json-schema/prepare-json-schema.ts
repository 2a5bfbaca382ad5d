import { z } from "zod";

type JSONObject = Readonly<Record<string, unknown>>;

/** Keywords that hold a schema or a list of schemas, and those that hold schemas by name. */
const SCHEMAS: ReadonlySet<string> = new Set([
  "items",
  "prefixItems",
  "additionalItems",
  "additionalProperties",
  "contains",
  "propertyNames",
  "not",
  "allOf",
  "anyOf",
  "oneOf",
]);
const NAMED_SCHEMAS: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "definitions",
]);
/** Form metadata that JSON can't say. */
const LEFT_OUT: ReadonlySet<string> = new Set(["wire", "widget", "onBind"]);
/** What a reference may have beside it without being more than a reference. */
const OF_ROOT: ReadonlySet<string> = new Set(["$ref", "$schema", "$id", "$defs", "definitions", "$comment"]);

/**
 * Rewrites a JSON Schema in the words that `z.fromJSONSchema()` reads without loss.
 *
 * - `additionalProperties: true` becomes `{}`, so that it can be told from no word about them;
 * - a reference with a title or the like beside it is set apart: zod would give the title to all who refer to the same;
 * - beside `enum` or `const`, `type` says nothing more; zod would read a list of types as a union of enums;
 * - a file's type, sizes and media types are set apart, where no wrapper comes between them;
 * - a pattern that only spells out the format, as zod's own schemas have it, would be a second message for one mistake.
 */
export function prepareJSONSchema(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(prepareJSONSchema);
  if (!isObject(json)) return json;
  return adapt(
    Object.fromEntries(
      Object.entries(json)
        .filter(([name]) => !LEFT_OUT.has(name))
        .map(([name, value]) => [name, prepareKeyword(name, value)]),
    ),
  );
}

function prepareKeyword(name: string, value: unknown): unknown {
  if (SCHEMAS.has(name)) return prepareJSONSchema(value);
  if (!NAMED_SCHEMAS.has(name) || !isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([each, schema]) => [each, prepareJSONSchema(schema)]));
}

function adapt(json: JSONObject): JSONObject {
  const { $ref, type, pattern, propertyNames, ...rest } = json;
  if ($ref !== undefined && Object.keys(json).some((name) => !OF_ROOT.has(name)) && !("anyOf" in json))
    return { ...rest, anyOf: [{ $ref }] };
  if (type === "string" && json["format"] === "binary") return adaptFile(json);
  return {
    ...json,
    ...(json["additionalProperties"] === true && { additionalProperties: {} }),
    ...(type !== undefined && ("enum" in json || "const" in json) && { type: undefined }),
    ...(pattern !== undefined && pattern === patternOf(json["format"]) && { pattern: undefined }),
    ...(isAnyText(propertyNames) && { propertyNames: undefined }),
  };
}

/** A file is a text without a format to zod. Its media types stand beside the rest, or as alternatives. */
function adaptFile({ type, minLength, maxLength, contentMediaType, anyOf, ...rest }: JSONObject): JSONObject {
  const others = Array.isArray(anyOf)
    ? anyOf.map((each: unknown) => isObject(each) && each["contentMediaType"])
    : [];
  const mediaTypes = [contentMediaType, ...others].filter((each) => typeof each === "string");
  const file = { type, minLength, maxLength, contentEncoding: "binary", contentMediaType: mediaTypes };
  return { ...rest, format: undefined, contentEncoding: undefined, anyOf: [file] };
}

/** The pattern that zod writes beside a format. */
function patternOf(format: unknown): unknown {
  if (typeof format !== "string") return undefined;
  return z.toJSONSchema(z.fromJSONSchema({ type: "string", format })).pattern;
}

/** Whether names may be any text, which all names are. */
function isAnyText(schema: unknown): boolean {
  return isObject(schema) && schema["type"] === "string" && Object.keys(schema).length === 1;
}

function isObject(json: unknown): json is JSONObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
