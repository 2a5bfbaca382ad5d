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
 * Writes a value as text in HTML, or in an attribute between quotation marks, as Handlebars does.
 *
 * @param value Nothing is written for undefined, null and functions. An object with a method `toHTML` is HTML already
 */
export function escapeHtml(value: unknown): string {
  return typeof value === "string" ? escapeText(value) : (htmlOf(value) ?? escapeText(textOf(value)));
}

function textOf(value: unknown): string {
  return isNothing(value) ? "" : String(value);
}

/** Functions are nothing to write: what a template is given is data. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null || typeof value === "function";
}

function htmlOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("toHTML" in value)) return undefined;
  return typeof value.toHTML === "function" ? String(value.toHTML()) : undefined;
}

/** Most texts have nothing to escape, which a test tells faster than `replace`. */
function escapeText(text: string): string {
  return special.test(text) ? text.replace(allSpecial, (sign) => entities.get(sign) ?? sign) : text;
}
