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
 * @param value Nothing is written of one that isn't there; what has a method `toHTML` is HTML already
 */
export function escapeHtml(value: unknown): string {
  return typeof value === "string" ? escapeText(value) : (htmlOf(value) ?? escapeText(textOf(value)));
}

/** Writes a value that is HTML. */
export function raw(value: unknown): string {
  return typeof value === "string" ? value : (htmlOf(value) ?? textOf(value));
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
