import { extname } from "node:path";
import { highlight } from "../http/index.ts";

/** Exports that only the gallery needs: a module's title, description and place. */
const FOR_THE_GALLERY =
  /^export const (?:title|about|group|files|filled|bindings)\b[^;]*(?:;(?!\n)[^;]*)*;\n+/gm;

/** Exports that only the gallery's menu needs. */
const FOR_THE_MENU = /^export const (?:title|about|group)\b[^;]*(?:;(?!\n)[^;]*)*;\n+/gm;

const LANGUAGES = new Map([
  [".ts", "typescript"],
  [".hbs", "handlebars"],
]);

/**
 * Returns the code of a page of the gallery as HTML: without what only the gallery needs, and with its syntax marked.
 *
 * @param file Its name; the ending tells the language
 */
export function shownCode(file: string, code: string): string {
  return highlight(code.replaceAll(FOR_THE_GALLERY, "").trim(), LANGUAGES.get(extname(file)) ?? "");
}

/** Returns the code of an example for the playground, which fills the form with the export `data`. */
export function playableCode(code: string): string {
  return code
    .replaceAll(FOR_THE_MENU, "")
    .replace(/^export const filled\b/m, "export const data")
    .trim();
}
