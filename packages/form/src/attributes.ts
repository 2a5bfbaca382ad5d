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

/** Attributes of HTML that keep a person from editing, and options of widgets that do so on the server too. */
const FIXING: ReadonlySet<string> = new Set(["readonly", "disabled"]);

/**
 * Checks that a widget's attributes fix nothing: a post could still change the value, choices ignore `readonly`, and what is
 * disabled posts nothing and would be lost.
 *
 * @throws TypeError that points to the widget's option
 */
export function checkFixing(what: string, attributes: object = {}): void {
  for (const [name, value] of Object.entries(attributes)) {
    const option = name.toLowerCase();
    if (FIXING.has(option) && value !== false)
      throw new TypeError(
        `${what} has the attribute "${name}", which keeps no value: set "${option}: true" as an option of its widget instead`,
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
