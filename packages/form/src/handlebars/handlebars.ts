import Handlebars from "handlebars";
import type { Template } from "../field/template.ts";
import { type HandlebarsOptions, templateOf } from "./template-of.ts";

export type { HandlebarsOptions } from "./template-of.ts";

/**
 * Makes a template of a Handlebars source, or of what Handlebars' precompiler wrote of one.
 *
 *     import { handlebars } from "@turnform/form/handlebars";
 *
 *     handlebars(`<p class="{{css "tf-help"}}">{{upper help}}</p>`, {
 *       helpers: { upper: (text: string) => text.toUpperCase() },
 *     })
 *
 * Handlebars itself reads and runs it, so all of its language works. Two helpers are added: `css` writes class names with those
 * that the theme adds, and `draw` draws a view inside this one. Partials are templates by their names, the application's and the
 * built-in ones.
 *
 * Handlebars generates code from a source. Where a server forbids that, precompile it and use `@turnform/form/handlebars-runtime`.
 *
 * @param template A source, or the object that `Handlebars.precompile()` and `handlebars -s` write
 * @throws SyntaxError if the source can't be read
 */
export function handlebars(template: string | object, options: HandlebarsOptions = {}): Template<object> {
  if (typeof template !== "string") return templateOf(Handlebars.template(template), options);
  const { name = "template" } = options;
  try {
    // `compile` reads its source only when it is drawn for the first time, which is late for an error.
    Handlebars.parse(template);
  } catch (cause) {
    const { message } = Error(cause instanceof Error ? cause.message : String(cause));
    throw new SyntaxError(`Handlebars can't read "${name}": ${message}`, { cause });
  }
  // Partials would be indented like their tags, and text areas hold their text to the letter.
  return templateOf(Handlebars.compile(template, { preventIndent: true }), options);
}
