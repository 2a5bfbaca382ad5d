/** A plain value that is drawn by the template it names. */
export interface View {
  /** Name of the template. */
  readonly template: string;
  /** True if only the control is drawn, without its label, help and errors. Default: false. */
  readonly bare?: boolean;
  /**
   * A template that draws this view alone, instead of the one it names. It may draw the view by that one in turn, without
   * this: `draw({ ...view, drawnBy: undefined })`.
   */
  readonly drawnBy?: Template | undefined;
}

/** Draws a view as HTML, by the template it names. */
export type Draw = (view: View) => string;

/**
 * Draws a view: a function of an application's own, or what `handlebars()` of `@turnform/form/handlebars` returns.
 *
 *     const plain: Template<InputView> = (view, draw) => `<input name="${escapeHtml(view.name)}">`;
 *
 * @param view A plain object
 * @param draw Draws the views inside it with the same look
 * @param look The theme's classes and all templates
 * @returns HTML. The function escapes what it takes from the view
 */
// The type of a method, because only of those the parameters may be narrower.
export type Template<V extends object = never> = {
  template(view: V, draw: Draw, look: TemplateLook): string;
}["template"];

/** What a template may use beside its view. */
export interface TemplateLook {
  /** Adds the theme's classes to Turnform's: `tf-input` becomes `tf-input form-control`. */
  css(names: string): string;
  /** All templates by name, the application's and the built-in ones, each for a view of its own kind. */
  readonly partials: Readonly<Record<string, (view: object) => string>>;
}
