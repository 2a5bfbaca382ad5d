import Handlebars from "handlebars";
import { describeValue } from "../field/describe-value.ts";
import type { Template } from "../field/template.ts";
import { type HandlebarsOptions, templateOf } from "./template-of.ts";

export type { HandlebarsOptions } from "./template-of.ts";

/**
 * Makes a template from a Handlebars source, or from a precompiled one.
 *
 *     import { handlebars } from "@turnform/form/handlebars";
 *
 *     handlebars(`<p class="{{css "tf-help"}}">{{upper help}}</p>`, {
 *       helpers: { upper: (text: string) => text.toUpperCase() },
 *     })
 *
 * Handlebars itself compiles and runs it, so all of its language works. Two helpers are added: `css` writes class names with the
 * theme's classes added, and `draw` draws an inner view. Partials are templates by name, built-in or the application's.
 *
 * Handlebars generates code from a source. If your server forbids that, precompile it and use `@turnform/form/handlebars-runtime`.
 *
 * @param template A source, or the object that `Handlebars.precompile()` or `handlebars -s` writes
 * @throws SyntaxError if the source can't be parsed
 */
export function handlebars(template: string | object, options: HandlebarsOptions = {}): Template<object> {
  const given: unknown = template;
  if (typeof given !== "string" && (typeof given !== "object" || given === null))
    throw new TypeError(
      `handlebars() needs a template: its source as a text, or a precompiled object; it got ${describeValue(given)}`,
    );
  if (typeof template !== "string") return templateOf(Handlebars.template(template), options);
  const { name = "template" } = options;
  try {
    // Parses now to report errors early: `compile` reads its source at the first drawing.
    Handlebars.parse(template);
  } catch (cause) {
    const { message } = Error(cause instanceof Error ? cause.message : String(cause));
    throw new SyntaxError(`Handlebars can't read "${name}": ${message}`, { cause });
  }
  // Handlebars would indent partials like their tags, and so change the texts in text areas.
  return templateOf(Handlebars.compile(template, { preventIndent: true }), options);
}
