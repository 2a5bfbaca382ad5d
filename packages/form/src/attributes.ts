import type { AttributeView } from "./view.ts";

/** Attributes as a template draws them: `true` is one without a value, `false` is none. */
export function attributeViews(
  attributes: Readonly<Record<string, string | number | boolean>>,
): readonly AttributeView[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value === false ? [] : { name, value: value === true ? "" : String(value) },
  );
}
