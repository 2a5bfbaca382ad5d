import { fillSlots, type Issue } from "@turnform/schema";
import type { Field } from "../field/field.ts";
import { walkFields } from "../field/walk-fields.ts";
import { isMapping } from "../field/cstruct.ts";
import { SecretTexts } from "./secret-texts.ts";

/** What stands for a secret, whatever its length. */
export const SECRET = "••••••••";

/**
 * Takes secrets, such as passwords, out of what is said about a post: out of messages, and out of the values of issues and their
 * paths. zod's own issues hold what was posted, so they are left out.
 *
 * @param issues What is wrong with a post
 * @param root The form's root field
 * @param cstruct The post as the widgets read it
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
  // A message may quote a value that was made of the texts. Not every issue has it among its values; zod keeps its own input.
  const quoted = isSecret ? [val, zod?.input].flatMap(quotations) : [];
  // Elsewhere a short text is more likely a word of the message.
  const hide = (text: string): string => secrets.hide(secrets.replace(text, quoted), isSecret);
  const message = code === "required" ? issue.message : hide(issue.message);
  const hidden = Object.entries(values).map(([name, value]): [string, unknown] => {
    if (name === "choices") return [name, value];
    if (name === "val" && value !== undefined && (isSecret || isContainer(value))) return [name, SECRET];
    if (Array.isArray(value))
      return [name, value.map((each: unknown) => (typeof each === "string" ? hide(each) : each))];
    return [name, typeof value === "string" ? hide(value) : value];
  });
  return { code, values: Object.fromEntries(hidden), path, message };
}

/** The texts by which messages quote a value. */
function quotations(value: unknown): readonly string[] {
  if (value === undefined || value === "") return [];
  const shown = fillSlots("${value}", { value });
  return Array.isArray(value)
    ? [shown, value.map((each) => fillSlots("${each}", { each })).join(",")]
    : [shown];
}

/** Returns true if a value may have secrets in it: a list of anything but texts, or a mapping. */
function isContainer(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some((each) => typeof each !== "string");
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || value instanceof Set || value instanceof Map;
}

/** Tells if the value at a path is a secret or has one in it, and masks keys of the path that are secrets. */
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
    // A value that the schema does not know belongs to the field around it
    if (inside.length > 0) fields = inside;
    if (isHidden) return SECRET;
    // A check of yours may name a place by what was typed
    return inside.length === 0 && typeof key === "string" ? secrets.hide(key) : key;
  });
  return { path: shown, isSecret: isSecret || fields.some(holdsSecrets) };
}

/** Returns the fields that may stand at a key inside others. Alike ones come once, since all cases of a union may hold the union again. */
function fieldsAt(fields: readonly Field[], key: string | number): readonly Field[] {
  const inside = fields.flatMap((field) => partsAt(field, key));
  if (inside.length < 2) return inside;
  const isAsBefore = ({ node, variant }: Field, index: number): boolean =>
    inside.findIndex((other) => other.node.type === node.type && other.variant === variant) < index;
  return inside.filter((field, index) => !isAsBefore(field, index));
}

/** The parts of a field at a key: of a union those of all cases. */
function partsAt(field: Field, key: string | number): readonly Field[] {
  const { node, children } = field;
  if (node.kind === "union") return children.flatMap((option) => partsAt(option, key));
  // A record's values, posted by their names
  const part = node.entry && typeof key === "string" ? children[0]?.children[1] : field.child(key);
  return part ? [part] : [];
}

/** Returns true if the names in a mapping that is posted for a record are secrets. */
function hasSecretKeys({ node, children }: Field): boolean {
  return node.entry !== undefined && children[0]?.children[0]?.widget.secret === true;
}

const secretHolders = new WeakMap<Field, boolean>();

/** Returns true if a field, or one inside it, is a secret. A schema inside itself is asked once. */
function holdsSecrets(field: Field): boolean {
  let holds = secretHolders.get(field);
  if (holds === undefined) {
    holds = [...walkFields(field)].some(({ widget }) => widget.secret === true);
    secretHolders.set(field, holds);
  }
  return holds;
}

/** Adds the texts as JSON writes them, where that differs. */
function withQuoted(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]);
}

/**
 * Finds what became of secrets that the schema has changed, such as numbers or trimmed texts, in what its checks looked at.
 *
 * @yields the texts for secret fields
 */
function* textsLooked(issues: readonly Issue[], root: Field): Generator<string> {
  const looked = new Map<unknown, Set<unknown>>();
  for (const { path, zod } of issues) {
    const input = zod?.input;
    if (typeof input !== "object" || input === null) continue;
    const types = looked.get(input) ?? new Set();
    looked.set(input, types);
    // A check stands somewhere on the way to what it complains of
    for (const along of fieldsAlong(path, root)) {
      // An object belongs to no field of one text, but to one around it.
      const fields = along.filter(({ node, children }) => children.length > 0 || node.entry !== undefined);
      if (fields.every(({ node }) => types.has(node.type))) continue;
      for (const { node } of fields) types.add(node.type);
      yield* textsAt(fields, input);
    }
  }
}

/** @yields the fields at a path and around it, from the root */
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
 * Walks what was posted, or what the schema made of it.
 *
 * @yields the texts for secret fields, in whatever shape
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
      ? value.map((each: unknown, index) => [index, each] as const)
      : isMapping(value)
        ? Object.entries(value)
        : [];
    for (const [key, each] of parts) {
      if (typeof key === "string" && fields.some(hasSecretKeys)) yield key;
      const inside = isSecret ? [] : fieldsAt(fields, key);
      if (isSecret || inside.length > 0) todo.push({ fields: inside, value: each, isSecret });
    }
  }
}

/** The texts that a message may write a value as. */
function textsFor(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "number" || typeof value === "bigint" ? [String(value)] : [];
}
