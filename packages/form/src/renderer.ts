import type Handlebars from "handlebars";
import runtime from "handlebars/runtime.js";
import { templates as builtIn } from "./templates/compiled.ts";
import type { View } from "./view.ts";

/** Draws a view as HTML, by the template that it names. */
export type Draw = (view: View) => string;

/** How a form draws. */
export interface Look {
  /** Classes that a theme adds to Turnform's own. */
  readonly classes?: Readonly<Record<string, string>>;
}

/** Makes what draws views: the one seam between what a page holds and the engine that writes it. */
export function createRenderer({ classes = {} }: Look = {}): Draw {
  // The types of the package's runtime entry say nothing; it is the whole without the compiler.
  const engine = (runtime as unknown as typeof Handlebars).create();
  for (const [name, template] of Object.entries(builtIn)) {
    engine.registerPartial(name, engine.template(template));
  }
  engine.registerHelper("css", (names: string) =>
    names
      .split(" ")
      .flatMap((name) => [name, classes[name] ?? []].flat())
      .join(" "),
  );
  engine.registerHelper("draw", (view: View | undefined) => new engine.SafeString(view ? draw(view) : ""));

  function draw(view: View): string {
    const template: unknown = engine.partials[view.template];
    if (typeof template !== "function") throw new TypeError(`There is no template "${view.template}"`);
    return String(template(view));
  }
  return draw;
}
