import type { handlebars } from "@turnform/form/handlebars";
import type { InputView, FormOptions, SequenceView, Template, Templates, View } from "@turnform/form";

declare module "@turnform/form" {
  interface TemplateViews {
    "star-rating": StarRatingView;
  }
}

interface StarRatingView extends View {
  readonly stars: number;
}

declare const read: ReturnType<typeof handlebars>;
const typed: Template<InputView> = (view) => view.value;

/** The type for a template of an unknown view. */
export const some: Template = typed;

export const templates: Templates = {
  "text-input": typed,
  sequence: (view, draw) => [...view.items].map(({ content }) => draw(content)).join(""),
  label: (view) => view.label,
  errors: read,
  "star-rating": ({ stars }) => "*".repeat(stars),
};

export const look: FormOptions = { templates };

// @ts-expect-error a template is given the view of its name
export const wrong: Templates = { "text-input": (view: SequenceView) => String(view.min) };

// @ts-expect-error there is no such template
export const unknown: Templates = { "text-inputs": typed };

// @ts-expect-error a template makes a string
export const number: Templates = { label: () => 1 };
