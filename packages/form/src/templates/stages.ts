import type { BuiltInStages } from "./template-views.ts";
import type { View } from "../field/template.ts";

/** The output of a template: a text of HTML, a view to draw, a list of outputs, or nothing. */
export type Output = string | View | Iterable<Output> | undefined;

/** The name of a built-in template. */
export type BuiltInName = keyof BuiltInStages;

/**
 * A template in two stages. It takes the constants of a field, joins the texts that are the same on every page, and returns a
 * function that draws a page. A template with views inside returns them among its texts.
 */
export type StagedTemplate<Name extends BuiltInName> = (
  constants: BuiltInStages[Name]["constants"],
  look: StageLook,
) => (page: BuiltInStages[Name]["page"]) => Output;

/** The built-in templates by name. */
export type BuiltInTemplates = { readonly [Name in BuiltInName]: StagedTemplate<Name> };

/** The look that templates are staged with: a theme's classes and an application's templates. */
export interface StageLook {
  /** Adds the theme's classes to Turnform's. Returns the value of a `class` attribute, escaped. */
  css(names: string): string;
  /** Stages a partial without views inside. */
  text<Name extends BuiltInName>(
    name: Name,
    constants: BuiltInStages[Name]["constants"],
  ): (page: BuiltInStages[Name]["page"]) => string;
  /** Stages a partial with views inside. */
  parts<Name extends BuiltInName>(
    name: Name,
    constants: BuiltInStages[Name]["constants"],
  ): (page: BuiltInStages[Name]["page"]) => Output;
}
