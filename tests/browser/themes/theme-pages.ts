import { formAssets } from "@turnform/express-adapter";
import { arabic, bootstrap, createForm, english, type Form, type FormOptions } from "@turnform/form";
import express, { type Express } from "express";
import { z } from "zod";
import { widgetSamples } from "../../../packages/form/src/testing/widget-samples.ts";
import { Booking } from "./booking.ts";

export const THEMES = ["plain", "bootstrap"] as const;
export const LAYOUTS = ["stacked", "horizontal", "inline"] as const;
export const VIEWS = ["blank", "filled", "errors", "readonly"] as const;
export const FORMS = ["widgets", "booking"] as const;

/** Which form a page shows, and how. */
export interface Look {
  readonly form: (typeof FORMS)[number];
  readonly theme: (typeof THEMES)[number];
  readonly layout: (typeof LAYOUTS)[number];
  readonly view: (typeof VIEWS)[number];
  readonly dir: "ltr" | "rtl";
  readonly mode: "light" | "dark";
}

const HELP = "What one would like to know before one fills this in.";
/** A field for each sample of a widget. */
const Widgets = z.object(
  Object.fromEntries(
    widgetSamples.map(({ name, type }, index) => {
      const field = type(index % 4 === 1 ? { prefix: "~", suffix: "kg" } : {});
      const { widget } = field.meta() ?? {};
      return [
        `field${index}`,
        field.meta({ title: name, description: index % 3 === 0 ? HELP : undefined, widget }),
      ];
    }),
  ),
);
const widgetValues = Object.fromEntries(
  widgetSamples.map(({ values }, index) => [`field${index}`, values[0]]),
);

const SCHEMAS = {
  widgets: { schema: Widgets, values: widgetValues },
  booking: { schema: Booking.schema, values: Booking.values },
} as const;

const POLICY = {
  plain: "default-src 'self'",
  bootstrap: "default-src 'self'; img-src 'self' data:",
} as const;

const forms = new Map<string, Form<z.ZodObject>>();

function formOf({ form, theme, layout, dir }: Look): Form<z.ZodObject> {
  const key = [form, theme, layout, dir].join();
  const options: FormOptions = {
    formId: "f",
    layout,
    language: dir === "rtl" ? arabic : english,
    buttons: ["save", { name: "cancel", type: "reset" }],
    ...(theme === "bootstrap" && { theme: bootstrap() }),
  };
  const made = forms.get(key) ?? createForm(SCHEMAS[form].schema, options);
  forms.set(key, made);
  return made;
}

/** The address of a page. */
export const pathOf = ({ form, theme, layout, view, dir, mode }: Look): string =>
  ["", form, theme, layout, view, dir, mode].join("/");

/** Serves forms in every look, each page below a strict policy. */
export function themePages(): Express {
  const app = express();
  const assets = formAssets();
  app.use(assets);
  app.get("/favicon.ico", (_req, res) => res.status(204).end());
  app.get("/page.css", (_req, res) => {
    res.type("css").send(`
      .dark { color-scheme: dark; }
      .plain { background: light-dark(#fff, #15181d); font-family: system-ui, sans-serif; }
      body { margin: 1rem; }
      body.wide { margin: 2rem auto; max-width: 60rem; }`);
  });
  app.get("/:form/:theme/:layout/:view/:dir/:mode", ({ params }, res) => {
    const look = params as unknown as Look;
    const form = formOf(look);
    const { values } = SCHEMAS[look.form];
    const filled = {
      blank: () => form.render(),
      filled: () => form.render(values),
      errors: () => form.validate(Booking.wrong).form,
      readonly: () => form.render(values, { readonly: true }),
    }[look.view]();
    res.set("Content-Security-Policy", POLICY[look.theme]).send(`<!doctype html>
<html lang="en" dir="${look.dir}" class="${look.theme} ${look.mode}" data-bs-theme="${look.mode}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A form</title>
${assets.tags(form)}
<link rel="stylesheet" href="/page.css"></head>
<body><main><h1>A form</h1>${filled}<p id="end">The end.</p></main></body></html>`);
  });
  return app;
}
