import { HandlebarsTemplate } from "./handlebars-template.ts";
import type { Helper } from "./helper.ts";
import { parseTemplate } from "./parse.ts";

export type { HandlebarsTemplate } from "./handlebars-template.ts";
export type { Data, DrawBlock, Helper, HelperOptions } from "./helper.ts";
export { TemplateError } from "./template-error.ts";

/** Options of {@link handlebars}. */
export interface HandlebarsOptions {
  /** What errors call the template. */
  readonly name?: string;
  /** Helpers of the application's own, by name. The built-in ones can't be replaced. */
  readonly helpers?: Readonly<Record<string, Helper>>;
}

/**
 * Reads a Handlebars template, which draws what the template of a name draws, or a single field.
 *
 *     import { handlebars } from "@turnform/form/handlebars";
 *
 *     handlebars(`<p class="{{css "tf-help"}}">{{upper help}}</p>`, {
 *       helpers: { upper: (text: string) => text.toUpperCase() },
 *     })
 *
 * There are Handlebars' own helpers `if`, `unless`, `each`, `with` and `lookup`, and two of Turnform's: `css` writes class
 * names with those that the theme adds, `draw` draws a view inside this one. Partials are templates by their names. No code
 * is generated, so it works where a server forbids that.
 *
 * @throws {TemplateError} where it can't be read, calls a helper that there isn't, or uses partial blocks, decorators or
 *   inline partials, which are not supported
 */
export function handlebars(source: string, options: HandlebarsOptions = {}): HandlebarsTemplate {
  const { name, helpers = {} } = options;
  const program = parseTemplate(source, { name, helpers: Object.keys(helpers) });
  return new HandlebarsTemplate(program, helpers);
}
