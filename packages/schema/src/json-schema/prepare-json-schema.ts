import { z } from "zod";

type JSONObject = Readonly<Record<string, unknown>>;

/** Keywords that hold a schema or a list of schemas. */
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
/** Form metadata that JSON can't express. */
const LEFT_OUT: ReadonlySet<string> = new Set(["wire", "widget", "onBind", "computed"]);
/** Keywords next to a `$ref` that add nothing to the reference. */
const OF_ROOT: ReadonlySet<string> = new Set(["$ref", "$schema", "$id", "$defs", "definitions", "$comment"]);

/**
 * Rewrites a JSON Schema so that `z.fromJSONSchema()` reads it without loss.
 *
 * - `additionalProperties: true` becomes `{}`, so that it differs from a missing `additionalProperties`.
 * - A reference with more keywords, such as a title, is wrapped in `anyOf`. zod would give its title to all references.
 * - `type` is removed next to `enum` or `const`. zod would read a list of types as a union of enums.
 * - A file's type, sizes and media types are moved to a schema of their own, without a wrapper between them.
 * - A pattern that repeats the format is removed. zod writes such patterns, and one mistake would get two messages.
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
  return Object.fromEntries(Object.entries(value).map(([key, schema]) => [key, prepareJSONSchema(schema)]));
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

/** Rewrites a file, which zod reads as a text without a format. Media types may be alternatives. */
function adaptFile({ type, minLength, maxLength, contentMediaType, anyOf, ...rest }: JSONObject): JSONObject {
  const others = Array.isArray(anyOf)
    ? anyOf.map((alternative: unknown) => isObject(alternative) && alternative["contentMediaType"])
    : [];
  const mediaTypes = [contentMediaType, ...others].filter((mediaType) => typeof mediaType === "string");
  const file = { type, minLength, maxLength, contentEncoding: "binary", contentMediaType: mediaTypes };
  return { ...rest, format: undefined, contentEncoding: undefined, anyOf: [file] };
}

/** Returns zod's pattern for a format. */
function patternOf(format: unknown): unknown {
  if (typeof format !== "string") return undefined;
  return z.toJSONSchema(z.fromJSONSchema({ type: "string", format })).pattern;
}

/** Returns true if names may be any text, which is always so. */
function isAnyText(schema: unknown): boolean {
  return isObject(schema) && schema["type"] === "string" && Object.keys(schema).length === 1;
}

function isObject(json: unknown): json is JSONObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
