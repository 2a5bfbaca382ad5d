/** A property of a value's own: what it inherits is out of a template's reach. */
export function own(value: unknown, name: string): unknown {
  if (!isThere(value)) return value;
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Whether a value can be asked for properties: a text or a number can be, too. */
function isThere(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== undefined && value !== null;
}
