import { hasFields } from "../has-fields.ts";
import { isDecimal } from "../types/decimal.ts";
import type { Compiled } from "./compiled.ts";
import { withoutConditions } from "./conditional.ts";

/**
 * Turns one value from JSON into the value that a form posts for it. Parts inside stay as they are.
 *
 * A number or boolean becomes its text, if the type reads the text as the same value. An object of a union gets its tag as a text.
 */
export function fromJSON(compiled: Compiled, value: unknown): unknown {
  const type = withoutConditions(compiled);
  if (typeof value === "number" || typeof value === "boolean") return textFor(type, value);
  if (!hasFields(value)) return value;
  if (type.withOption) return type.withOption(value);
  const { discriminator } = type;
  if (discriminator === undefined || !Object.hasOwn(value, discriminator)) return value;
  const tag = value[discriminator];
  return typeof tag === "number" || typeof tag === "boolean"
    ? Object.assign(Object.create(null), value, { [discriminator]: String(tag) })
    : value;
}

function textFor(type: Compiled, value: number | boolean): unknown {
  const choice = type.choices?.find((each) => each.value === value);
  if (choice) return choice.text;
  const text = type.kind === "boolean" ? type.serialize(value) : String(value);
  return areEqual(type.decode(text), type.decode(value)) ? text : value;
}

function areEqual(one: unknown, other: unknown): boolean {
  return isDecimal(one) && isDecimal(other) ? String(one) === String(other) : Object.is(one, other);
}
