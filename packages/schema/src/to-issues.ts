import { z } from "zod";
import type { Issue } from "./issue.ts";
import { type Catalogue, englishMessages, fillSlots } from "./messages.ts";
import type { SchemaNode } from "./node.ts";
import { bestBranch, reasons } from "./zod/best-branch.ts";
import { describeIssue, type Description } from "./zod/describe-issue.ts";
import { messageForEmpty } from "./zod/empty-message.ts";
import { UNSET } from "./zod/parse-options.ts";
import { pathInPage } from "./zod/positions.ts";
import { finished, type FoundIssue, raw } from "./zod/run.ts";

/** The language of messages in one call of `deserialize`. */
export interface MessageOptions {
  /** Messages by identifier. They override the English ones. */
  readonly messages?: Catalogue;
  /** One of zod's locales, such as `z.locales.de()`, instead of the English messages. */
  readonly locale?: { readonly localeError: z.core.$ZodErrorMap };
}

const english: Catalogue = Object.assign(Object.create(null), englishMessages);

/** Issues with messages, and the number of further ones. */
export interface WordedIssues {
  readonly issues: readonly Issue[];
  readonly omitted: number;
}

/**
 * Writes messages for the first `maxIssues` issues, because nobody reads thousands.
 *
 * A text set in the schema wins. Then follow the node's `requiredMessage`, the call's messages, the call's locale, the
 * English messages and zod's own locale.
 *
 * @param decoded The value that zod parsed
 * @param root The schema, for titles and kinds
 */
export function toIssues(
  found: readonly FoundIssue[],
  decoded: unknown,
  root: SchemaNode,
  { maxIssues = 1000, ...options }: MessageOptions & { readonly maxIssues?: number } = {},
): WordedIssues {
  const issues: Issue[] = [];
  let omitted = 0;
  for (const each of found) {
    const several = issues.length < maxIssues ? bestBranch(finished(each)) : [undefined];
    for (const issue of several) {
      if (issue && issues.length < maxIssues) issues.push(toIssue(issue, decoded, root, options));
      else omitted++;
    }
  }
  return { issues, omitted };
}

function toIssue(
  issue: z.core.$ZodIssue,
  decoded: unknown,
  root: SchemaNode,
  options: MessageOptions,
): Issue {
  const { messages = {}, locale } = options;
  const path = pathInPage(issue.path, decoded);
  const node = nodeAt(root, path);
  const described = describeIssue(issue, node?.kind) ?? describeUnion(issue, decoded, root, options);
  const code = described?.code ?? issue.code;
  const values: Record<string, unknown> = described?.values ?? {};
  values["title"] = node?.title ?? "";
  values["name"] = node?.name ?? "";
  const chosen =
    (code === "required" ? node?.meta.requiredMessage : undefined) ??
    (Object.hasOwn(messages, code) ? messages[code] : undefined);
  const template = chosen ?? (locale ? undefined : english[code]);
  const own = issue.message === UNSET ? emptyMessage(code, node) : ownMessage(issue, values);
  const message =
    own !== undefined
      ? own
      : template === undefined
        ? zodMessage(issue, locale)
        : fillSlots(template, values);
  return { code, values, path, message, zod: issue };
}

/** Returns the schema's own text for a missing value. `requiredMessage` is more specific. */
function emptyMessage(code: string, node: SchemaNode | undefined): string | undefined {
  if (code !== "required" || !node || node.meta.requiredMessage !== undefined) return undefined;
  return messageForEmpty(node.type);
}

/** Returns a text set in the schema. Only texts of this package's own checks have slots. */
function ownMessage(issue: z.core.$ZodIssue, values: Readonly<Record<string, unknown>>): string {
  const hasSlots = issue.code === "custom" && issue.params?.["id"] !== undefined;
  return hasSlots ? fillSlots(issue.message, values) : issue.message;
}

function describeUnion(
  issue: z.core.$ZodIssue,
  decoded: unknown,
  root: SchemaNode,
  options: MessageOptions,
): Description | undefined {
  if (issue.code !== "invalid_union") return undefined;
  const { input, discriminator } = issue;
  if (discriminator !== undefined)
    return describeTag(Reflect.get(Object(input), discriminator), nodeAt(root, issue.path.slice(0, -1)));
  const why = reasons(issue).map(
    (reason) => toIssue({ ...reason, path: [...issue.path, ...reason.path] }, decoded, root, options).message,
  );
  return why.length > 0
    ? { code: "noOption", values: { val: input, reasons: [...new Set(why)] } }
    : { code: "invalid", values: { val: input } };
}

/** Describes a tag that matches no option of its union. */
function describeTag(val: unknown, union: SchemaNode | undefined): Description {
  if (val === undefined) return { code: "required", values: {} };
  return { code: "notOneOf", values: { val, choices: union?.choices?.map(({ text }) => text) } };
}

function nodeAt(root: SchemaNode, path: readonly PropertyKey[]): SchemaNode | undefined {
  return path.reduce<SchemaNode | undefined>(
    (at, key) => at?.child(typeof key === "symbol" ? "" : key),
    root,
  );
}

/** Returns zod's own text for an issue, in the given locale or the configured one. */
function zodMessage(issue: z.core.$ZodIssue, locale: MessageOptions["locale"]): string {
  const { localeError } = locale ?? z.core.config();
  const message = localeError?.(raw(issue));
  return (typeof message === "string" ? message : message?.message) ?? englishMessages.invalid;
}
