const special = /[&<>"'`=]/;
const allSpecial = /[&<>"'`=]/g;
const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#x27;"],
  ["`", "&#x60;"],
  ["=", "&#x3D;"],
]);

/**
 * Escapes a value for HTML text or a quoted attribute, in the same way as Handlebars.
 *
 * @param value Undefined, null and functions become an empty text. An object with a method `toHTML` is HTML already
 */
export function escapeHtml(value: unknown): string {
  return typeof value === "string" ? escapeText(value) : (htmlOf(value) ?? escapeText(textOf(value)));
}

function textOf(value: unknown): string {
  return isNothing(value) ? "" : String(value);
}

/** Templates get data only, so a function has no text. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null || typeof value === "function";
}

function htmlOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("toHTML" in value)) return undefined;
  return typeof value.toHTML === "function" ? String(value.toHTML()) : undefined;
}

/** Tests first, because most texts have nothing to escape and a test is faster than `replace`. */
function escapeText(text: string): string {
  return special.test(text) ? text.replace(allSpecial, (sign) => entities.get(sign) ?? sign) : text;
}
