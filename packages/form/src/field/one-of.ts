import { nearest } from "@turnform/schema/misspelt";
import { describeValue } from "./describe-value.ts";

/**
 * Checks at run time that an option has one of its values, for callers without types.
 *
 * @param what The option, such as `layout of form "team"`
 * @throws TypeError with the allowed values
 */
export function checkOneOf(what: string, given: unknown, allowed: readonly string[]): void {
  if (given === undefined || (typeof given === "string" && allowed.includes(given))) return;
  const near = typeof given === "string" ? nearest(given, allowed) : undefined;
  const listed = allowed.map((each) => `"${each}"`).join(", ");
  throw new TypeError(
    `The ${what} is ${describeValue(given)}. ` +
      (near === undefined ? `Expected one of ${listed}` : `Did you mean "${near}"?`),
  );
}
