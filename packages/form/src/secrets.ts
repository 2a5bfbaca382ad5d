import { fillSlots, type Issue } from "@turnform/schema";
import { escapePattern } from "./escape-pattern.ts";
import type { Field } from "./field.ts";

/** What stands for a secret, whatever its length. */
export const SECRET = "••••••••";

/**
 * Takes secrets, such as passwords, out of what is said about them.
 *
 * @param issues What is wrong with a post
 * @param root The form's root field
 */
export function hideSecrets(issues: readonly Issue[], root: Field): readonly Issue[] {
  return issues.map((issue) => (isSecret(issue.path, root) ? withoutValue(issue) : issue));
}

function isSecret(path: Issue["path"], root: Field): boolean {
  let field: Field | undefined = root;
  for (const key of path) {
    if (field?.widget.secret === true) return true;
    field = field?.child(key);
  }
  return field?.widget.secret === true;
}

/** The message as it is, but for the value as a word of its own. */
function withoutValue(issue: Issue): Issue {
  const { val, ...values } = issue.values;
  // Not every message has the value among what fills its slots; zod keeps what it looked at.
  const inputs = [val, issue.zod?.input].filter((value) => value !== undefined && value !== "");
  const message = inputs.reduce<string>((text, value) => {
    const quoted = escapePattern(fillSlots("${value}", { value }));
    return text.replaceAll(new RegExp(String.raw`(?<![\p{L}\p{N}])${quoted}(?![\p{L}\p{N}])`, "gu"), SECRET);
  }, issue.message);
  const { code, path } = issue;
  return { code, path, values: val === undefined ? values : { ...values, val: SECRET }, message };
}
