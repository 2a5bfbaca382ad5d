/** A plain value for the template with its name. */
export interface View {
  /** Name of the template. */
  readonly template: string;
  /** True if only the control is drawn, without its label, help and errors. Default: false. */
  readonly controlOnly?: boolean;
  /**
   * Template for this view only, instead of the named one. It may draw the view with the named one: `draw({ ...view, drawnBy:
   * undefined })`.
   */
  readonly drawnBy?: Template | undefined;
}

/** Draws a view as HTML, with the named template. */
export type Draw = (view: View) => string;

/**
 * Draws a view: an application's function, or a result of `handlebars()` in `@turnform/form/handlebars`.
 *
 *     const plain: Template<InputView> = (view, draw) => `<input name="${escapeHtml(view.name)}">`;
 *
 * @param view A plain object
 * @param draw Draws inner views with the same look
 * @param look The theme's classes and all templates
 * @returns HTML. The function must escape values of the view
 */
// A method's type, because only methods may narrow the parameters.
export type Template<V extends object = never> = {
  template(view: V, draw: Draw, look: TemplateLook): string;
}["template"];

/** The theme's classes and other templates, for use in a template. */
export interface TemplateLook {
  /** Adds the theme's classes to Turnform's: `tf-input` becomes `tf-input form-control`. */
  css(names: string): string;
  /** All templates by name, built-in and the application's. Each takes the view of its kind. */
  readonly partials: Readonly<Record<string, (view: object) => string>>;
}
