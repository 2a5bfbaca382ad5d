import { baseProperty } from "./layers.ts";

/** A property of a value's own, or of a view's base: what is inherited is out of a template's reach. */
export function own(value: unknown, name: string): unknown {
  if (!isThere(value)) return value;
  if (Object.hasOwn(value, name)) return value[name];
  return typeof value === "object" ? baseProperty(value, name) : undefined;
}

/** Whether a value can be asked for properties: a text or a number can be, too. */
function isThere(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== undefined && value !== null;
}
