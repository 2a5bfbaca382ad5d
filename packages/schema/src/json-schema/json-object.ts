/** An object of a JSON document. */
export type JSONObject = Readonly<Record<string, unknown>>;

export function isJSONObject(json: unknown): json is JSONObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** Keywords whose value is data, not a schema. */
export const DATA: ReadonlySet<string> = new Set([
  "default",
  "examples",
  "enum",
  "const",
  "required",
  "initial",
  "showWhen",
  "requireWhen",
]);
/** Keywords with a map of schemas. Its names may equal keywords. */
export const NAMED: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "definitions",
]);

/** Changes all schemas in a JSON Schema, inner ones first. */
export function mapSchemas(json: unknown, change: (schema: JSONObject) => JSONObject): unknown {
  if (Array.isArray(json)) return json.map((each: unknown) => mapSchemas(each, change));
  if (!isJSONObject(json)) return json;
  const made = Object.entries(json).map(([keyword, value]): [string, unknown] => {
    if (DATA.has(keyword)) return [keyword, value];
    if (!NAMED.has(keyword) || !isJSONObject(value)) return [keyword, mapSchemas(value, change)];
    const schemas = Object.entries(value).map(([name, schema]) => [name, mapSchemas(schema, change)]);
    return [keyword, Object.fromEntries(schemas)];
  });
  return change(Object.fromEntries(made));
}
