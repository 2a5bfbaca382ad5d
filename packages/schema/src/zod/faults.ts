import type { z } from "zod";
import { UNSET } from "./parse-options.ts";

/** What a strict serialization finds wrong, and where it is just now. */
export interface Faults {
  readonly path: (string | number)[];
  readonly issues: z.core.$ZodIssue[];
}

/** A type that shows its values as texts. */
interface Serializer {
  serialize(value: unknown, faults?: Faults): unknown;
}

/** Serializes a part of a value, which stands at a key of it. */
export function serializePart(
  part: Serializer,
  value: unknown,
  key: string | number,
  faults: Faults | undefined,
): unknown {
  faults?.path.push(key);
  const text = part.serialize(value, faults);
  faults?.path.pop();
  return text;
}

/** Notes a value that is not of its container's kind. */
export function refuse(
  faults: Faults | undefined,
  expected: z.core.$ZodInvalidTypeExpected,
  input: unknown,
): undefined {
  if (input === undefined || input === null) return undefined;
  faults?.issues.push({ code: "invalid_type", expected, input, path: [...faults.path], message: UNSET });
  return undefined;
}

/** Kinds of which a value of another type is said to be no such object, rather than badly written. */
export const MOMENTS: ReadonlySet<string> = new Set(["date", "datetime", "time"]);

/** Notes what is wrong with a leaf's type; what its checks say is no business of showing it. */
export function refuseLeaf(
  faults: Faults,
  kind: string,
  input: unknown,
  issues: readonly z.core.$ZodIssue[],
): void {
  const path = [...faults.path];
  const [issue] = issues.filter(isOfType);
  if (!issue) return;
  faults.issues.push(
    MOMENTS.has(kind)
      ? { code: "custom", params: { id: "notObject", what: kind }, input, path, message: UNSET }
      : { ...issue, path },
  );
}

function isOfType(issue: z.core.$ZodIssue): boolean {
  if (issue.code === "custom") return issue.params?.["leaf"] === true || issue.params?.["id"] === "notNumber";
  return issue.code === "invalid_type" || issue.code === "invalid_value" || issue.code === "invalid_format";
}
