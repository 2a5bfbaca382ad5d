/** Keywords that no zod type expresses, with a replacement. */
const REFUSED: Readonly<Record<string, string>> = {
  if: "Use oneOf with an object for each case",
  dependentRequired: "Add a .refine() to the type",
  dependentSchemas: "Use oneOf with an object for each case",
};

/** Keywords whose value is data, not a schema. */
const DATA: ReadonlySet<string> = new Set(["default", "examples", "enum", "const", "required", "initial"]);
/** Keywords with a map of schemas. Its names may equal keywords. */
const NAMED: ReadonlySet<string> = new Set(["properties", "patternProperties", "$defs", "definitions"]);

/**
 * Refuses a value that is not a JSON Schema, or is one without a form.
 *
 * @param pointer JSON pointer of the value in its document
 * @throws TypeError with the pointer of the first keyword that no zod type expresses
 */
export function checkKeywords(json: unknown, pointer = "#"): void {
  if (Array.isArray(json)) {
    json.forEach((each, index) => checkKeywords(each, `${pointer}/${index}`));
    return;
  }
  if (typeof json !== "object" || json === null) return;
  for (const [keyword, value] of Object.entries(json)) {
    const instead = Object.hasOwn(REFUSED, keyword) ? REFUSED[keyword] : undefined;
    const place = `${pointer}/${escape(keyword)}`;
    if (instead !== undefined)
      throw new TypeError(`JSON Schema ${place}: a form can't hold "${keyword}". ${instead}`);
    if (NAMED.has(keyword)) checkNamed(value, place);
    else if (!DATA.has(keyword)) checkKeywords(value, place);
  }
}

function checkNamed(schemas: unknown, pointer: string): void {
  if (typeof schemas !== "object" || schemas === null) return;
  for (const [name, schema] of Object.entries(schemas)) checkKeywords(schema, `${pointer}/${escape(name)}`);
}

/** Escapes a name for a JSON pointer: RFC 6901. */
function escape(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
