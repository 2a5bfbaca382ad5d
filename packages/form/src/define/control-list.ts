import type { Control } from "@turnform/schema";
import { describeValue } from "../field/describe-value.ts";

/**
 * Returns controls as a list. An object of fields, such as `req.body`, has lost their order.
 *
 * @throws TypeError for anything but pairs of a name and a value
 */
export function listOf(controls: Iterable<Control>): readonly Control[] {
  const given: unknown = controls;
  const expected =
    "Controls must be an iterable of name/value pairs, such as req.controls of express-adapter's controls(); they are";
  if (typeof given !== "object" || given === null || !(Symbol.iterator in given))
    throw new TypeError(`${expected} ${given === null ? "null" : typeof given}`);
  const list = Array.isArray(given) ? given : [...controls];
  // A body that nobody parsed is a buffer, with numbers.
  const first: unknown = list[0];
  if (list.length > 0 && !(Array.isArray(first) && typeof first[0] === "string"))
    throw new TypeError(`${expected} a list that begins with ${describeValue(first)}`);
  return list;
}
