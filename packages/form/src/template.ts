import type { HandlebarsTemplate } from "./handlebars/handlebars-template.ts";
import type { View } from "./view.ts";

/** Draws a view as HTML, by the template it names. */
export type Draw = (view: View) => string;

/**
 * What draws a view: a function, or a Handlebars template as `handlebars()` of `@turnform/form/handlebars` reads it.
 *
 *     const plain: Template<InputView> = (view, draw) => `<input name="${escape(view.name)}">`;
 *
 * A function is given the view, and what draws views inside it with the same look. What it returns is HTML as it is: it
 * must escape what it takes from the view.
 */
export type Template<V extends object = never> = ((view: V, draw: Draw) => string) | HandlebarsTemplate;
