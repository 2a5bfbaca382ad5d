import type { z } from "zod";
import type { SchemaNode } from "../node.ts";

/** A zod issue in the catalogue's terms. */
export interface Description {
  readonly code: string;
  /** A new object, so that callers can add values. */
  readonly values: Record<string, unknown>;
}

const BY_EXPECTED: Readonly<Record<string, string>> = {
  string: "notText",
  number: "notNumber",
  int: "notInteger",
  bigint: "notInteger",
  boolean: "notBoolean",
  date: "notDate",
  file: "notFile",
  object: "notMapping",
  record: "notMapping",
  map: "notMapping",
  array: "notSequence",
  tuple: "notSequence",
  set: "notSet",
};

/** Kinds whose zod type differs from their meaning: a set is read as a list, a time is a text. */
const BY_KIND: Readonly<Record<string, string>> = { set: "notSet", list: "notSet", time: "notTime" };

/** Identifiers for points in time, instead of those for numbers. */
const OF_MOMENTS: Readonly<Record<string, string>> = {
  tooSmall: "tooEarly",
  tooBig: "tooLate",
  notGreater: "notAfter",
  notLess: "notBefore",
};

const MOMENTS: ReadonlySet<string | undefined> = new Set(["date", "datetime", "time"]);

const BY_FORMAT: Readonly<Record<string, string>> = {
  regex: "pattern",
  template_literal: "pattern",
  email: "email",
  url: "url",
  uuid: "uuid",
  date: "notDate",
  datetime: "notDate",
  time: "notTime",
};

/**
 * Finds the catalogue identifier of a zod issue and the values of its message.
 *
 * @param node Schema node at the issue's path
 * @returns undefined if the catalogue has no message; zod's own text is then shown
 */
export function describeIssue(
  issue: z.core.$ZodIssue,
  node: SchemaNode | undefined,
): Description | undefined {
  const found = describe(issue, node);
  return found && MOMENTS.has(node?.kind) ? { ...found, code: OF_MOMENTS[found.code] ?? found.code } : found;
}

function describe(issue: z.core.$ZodIssue, node: SchemaNode | undefined): Description | undefined {
  const val = issue.input;
  if (val === undefined && saysMissing(issue)) return { code: "required", values: {} };
  switch (issue.code) {
    case "invalid_type":
      return described(BY_KIND[node?.kind ?? ""] ?? BY_EXPECTED[issue.expected], { val });
    case "invalid_value":
      // A required checkbox counts as missing while it is not ticked.
      if (val === false && issue.values.length === 1 && issue.values[0] === true)
        return { code: "required", values: {} };
      return { code: notOneOf(node), values: { val, choices: issue.values } };
    case "too_small":
    case "too_big":
      return describeSize(issue, node);
    case "not_multiple_of":
      return { code: "notMultiple", values: { val, step: issue.divisor } };
    case "invalid_format":
      return described(BY_FORMAT[issue.format], { val });
    case "unrecognized_keys":
      return { code: "unknownKeys", values: { val: issue.keys } };
    case "custom": {
      const { id = "invalid", leaf: _, ...values } = issue.params ?? {};
      return { code: id === "notOneOf" ? notOneOf(node) : String(id), values: { val, ...values } };
    }
    default:
      return undefined;
  }
}

/** Returns true if an issue about undefined means a missing value, not a failed refinement. */
function saysMissing(issue: z.core.$ZodIssue): boolean {
  if (issue.code === "custom") return issue.params?.["leaf"] === true;
  return issue.code === "invalid_type" || issue.code === "invalid_value" || issue.code === "invalid_union";
}

function describeSize(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  node: SchemaNode | undefined,
): Description {
  const val = issue.input;
  if (node?.kind === "tuple" && Array.isArray(val)) {
    return {
      code: "wrongCount",
      values: { val, exp: issue.code === "too_small" ? issue.minimum : issue.maximum, was: val.length },
    };
  }
  const [tooLow, tooHigh] = sizeIds(issue, node);
  return issue.code === "too_small"
    ? { code: tooLow, values: { val, min: bound(issue.minimum, val) } }
    : { code: tooHigh, values: { val, max: bound(issue.maximum, val) } };
}

/** Converts the bound of a date, which zod gives as a number. */
function bound(limit: unknown, val: unknown): unknown {
  return val instanceof Date && typeof limit === "number" ? new Date(limit) : limit;
}

function described(code: string | undefined, values: Description["values"]): Description | undefined {
  return code === undefined ? undefined : { code, values };
}

/** Returns the identifiers for a value below and above its limit. */
function sizeIds(
  { origin, inclusive }: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  node: SchemaNode | undefined,
): readonly [tooLow: string, tooHigh: string] {
  switch (origin) {
    case "string":
      return ["tooShort", "tooLong"];
    case "file":
      return ["fileTooSmall", "fileTooBig"];
    case "array":
    case "set":
    case "map":
      return node?.choices ? ["tooFewChosen", "tooManyChosen"] : ["tooFew", "tooMany"];
    default:
      return inclusive === false ? ["notGreater", "notLess"] : ["tooSmall", "tooBig"];
  }
}

/** Returns the identifier for a value outside the allowed ones. */
function notOneOf(node: SchemaNode | undefined): string {
  if (node?.kind === "file") return "wrongFileType";
  return node?.choices ? "notOneOf" : "notListed";
}
