import { formRoute } from "@turnform/express-adapter";
import { createFormWith, radioChoice, type Template, type TemplateViews, textArea } from "@turnform/form";
import { handlebars } from "@turnform/form/handlebars";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Custom templates";
export const about =
  "You can replace the template of any field or part of a field. Here a Handlebars template replaces the help text in all forms of the application. Two fields have their own: one in Handlebars, one as a function.";
export const group = "Templates";
export const docs = [
  "/docs/guide/05-templates#a-template",
  "/docs/concepts/views-templates-themes#templates",
];

/** Help text that opens and closes, for all forms of the application. */
const help = handlebars(
  `{{#if help}}<details class="{{css "tf-help"}}"><summary>Why?</summary><p id="{{id}}:help">{{help}}</p></details>{{/if}}`,
  { name: "help" },
);
const createForm = createFormWith({ templates: { help } });

/** Radio buttons that look like stars, inside Turnform's frame for groups. */
const stars = handlebars(
  `{{> group-open}}
<input type="hidden" name="__start__" value="{{name}}:rename">
<div class="stars">
{{#each choices}}
<input id="{{id}}" type="radio" name="{{../control}}" value="{{value}}"{{#if chosen}} checked{{/if}}{{#if ../mustChoose}} required{{/if}}><label for="{{id}}"><span>{{label}}</span></label>
{{/each}}
</div>
<input type="hidden" name="__end__" value="{{name}}:rename">
{{> group-close}}`,
  { name: "stars" },
);

/** The default field, followed by its limit. */
const counted: Template<TemplateViews["text-area"]> = (view, draw) =>
  `<div>${draw({ ...view, drawnBy: undefined })}<p class="room">${view.maxLength} characters at most</p></div>`;

const Review = z.object({
  film: z.string().max(60),
  stars: z.enum(["1", "2", "3", "4", "5"]).meta({
    description: "Stars help others to find good films.",
    widget: radioChoice({
      template: stars,
      values: [
        ["1", "1 star"],
        ["2", "2 stars"],
        ["3", "3 stars"],
        ["4", "4 stars"],
        ["5", "5 stars"],
      ],
    }),
  }),
  words: z
    .string()
    .max(280)
    .meta({ title: "In your words", widget: textArea({ rows: 3, template: counted }) }),
});

const review = createForm(Review, { formId: "review", buttons: ["publish"] });

export function routes(page: FeaturePage): Router {
  const route = formRoute(review, (given) => given, {
    notice: ({ film, stars }) => `${film} has ${stars} of 5 stars.`,
    view: (form, req) => page(req, { forms: [form] }),
  });
  return Router().all("/", route);
}
