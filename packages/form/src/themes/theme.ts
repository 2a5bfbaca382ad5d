/** How forms look: a stylesheet, and the classes that it goes by. */
export interface Theme {
  /** Classes beside Turnform's own, by these: `{ "tf-input": "form-control" }`. */
  readonly classes: Readonly<Record<string, string>>;
  /** Names of the stylesheets in `@turnform/form/client/`. */
  readonly resources: readonly string[];
}

/** Turnform's own look. Custom properties on `.tf-form` make it yours. */
export const plainTheme: Theme = { classes: {}, resources: ["turnform.css"] };
