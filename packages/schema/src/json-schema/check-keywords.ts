import { DATA, NAMED } from "./json-object.ts";

/** Keywords that no zod type expresses, with a replacement. Common forms of them were replaced before. */
const REFUSED: Readonly<Record<string, string>> = {
  if: "Compare properties in it, and only add or require properties in then and else",
  dependentRequired: "It may name properties of the same object only",
  dependentSchemas: "Only add or require properties in it",
};

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
