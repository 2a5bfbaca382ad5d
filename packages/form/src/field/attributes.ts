import type { AttributeView } from "./view.ts";

/** Attributes as a template draws them: `true` is one without a value, `false` is none. */
export function attributeViews(
  attributes: Readonly<Record<string, string | number | boolean>>,
): readonly AttributeView[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value === false ? [] : { name, value: value === true ? "" : String(value) },
  );
}

/** Attributes that say which control it is. */
const TAKEN: ReadonlySet<string> = new Set(["id", "name", "class", "type", "value"]);

/**
 * Refuses HTML's `readonly` on a control that ignores it.
 *
 * @throws TypeError that points to the widget's option
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
 * Sees to it that attributes can be written.
 *
 * @param what What they are given to
 * @throws TypeError by the first that can't
 */
export function checkAttributes(what: string, attributes: object = {}): void {
  for (const name of Object.keys(attributes)) {
    if (TAKEN.has(name.toLowerCase()) || !/^[^\s"'<>/=]+$/.test(name))
      throw new TypeError(`${what} can't be given the attribute "${name}"`);
  }
}
