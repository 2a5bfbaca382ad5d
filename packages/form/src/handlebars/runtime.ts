import Handlebars from "handlebars/runtime.js";
import type { Template } from "../field/template.ts";
import { type HandlebarsOptions, templateOf } from "./template-of.ts";

export type { HandlebarsOptions } from "./template-of.ts";

/**
 * Makes a template from a precompiled Handlebars template. It loads only Handlebars' runtime and generates no code.
 *
 *     import { precompiled } from "@turnform/form/handlebars-runtime";
 *
 * Precompile with the option `preventIndent`. Without it, Handlebars indents partials like their tags, text areas included.
 *
 * @param spec The object that `Handlebars.precompile()` or `handlebars -s` writes
 * @param options Same as those of `handlebars` in `@turnform/form/handlebars`
 * @throws Error if another version of Handlebars precompiled it
 */
export function precompiled(spec: object, options: HandlebarsOptions = {}): Template<object> {
  return templateOf(Handlebars.template(spec), options);
}
