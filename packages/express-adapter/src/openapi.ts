import { STATUS_CODES } from "node:http";
import type { SchemaNode } from "@turnform/schema";
import { type JSONSchemaOptions, toJSONSchema } from "@turnform/schema/tools";
import { fileIn } from "./data-answer.ts";

type JSONObject = Readonly<Record<string, unknown>>;

/** The members of a form that its description needs. Every form of `@turnform/form` has them, bound or not. */
export interface DescribedForm {
  readonly formId: string;
  readonly node: SchemaNode;
  readonly unreadTypes: () => NonNullable<JSONSchemaOptions["leaveOut"]>;
}

/** The description of a form's route, for a document of OpenAPI 3.1. */
export interface OpenApi {
  /** The operation object, for `paths`. */
  readonly operation: JSONObject;
  /** The schemas that the operation refers to, for `components.schemas`. Their names begin with the form's id. */
  readonly schemas: Readonly<Record<string, JSONObject>>;
}

/**
 * Describes the POST of a form's route with the option `json`, as OpenAPI 3.1.
 *
 *     const { operation, schemas } = openApi(form);
 *     const document = { openapi: "3.1.0", info, paths: { "/trips": { post: operation } }, components: { schemas } };
 *
 * Fields that can't be edited and computed fields are left out. A form with files takes no JSON, so only its post is described.
 *
 * @throws UnsupportedTypeError for a type without a JSON Schema
 */
export function openApi(form: DescribedForm): OpenApi {
  const { formId, node } = form;
  const name = formId.replaceAll(/[^\w.-]/g, "_");
  const hasFiles = fileIn(node) !== undefined;
  const page = { "text/html": { schema: { type: "string" } } };
  const problem = { "application/problem+json": { schema: refTo(`${name}.Problem`) } };
  const json = { "application/json": { schema: refTo(name) } };
  const post = { [hasFiles ? "multipart/form-data" : "application/x-www-form-urlencoded"]: { schema: POST } };
  const refused = [400, 403, 413, 415].map((status) => [
    status,
    { description: STATUS_CODES[status], content: { ...problem, ...page } },
  ]);
  return {
    operation: {
      ...(node.meta.title !== undefined && { summary: node.meta.title }),
      ...(node.description !== undefined && { description: node.description }),
      parameters: HEADERS,
      requestBody: { required: true, content: { ...(!hasFiles && json), ...post } },
      responses: {
        200: {
          description: "The data were saved; or a page, as the answer to the post of a form",
          content: { ...(!hasFiles && { "application/json": { schema: refTo(`${name}.Saved`) } }), ...page },
        },
        303: {
          description: "The post of a form was saved",
          headers: { Location: { required: true, schema: { type: "string" } } },
        },
        422: {
          description: "The data have errors. A form is shown again with them",
          content: { ...(!hasFiles && problem), ...page },
        },
        ...Object.fromEntries(refused),
      },
    },
    schemas: {
      ...(!hasFiles && { ...inputSchemas(form, name), [`${name}.Saved`]: SAVED }),
      [`${name}.Problem`]: PROBLEM,
    },
  };
}

const HEADERS: readonly JSONObject[] = [
  {
    name: "Idempotency-Key",
    in: "header",
    description: "Equal data with the same key are saved once",
    schema: { type: "string" },
  },
  {
    name: "X-CSRF-Token",
    in: "header",
    description: "The token of the form's page, if the route asks for one",
    schema: { type: "string" },
  },
];

const POST: JSONObject = {
  type: "object",
  description:
    "The controls of the HTML form in the order of the page, with hidden controls around lists and groups",
};

const SAVED: JSONObject = {
  type: "object",
  properties: {
    redirect: { type: "string", description: "The address of the next page" },
    notice: { type: "string", description: "A message for people" },
  },
};

const PROBLEM: JSONObject = {
  type: "object",
  required: ["title", "status", "detail"],
  properties: {
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "pointer", "message"],
        properties: {
          path: { type: "string", description: "Dotted path of the value" },
          pointer: { type: "string", description: "JSON Pointer to the value, as a fragment" },
          message: { type: "string" },
        },
      },
    },
  },
};

/** Returns the JSON Schema of the form's data, and those that it refers to. */
function inputSchemas(
  { node, unreadTypes }: DescribedForm,
  name: string,
): Readonly<Record<string, JSONObject>> {
  const { $schema: _, $defs = {}, ...data } = toJSONSchema(node.type, { leaveOut: unreadTypes() });
  const parts = Object.entries($defs).map(([part, schema]) => [nameOf(name, part), inDocument(schema, name)]);
  return Object.fromEntries([[name, inDocument(data, name)], ...parts]);
}

function nameOf(name: string, part: string): string {
  return part === "" ? name : `${name}.${part.replaceAll(/[^\w.-]/g, "_")}`;
}

/** Changes references inside a JSON Schema to the places of the schemas in a document. */
function inDocument(json: unknown, name: string): unknown {
  if (Array.isArray(json)) return json.map((part: unknown) => inDocument(part, name));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, part]: [string, unknown]) => {
      const [, to] =
        key === "$ref" && typeof part === "string" ? (/^#(?:\/\$defs\/)?(.*)$/.exec(part) ?? []) : [];
      return [key, to === undefined ? inDocument(part, name) : refTo(nameOf(name, to)).$ref];
    }),
  );
}

function refTo(part: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${part}` };
}
