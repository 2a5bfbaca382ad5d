import { createRequire } from "node:module";

/** The used part of highlight.js. Its own types would bring the DOM's types into the program. */
interface HighlightJs {
  getLanguage(name: string): object | undefined;
  highlight(code: string, options: { readonly language: string }): { readonly value: string };
  registerLanguage(name: string, language: unknown): void;
}

const require = createRequire(import.meta.url);
const highlighter: HighlightJs = require("highlight.js/lib/common");
highlighter.registerLanguage("handlebars", require("highlight.js/lib/languages/handlebars"));

/**
 * Marks the syntax of code with the classes of highlight.js, for a stylesheet to colour.
 *
 * @param language Name of the language, as in a Markdown fence
 * @returns HTML, or `""` for an unknown language
 */
export function highlight(code: string, language: string): string {
  return highlighter.getLanguage(language) ? highlighter.highlight(code, { language }).value : "";
}
