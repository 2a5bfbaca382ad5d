import { type Issue, type SchemaNode, splitPath } from "@turnform/schema";
import { missingPath } from "@turnform/schema/misspelt";
import { STATUS_CODES } from "node:http";
import type { FieldErrors } from "./field-errors.ts";

/** An error in the JSON of a program. */
export interface DataError {
  /** Dotted path, as `error.asDict()` writes it; `""` stands for the data as a whole. */
  readonly path: string;
  /** JSON Pointer to the value, as a fragment: `#/days/0/name` (RFC 6901). */
  readonly pointer: string;
  /** The message that a person would see, in the form's language. */
  readonly message: string;
}

/** The answer of a form's turn to data. */
export type DataAnswer =
  | { readonly kind: "saved"; readonly redirect: string | undefined; readonly notice: string | undefined }
  | { readonly kind: "refused"; readonly status: number; readonly errors: readonly DataError[] };

/** Refuses data with the errors of a validation. */
export function invalidData(issues: readonly Issue[]): DataAnswer {
  return {
    kind: "refused",
    status: 422,
    errors: issues.map(({ path, message }) => dataError(path.map(String), message)),
  };
}

/**
 * Refuses data with the errors of `save`.
 *
 * @throws TypeError if the form has no field at a path
 */
export function unsavedData(node: SchemaNode, { errors, status }: FieldErrors): DataAnswer {
  const found = Object.entries(errors).flatMap(([path, messages]) => {
    const hint = missingPath(node, path);
    if (hint !== undefined) throw new TypeError(`The form has no field at "${path}". ${hint}`);
    return [messages].flat().map((message) => dataError(splitPath(path), message));
  });
  return { kind: "refused", status, errors: found };
}

function dataError(path: readonly string[], message: string): DataError {
  const pointer = path.map(
    (name) => `/${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`,
  );
  return { path: path.join("."), pointer: `#${pointer.join("")}`, message };
}

/** The body of an answer in JSON. */
export interface JSONAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Returns the answer to saved data: the texts of `redirect` and `notice`. */
export function savedAnswer(texts: { redirect: string | undefined; notice: string | undefined }): JSONAnswer {
  return { status: 200, type: "application/json; charset=utf-8", body: JSON.stringify(texts) };
}

/** Returns problem details (RFC 9457). */
export function problemAnswer(status: number, detail: string, errors?: readonly DataError[]): JSONAnswer {
  const title = STATUS_CODES[status] ?? "Error";
  return {
    status,
    type: "application/problem+json; charset=utf-8",
    body: JSON.stringify({ title, status, detail, errors }),
  };
}

/** @throws TypeError if a form that takes JSON has a field for files, which JSON can't hold */
export function refuseFiles(formId: string, root: SchemaNode): void {
  const file = fileIn(root);
  if (file)
    throw new TypeError(
      `Form "${formId}" has the file field "${file.name}", which JSON can't hold. Leave out the option json`,
    );
}

/** Returns the first node for a file, if there is one. */
export function fileIn(root: SchemaNode): SchemaNode | undefined {
  const seen = new Set<unknown>();
  const todo = [root];
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (seen.has(node.type)) continue;
    seen.add(node.type);
    if (node.kind === "file") return node;
    todo.push(...node.children, ...(node.entry ? [node.entry] : []));
  }
  return undefined;
}
