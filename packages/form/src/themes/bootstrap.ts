import type { Theme } from "./theme.ts";

/** What {@link bootstrap} is told. */
export interface BootstrapOptions {
  /** Whether pages load Bootstrap's own stylesheet, default true; not where they have it already. */
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
 * The look of Bootstrap 5.3: its classes beside Turnform's own, and a stylesheet for what it lacks, made of its custom
 * properties (`--bs-*`), so that colour modes and a customised Bootstrap show.
 *
 *     createForm(Person, { theme: bootstrap() })
 *     createForm(Person, { theme: bootstrap({ stylesheet: false }) })   // on pages that load Bootstrap themselves, first
 *
 * Bootstrap draws ticks and chevrons as data URLs: a content security policy needs `img-src 'self' data:`. Forms that run
 * from right to left need no other stylesheet.
 */
export function bootstrap({ stylesheet = true }: BootstrapOptions = {}): Theme {
  return { classes, resources: [...(stylesheet ? ["bootstrap.css"] : []), "turnform-bootstrap.css"] };
}
