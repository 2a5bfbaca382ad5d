import type { z } from "zod";
import type { Nothing } from "../left-out.ts";
import { UNSET } from "./parse-options.ts";

/** Issues of a strict serialization, and its current path. */
export interface Faults {
  readonly path: (string | number)[];
  readonly issues: z.core.$ZodIssue[];
}

interface Serializer {
  readonly isLeaf: boolean;
  readonly leftOutValues: readonly Nothing[];
  serialize(value: unknown, faults?: Faults): unknown;
}

/** Serializes the part of a value at a key. */
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

/**
 * Serializes the part of a list or record, which must have some value at each position or key.
 *
 * @param missing Stands for a missing part. An optional group stays undefined, because its other texts may have a meaning
 */
export function serializeItem(
  part: Serializer,
  value: unknown,
  key: string | number,
  missing: "" | null,
  faults: Faults | undefined,
): unknown {
  const text = serializePart(part, value, key, faults);
  if (text !== undefined) return text;
  return !part.isLeaf && part.leftOutValues.includes(undefined) ? undefined : missing;
}

/** Reports a value of the wrong type. Undefined and null are allowed. */
export function refuse(
  faults: Faults | undefined,
  expected: z.core.$ZodInvalidTypeExpected,
  input: unknown,
): undefined {
  if (input === undefined || input === null) return undefined;
  faults?.issues.push({ code: "invalid_type", expected, input, path: [...faults.path], message: UNSET });
  return undefined;
}

/** Reports unknown keys of a strict object. */
export function refuseKeys(
  faults: Faults | undefined,
  keys: string[],
  input: Readonly<Record<string, unknown>>,
): void {
  if (keys.length === 0) return;
  faults?.issues.push({ code: "unrecognized_keys", keys, input, path: [...faults.path], message: UNSET });
}

/** Kinds with the message "not a date object" for values of another type, as in Colander. */
export const MOMENTS: ReadonlySet<string> = new Set(["date", "datetime", "time"]);

/** Reports a leaf of the wrong type. Ignores failed checks, because such values can be shown. */
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
