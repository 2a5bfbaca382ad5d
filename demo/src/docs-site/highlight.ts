import { createRequire } from "node:module";

/** What is used of highlight.js, whose own types would bring those of browsers into the program. */
interface HighlightJs {
  getLanguage(name: string): object | undefined;
  highlight(code: string, options: { readonly language: string }): { readonly value: string };
  registerLanguage(name: string, language: unknown): void;
}

const require = createRequire(import.meta.url);
const highlighter: HighlightJs = require("highlight.js/lib/common");
highlighter.registerLanguage("handlebars", require("highlight.js/lib/languages/handlebars"));

/**
 * Marks the words of code by the classes of highlight.js, so that a stylesheet can colour them.
 *
 * @param language As a fence of Markdown names it
 * @returns HTML; `""` for a language that is not known
 */
export function highlight(code: string, language: string): string {
  return highlighter.getLanguage(language) ? highlighter.highlight(code, { language }).value : "";
}
