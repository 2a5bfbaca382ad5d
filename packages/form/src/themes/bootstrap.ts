import type { Theme } from "./theme.ts";

/** Options of {@link bootstrap}. */
export interface BootstrapOptions {
  /** Loads Bootstrap's own stylesheet. Default: true. Set false if your pages already load it. */
  readonly stylesheet?: boolean;
}

/** Bootstrap's classes, by Turnform's. */
const classes: Theme["classes"] = {
  "tf-input": "form-control",
  "tf-select": "form-select",
  "tf-slider": "form-range",
  "tf-wrong": "is-invalid",
  "tf-field-checkbox": "form-check",
  "tf-field-switch-input": "form-switch",
  "tf-choice": "form-check",
  "tf-checkbox": "form-check-input",
  "tf-choice-label": "form-check-label",
  "tf-kept-label": "form-check-label",
  "tf-label": "form-label",
  "tf-part-label": "form-text",
  "tf-help": "form-text",
  "tf-note": "form-text",
  "tf-limit": "form-text",
  "tf-error": "invalid-feedback",
  "tf-affixed": "input-group",
  "tf-affix": "input-group-text",
  "tf-button": "btn",
  "tf-button-primary": "btn-primary",
  "tf-button-plain": "btn-outline-secondary",
  "tf-add": "btn btn-outline-secondary",
  "tf-edit": "btn btn-sm",
  "tf-summary": "alert alert-danger",
  "tf-summary-title": "alert-heading",
  "tf-notice": "alert alert-success",
  "tf-item": "card",
  "tf-table": "table",
  "tf-unseen": "visually-hidden",
  "tf-live": "visually-hidden",
  "tf-enter": "visually-hidden",
};

/**
 * Creates the theme of Bootstrap 5.3. It adds Bootstrap's classes and a stylesheet with the missing rules. The stylesheet uses
 * Bootstrap's custom properties (`--bs-*`), so colour modes and a customised Bootstrap apply.
 *
 *     createForm(Person, { theme: bootstrap() })
 *     createForm(Person, { theme: bootstrap({ stylesheet: false }) })   // on pages that already load Bootstrap
 *
 * Bootstrap draws ticks and chevrons as data URLs, so a content security policy needs `img-src 'self' data:`. Right-to-left
 * forms use the same stylesheet.
 */
export function bootstrap({ stylesheet = true }: BootstrapOptions = {}): Theme {
  return { classes, resources: [...(stylesheet ? ["bootstrap.css"] : []), "turnform-bootstrap.css"] };
}
