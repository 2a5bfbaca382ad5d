import { hasFields } from "../has-fields.ts";
import { isDecimal } from "../types/decimal.ts";
import type { Compiled } from "./compiled.ts";
import { withoutConditions } from "./conditional.ts";

/**
 * Turns one value from JSON into the value that a form posts for it. Parts inside stay as they are.
 *
 * A number or boolean becomes its text, if the type reads the text as the same value. An object of a union gets its tag as a text. A
 * value of another type than JSON has for it goes into a list, which no single value is read from: posts read `false`, `0`, `[]` and `{}` as
 * nothing, and `true` as 1.
 */
export function fromJSON(compiled: Compiled, value: unknown): unknown {
  const type = withoutConditions(compiled);
  if (typeof value === "number" || typeof value === "boolean")
    return textFor(type, value) ?? unread(type, value);
  if (!hasFields(value)) return Array.isArray(value) ? unread(type, value) : value;
  if (type.withOption) return type.withOption(value);
  const { discriminator } = type;
  if (discriminator === undefined) return unread(type, value);
  if (!Object.hasOwn(value, discriminator)) return value;
  const tag = value[discriminator];
  return typeof tag === "number" || typeof tag === "boolean"
    ? Object.assign(Object.create(null), value, { [discriminator]: String(tag) })
    : value;
}

/** Returns the value, in a list if the type reads one text and does not know the value. */
function unread(type: Compiled, value: unknown): unknown {
  const isOneText =
    type.isLeaf || (type.kind === "union" && type.children.every(([, option]) => option.isLeaf));
  return isOneText && !type.accepts(value) ? [value] : value;
}

/** Returns the text that the type reads as this value; undefined if there is none. */
function textFor(type: Compiled, value: number | boolean): string | undefined {
  const choice = type.choices?.find((each) => each.value === value);
  if (choice) return choice.text;
  const text = type.kind === "boolean" ? type.serialize(value) : String(value);
  const read = type.decode(text);
  if (typeof read === "boolean" || typeof value === "boolean")
    return read === value ? String(text) : undefined;
  return areEqual(read, type.decode(value)) ? String(text) : undefined;
}

function areEqual(one: unknown, other: unknown): boolean {
  return isDecimal(one) && isDecimal(other) ? String(one) === String(other) : Object.is(one, other);
}
