import { z } from "zod";
import type { Issue } from "./issue.ts";
import { type LimitFormats, writtenValues } from "./limit-formats.ts";
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
  /** Writes the limits of dates and files. Default: dates as ISO 8601, sizes in bytes. */
  readonly formats?: LimitFormats;
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
 * @param typed Cstruct of the value, for quoting numbers that JavaScript can't hold exactly
 */
export function toIssues(
  found: readonly FoundIssue[],
  decoded: unknown,
  root: SchemaNode,
  { maxIssues = 1000, ...options }: MessageOptions & { readonly maxIssues?: number } = {},
  typed?: unknown,
): WordedIssues {
  const issues: Issue[] = [];
  let omitted = 0;
  for (const foundIssue of found) {
    const several = issues.length < maxIssues ? bestBranch(finished(foundIssue)) : [undefined];
    for (const issue of several) {
      if (issue && issues.length < maxIssues) issues.push(toIssue(issue, { decoded, typed, root, options }));
      else omitted++;
    }
  }
  return { issues, omitted };
}

/** The value and the options that all issues of an error have in common. */
interface Context {
  readonly decoded: unknown;
  readonly typed: unknown;
  readonly root: SchemaNode;
  readonly options: MessageOptions;
}

function toIssue(issue: z.core.$ZodIssue, context: Context): Issue {
  const { decoded, typed, root, options } = context;
  const { messages = {}, locale, formats } = options;
  const path = pathInPage(issue.path, decoded);
  const node = nodeAt(root, path);
  const described = describeIssue(issue, node) ?? describeUnion(issue, context);
  const code = described?.code ?? issue.code;
  const values: Record<string, unknown> = described?.values ?? {};
  if (isRounded(values["val"])) values["val"] = textAt(typed, path) ?? values["val"];
  values["title"] = node?.title ?? "";
  values["name"] = node?.name ?? "";
  const chosen =
    (code === "required" ? node?.meta.requiredMessage : undefined) ??
    (Object.hasOwn(messages, code) ? messages[code] : undefined);
  const template = chosen ?? (locale ? undefined : english[code]);
  const written = writtenValues({ code, values }, node, formats);
  const own = issue.message === UNSET ? emptyMessage(code, node) : ownMessage(issue, written);
  const message =
    own !== undefined
      ? own
      : template === undefined
        ? zodMessage(issue, locale)
        : fillSlots(template, written);
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

/** Returns true for a number beyond 2^53, which may differ from the typed one. */
function isRounded(value: unknown): boolean {
  return typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER;
}

/** Returns the text at a path of a cstruct, if there is one. */
function textAt(cstruct: unknown, path: Issue["path"]): string | undefined {
  const text = path.reduce<unknown>(
    (at, key) => (isOwn(at, key) ? Reflect.get(at, key) : undefined),
    cstruct,
  );
  return typeof text === "string" ? text : undefined;
}

function isOwn(value: unknown, key: string | number): value is object {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

function describeUnion(issue: z.core.$ZodIssue, context: Context): Description | undefined {
  if (issue.code !== "invalid_union") return undefined;
  const { root } = context;
  const { input, discriminator } = issue;
  if (discriminator !== undefined)
    return describeTag(Reflect.get(Object(input), discriminator), nodeAt(root, issue.path.slice(0, -1)));
  const why = reasons(issue).map(
    (reason) => toIssue({ ...reason, path: [...issue.path, ...reason.path] }, context).message,
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
