import { fillSlots, type Issue } from "@turnform/schema";
import type { Field } from "../field/field.ts";
import { walkFields } from "../field/walk-fields.ts";
import { isMapping } from "../field/cstruct.ts";
import { SecretTexts } from "./secret-texts.ts";

/** Replacement of a secret of any length. */
export const SECRET = "••••••••";

/**
 * Removes secrets, such as passwords, from the issues of a post: from messages, values and paths. It drops zod's own issues,
 * because they contain posted values.
 *
 * @param issues Issues of a post
 * @param root The form's root field
 * @param cstruct The post as read by the widgets
 */
export function hideSecrets(issues: readonly Issue[], root: Field, cstruct: unknown): readonly Issue[] {
  const secrets = new SecretTexts(
    SECRET,
    withQuoted([...textsAt([root], cstruct), ...textsLooked(issues, root)]),
  );
  return issues.map((issue) => withoutSecrets(issue, root, secrets));
}

function withoutSecrets(issue: Issue, root: Field, secrets: SecretTexts): Issue {
  const { code, values, zod } = issue;
  const { path, isSecret } = secrecyOf(issue.path, root, secrets);
  const { val } = values;
  // A message may quote a value made of the texts. Not every issue has it in its values, but zod keeps its input.
  const quoted = isSecret ? [val, zod?.input].flatMap(quotations) : [];
  // Outside of secrets, a short text is more likely a word of the message.
  const hide = (text: string): string => secrets.hide(secrets.replace(text, quoted), isSecret);
  const message = code === "required" ? issue.message : hide(issue.message);
  const hidden = Object.entries(values).map(([name, value]): [string, unknown] => {
    if (name === "choices") return [name, value];
    if (name === "val" && value !== undefined && (isSecret || mayHoldSecrets(value))) return [name, SECRET];
    if (Array.isArray(value))
      return [name, value.map((item: unknown) => (typeof item === "string" ? hide(item) : item))];
    return [name, typeof value === "string" ? hide(value) : value];
  });
  return { code, values: Object.fromEntries(hidden), path, message };
}

/** Returns the quotations of a value in messages. */
function quotations(value: unknown): readonly string[] {
  if (value === undefined || value === "") return [];
  const shown = fillSlots("${value}", { value });
  return Array.isArray(value)
    ? [shown, value.map((item) => fillSlots("${item}", { item })).join(",")]
    : [shown];
}

/** Returns true if a value may contain secrets: a mapping, or a list of anything except texts. */
function mayHoldSecrets(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some((item) => typeof item !== "string");
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || value instanceof Set || value instanceof Map;
}

/** Returns true if the value at a path is or contains a secret, and masks secret keys of the path. */
function secrecyOf(
  path: Issue["path"],
  root: Field,
  secrets: SecretTexts,
): { path: Issue["path"]; isSecret: boolean } {
  let fields: readonly Field[] = [root];
  let isSecret = false;
  const shown = path.map((key) => {
    isSecret ||= fields.some(({ widget }) => widget.secret === true);
    const isHidden = typeof key === "string" && fields.some(hasSecretKeys);
    const inside = fieldsAt(fields, key);
    // An unknown value belongs to the outer field.
    if (inside.length > 0) fields = inside;
    if (isHidden) return SECRET;
    // A check of the application may use typed text in a path.
    return inside.length === 0 && typeof key === "string" ? secrets.hide(key) : key;
  });
  return { path: shown, isSecret: isSecret || fields.some(holdsSecrets) };
}

/**
 * Returns the possible fields at a key of others. Equal fields occur once, because all cases of a union may contain the union
 * again.
 */
function fieldsAt(fields: readonly Field[], key: string | number): readonly Field[] {
  const inside = fields.flatMap((field) => partsAt(field, key));
  if (inside.length < 2) return inside;
  const isAsBefore = ({ node, variant }: Field, index: number): boolean =>
    inside.findIndex((other) => other.node.type === node.type && other.variant === variant) < index;
  return inside.filter((field, index) => !isAsBefore(field, index));
}

/** Returns the parts of a field at a key. For a union, these are the parts of all cases. */
function partsAt(field: Field, key: string | number): readonly Field[] {
  const { node, children } = field;
  if (node.kind === "union") return children.flatMap((option) => partsAt(option, key));
  // Values of a record, posted by their names.
  const part = node.entry && typeof key === "string" ? children[0]?.children[1] : field.child(key);
  return part ? [part] : [];
}

/** Returns true if the keys of a record that is posted as a mapping are secrets. */
function hasSecretKeys({ node, children }: Field): boolean {
  return node.entry !== undefined && children[0]?.children[0]?.widget.secret === true;
}

const secretHolders = new WeakMap<Field, boolean>();

/** Returns true if a field, or an inner one, is a secret. It visits a recursive schema once. */
function holdsSecrets(field: Field): boolean {
  let holds = secretHolders.get(field);
  if (holds === undefined) {
    holds = [...walkFields(field)].some(({ widget }) => widget.secret === true);
    secretHolders.set(field, holds);
  }
  return holds;
}

/** Adds the texts in JSON notation, if that differs. */
function withQuoted(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]);
}

/**
 * Finds secrets in the inputs of the schema's checks. The schema may have changed them to numbers or trimmed texts.
 *
 * @yields the texts of secret fields
 */
function* textsLooked(issues: readonly Issue[], root: Field): Generator<string> {
  const looked = new Map<unknown, Set<unknown>>();
  for (const { path, zod } of issues) {
    const input = zod?.input;
    if (typeof input !== "object" || input === null) continue;
    const types = looked.get(input) ?? new Set();
    looked.set(input, types);
    // A check belongs to a field on the path of its issue.
    for (const along of fieldsAlong(path, root)) {
      // An object belongs to an outer field, not to a field with one text.
      const fields = along.filter(({ node, children }) => children.length > 0 || node.entry !== undefined);
      if (fields.every(({ node }) => types.has(node.type))) continue;
      for (const { node } of fields) types.add(node.type);
      yield* textsAt(fields, input);
    }
  }
}

/** @yields the fields on a path, from the root */
function* fieldsAlong(path: Issue["path"], root: Field): Generator<readonly Field[]> {
  let fields: readonly Field[] = [root];
  yield fields;
  for (const key of path) {
    fields = fieldsAt(fields, key);
    if (fields.length === 0) return;
    yield fields;
  }
}

/**
 * Walks the post, or the schema's result.
 *
 * @yields the texts of secret fields, in any shape
 */
function* textsAt(start: readonly Field[], value: unknown): Generator<string> {
  const todo: { fields: readonly Field[]; value: unknown; isSecret: boolean }[] = [
    { fields: start, value, isSecret: false },
  ];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { fields, value } = next;
    const isSecret = next.isSecret || fields.some(({ widget }) => widget.secret === true);
    if (isSecret && !isMapping(value) && !Array.isArray(value)) yield* textsFor(value);
    if (!isSecret && !fields.some(holdsSecrets)) continue;
    const parts: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
      ? value.map((item: unknown, index) => [index, item] as const)
      : isMapping(value)
        ? Object.entries(value)
        : [];
    for (const [key, part] of parts) {
      if (typeof key === "string" && fields.some(hasSecretKeys)) yield key;
      const inside = isSecret ? [] : fieldsAt(fields, key);
      if (isSecret || inside.length > 0) todo.push({ fields: inside, value: part, isSecret });
    }
  }
}

/** Returns the possible texts of a value in a message. */
function textsFor(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "number" || typeof value === "bigint" ? [String(value)] : [];
}
