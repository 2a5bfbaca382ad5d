import type Handlebars from "handlebars";
import runtime from "handlebars/runtime.js";
import { templates } from "./templates/compiled.ts";
import type { View } from "./view.ts";

/**
 * Draws views as HTML: the one seam between what a page holds and the engine that writes it.
 *
 * @param view A view model, drawn with the views inside it
 */
export type Renderer = (view: View) => string;

// The types of the package's runtime entry say nothing; it is the whole without the compiler.
const engine = (runtime as unknown as typeof Handlebars).create();
for (const [name, template] of Object.entries(templates)) {
  engine.registerPartial(name, engine.template(template));
}

engine.registerHelper("css", (names: string) => names);
engine.registerHelper(
  "draw",
  (view: View | undefined) => new engine.SafeString(view ? renderView(view) : ""),
);

/** Draws with the built-in Handlebars templates. */
export const renderView: Renderer = (view) => {
  const template: unknown = engine.partials[view.template];
  if (typeof template !== "function") throw new TypeError(`There is no template "${view.template}"`);
  return String(template(view));
};
