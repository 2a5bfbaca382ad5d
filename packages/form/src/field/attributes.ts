import type { AttributeView } from "./view.ts";

/** Returns attributes for a template. `true` writes an attribute without a value, `false` writes none. */
export function attributeViews(
  attributes: Readonly<Record<string, string | number | boolean>>,
): readonly AttributeView[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value === false ? [] : { name, value: value === true ? "" : String(value) },
  );
}

/** Attributes that Turnform sets itself. */
const TAKEN: ReadonlySet<string> = new Set(["id", "name", "class", "type", "value"]);

/**
 * Refuses HTML's `readonly` on a control that ignores it.
 *
 * @throws TypeError that names the widget's option
 */
export function checkReadonly(what: string, attributes: object = {}): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.toLowerCase() === "readonly" && value !== false)
      throw new TypeError(
        `${what} has the attribute "${name}", which browsers ignore there: set "readonly: true" as an option of its widget instead`,
      );
  }
}

/**
 * Checks attributes.
 *
 * @param what Their owner, for the error
 * @throws TypeError for the first name that is invalid or set by Turnform
 */
export function checkAttributes(what: string, attributes: object = {}): void {
  for (const name of Object.keys(attributes)) {
    if (TAKEN.has(name.toLowerCase()) || !/^[^\s"'<>/=]+$/.test(name))
      throw new TypeError(`${what} can't be given the attribute "${name}"`);
  }
}
