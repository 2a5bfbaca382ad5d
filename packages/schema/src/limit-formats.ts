import type { Issue } from "./issue.ts";
import type { SchemaNode } from "./node.ts";

/** Functions that write limits in messages, in the notation of a language. */
export interface LimitFormats {
  /**
   * Writes a size of files, such as `100 kB`.
   *
   * @param rounding `floor` for a maximum and `ceil` for a minimum, so that the message never promises too much
   */
  bytes(bytes: number, rounding: "floor" | "ceil"): string;
  /**
   * Writes a date, a time, or both.
   *
   * @param text The limit as a cstruct
   */
  moment(text: string, node: SchemaNode): string;
}

const MOMENTS: ReadonlySet<string> = new Set(["tooEarly", "tooLate", "notAfter", "notBefore"]);

/** Returns the values for the slots of a message. Limits of files and of points in time become texts. */
export function writtenValues(
  { code, values }: Pick<Issue, "code" | "values">,
  node: SchemaNode | undefined,
  formats: LimitFormats | undefined,
): Issue["values"] {
  const write =
    code === "fileTooBig" || code === "fileTooSmall"
      ? (limit: unknown) => writtenSize(limit, code === "fileTooBig" ? "floor" : "ceil", formats)
      : MOMENTS.has(code) && node && formats
        ? (limit: unknown) => writtenMoment(limit, node, formats)
        : undefined;
  if (!write) return values;
  const { min, max } = values;
  return {
    ...values,
    ...(min !== undefined && { min: write(min) }),
    ...(max !== undefined && { max: write(max) }),
  };
}

function writtenSize(limit: unknown, rounding: "floor" | "ceil", formats: LimitFormats | undefined): unknown {
  if (typeof limit !== "number") return limit;
  return formats ? formats.bytes(limit, rounding) : `${limit} bytes`;
}

function writtenMoment(limit: unknown, node: SchemaNode, formats: LimitFormats): unknown {
  const text = limit instanceof Date ? node.serialize(limit) : limit;
  return typeof text === "string" ? formats.moment(text, node) : String(text);
}
