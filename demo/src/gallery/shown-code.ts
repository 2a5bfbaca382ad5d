import { extname } from "node:path";
import { highlight } from "../http/index.ts";

/** The gallery alone needs these exports: a module's title, description, place, docs and data. */
const FOR_THE_GALLERY =
  /^export const (?:title|about|group|docs|files|filled|bindings)\b[^;]*(?:;(?!\n)[^;]*)*;\n+/gm;

/** The gallery's menu alone needs these exports. */
const FOR_THE_MENU = /^export const (?:title|about|group|docs)\b[^;]*(?:;(?!\n)[^;]*)*;\n+/gm;

const LANGUAGES = new Map([
  [".ts", "typescript"],
  [".hbs", "handlebars"],
  [".css", "css"],
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
