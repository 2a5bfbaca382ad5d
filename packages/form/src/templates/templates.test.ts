import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { TemplateViews } from "./template-views.ts";

/** Parts of other templates. Their views have no exported types. */
const internal = [
  "block-hidden",
  "choose-none",
  "control-attributes",
  "control-classes",
  "error-count",
  "field-classes",
  "group-attributes",
  "input",
  "labelled-by",
  "marked-input",
  "more-attributes",
  "requirable-mark",
  "required-attribute",
  "parts",
  "select-control",
  "text-control",
];

/** Templates with exported types of views. `template-views.test-d.ts` adds one more name. */
const typed: Readonly<Record<Exclude<keyof TemplateViews, "star-rating">, true>> = {
  form: true,
  readonly: true,
  autocomplete: true,
  "block-column": true,
  "block-columns": true,
  "block-details": true,
  "block-panel": true,
  "block-row": true,
  "block-section": true,
  "block-tabs": true,
  checkbox: true,
  "checkbox-choice": true,
  "checked-input": true,
  "color-input": true,
  "color-readonly": true,
  "date-input": true,
  dependent: true,
  "date-parts": true,
  "date-time-input": true,
  "file-input": true,
  "file-input-readonly": true,
  hidden: true,
  mapping: true,
  "mapping-details": true,
  "masked-input": true,
  "money-input": true,
  "number-input": true,
  "radio-choice": true,
  "range-input": true,
  "rich-text": true,
  "rich-text-readonly": true,
  select: true,
  "select-search": true,
  sequence: true,
  "sequence-table": true,
  "switch-input": true,
  "text-area": true,
  "text-input": true,
  "time-input": true,
  "tuple-group": true,
  union: true,
  "union-body": true,
  label: true,
  "required-mark": true,
  help: true,
  errors: true,
  "field-open": true,
  "field-close": true,
  "group-open": true,
  "group-close": true,
  "affix-open": true,
  "affix-close": true,
  icon: true,
  "choice-group": true,
  option: true,
  "file-link": true,
  "mapping-content": true,
  "mapping-fields": true,
  inclusion: true,
  "sequence-open": true,
  "sequence-close": true,
  limits: true,
  empty: true,
  paste: true,
  item: true,
  row: true,
  handle: true,
  actions: true,
  of: true,
  "form-start": true,
  "form-notice": true,
  "form-summary": true,
  "form-note": true,
  "form-buttons": true,
  "form-end": true,
  "field-label": true,
  "readonly-open": true,
};

it("gives every template's view a type", () => {
  const files = readdirSync(new URL("./", import.meta.url)).filter((file) => file.endsWith(".hbs"));
  const names = files.map((file) => file.replace(/\.hbs$/, ""));
  expect([...Object.keys(typed), ...internal].sort()).toEqual(names.sort());
});

it("keeps every line of a template within 140 characters", () => {
  const folder = new URL("./", import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(".hbs"));
  const long = files.filter((file) =>
    readFileSync(new URL(file, folder), "utf8")
      .split("\n")
      .some((line) => line.length > 140),
  );
  expect(long).toEqual([]);
});
