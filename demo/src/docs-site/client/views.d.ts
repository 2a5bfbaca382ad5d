/** A template of the site, which the bundler compiles. */
declare module "*.hbs" {
  /** Renders the template to HTML. */
  export function render(context: object): string;
}
