import { hasFields } from "../has-fields.ts";
import { print } from "../print.ts";

/**
 * Replaces a file posted instead of a list or mapping by its name, to show it again. Other values stay for zod to refuse.
 *
 * Prints a date, a set or bytes: zod would take them for objects without fields.
 */
export function misfit(value: unknown): unknown {
  if (value instanceof File) return value.name;
  const isFieldless =
    typeof value === "object" && value !== null && !Array.isArray(value) && !hasFields(value);
  return isFieldless ? print(value) : value;
}
