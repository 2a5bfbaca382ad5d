import type { Field } from "../field/field.ts";
import type { Language } from "../languages/language.ts";

/**
 * The texts that scripts write in a form, as JSON: those of all its widgets, and the `language` that they are in.
 *
 * @returns undefined where no widget has a script that writes
 */
export function scriptTextsOf(fields: readonly Field[], { tag, texts }: Language): string | undefined {
  const lists = fields.flatMap(({ widget }) => (widget.scriptTexts ? [widget.scriptTexts] : []));
  if (lists.length === 0) return undefined;
  return JSON.stringify({
    language: tag,
    ...Object.fromEntries(lists.flat().map((id) => [id, texts[id]])),
  });
}
