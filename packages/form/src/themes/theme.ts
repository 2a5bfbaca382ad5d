/** The look of forms: stylesheets, and classes used by them. */
export interface Theme {
  /** Additional classes by Turnform's class: `{ "tf-input": "form-control" }`. */
  readonly classes: Readonly<Record<string, string>>;
  /** Names of the stylesheets in `@turnform/form/client/`. */
  readonly resources: readonly string[];
}

/** Turnform's own look. Change it by custom properties on `.tf-form`. */
export const plainTheme: Theme = { classes: {}, resources: ["turnform.css"] };
