import Handlebars from "handlebars/runtime.js";
import type { Template } from "../field/template.ts";
import { type HandlebarsOptions, templateOf } from "./template-of.ts";

export type { HandlebarsOptions } from "./template-of.ts";

/**
 * Makes a template of what Handlebars' precompiler wrote. Only Handlebars' runtime is loaded, and no code is generated.
 *
 *     import { precompiled } from "@turnform/form/handlebars-runtime";
 *
 * Precompile with the option `preventIndent`, or partials are indented like their tags, and text areas with them.
 *
 * @param spec The object that `Handlebars.precompile()` and `handlebars -s` write
 * @param options As of `handlebars` in `@turnform/form/handlebars`
 * @throws Error if it was precompiled by another version of Handlebars
 */
export function precompiled(spec: object, options: HandlebarsOptions = {}): Template<object> {
  return templateOf(Handlebars.template(spec), options);
}
