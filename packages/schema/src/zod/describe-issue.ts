import type { z } from "zod";

/** What an issue of zod's says, in the catalogue's terms. */
export interface Description {
  readonly code: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const BY_EXPECTED: Readonly<Record<string, string>> = {
  string: "notText",
  number: "notNumber",
  int: "notInteger",
  boolean: "notBoolean",
  object: "notMapping",
  array: "notSequence",
};

const BY_FORMAT: Readonly<Record<string, string>> = {
  regex: "pattern",
  email: "email",
  url: "url",
  uuid: "uuid",
};

/**
 * Names an issue of zod's and collects the values of its message.
 *
 * @returns undefined where the catalogue has no message for it, and zod's own text serves
 */
export function describeIssue(issue: z.core.$ZodIssue): Description | undefined {
  const val = issue.input;
  switch (issue.code) {
    case "invalid_type":
      if (val === undefined) return { code: "required", values: {} };
      return known(BY_EXPECTED[issue.expected], { val });
    case "invalid_value":
      if (val === undefined) return { code: "required", values: {} };
      return { code: "notOneOf", values: { val, choices: issue.values } };
    case "too_small":
      if (isSized(issue.origin)) return { code: "tooShort", values: { val, min: issue.minimum } };
      return {
        code: issue.inclusive === false ? "notGreater" : "tooSmall",
        values: { val, min: issue.minimum },
      };
    case "too_big":
      if (isSized(issue.origin)) return { code: "tooLong", values: { val, max: issue.maximum } };
      return { code: issue.inclusive === false ? "notLess" : "tooBig", values: { val, max: issue.maximum } };
    case "not_multiple_of":
      return { code: "notMultiple", values: { val, step: issue.divisor } };
    case "invalid_format":
      return known(BY_FORMAT[issue.format], { val });
    case "unrecognized_keys":
      return { code: "unknownKeys", values: { val: issue.keys } };
    case "custom":
      return { code: "invalid", values: { val } };
    default:
      return undefined;
  }
}

function known(code: string | undefined, values: Description["values"]): Description | undefined {
  return code === undefined ? undefined : { code, values };
}

/** Whether a size is counted in characters or items, rather than compared as a value. */
function isSized(origin: string): boolean {
  return (
    origin === "string" || origin === "array" || origin === "set" || origin === "map" || origin === "file"
  );
}
