import { formAssets } from "@turnform/express-adapter";
import {
  arabic,
  bootstrap,
  compact,
  createForm,
  english,
  type FilledForm,
  type Form,
  type FormOptions,
} from "@turnform/form";
import express, { type Express } from "express";
import { z } from "zod";
import { widgetSamples } from "../../../packages/form/src/testing/widget-samples.ts";
import { Booking } from "./booking.ts";

export const THEMES = ["plain", "compact", "bootstrap"] as const;
export const LAYOUTS = ["stacked", "horizontal", "inline"] as const;
const VIEWS = ["blank", "filled", "errors", "readonly"] as const;
const FORMS = ["widgets", "booking", "arranged"] as const;

/** The form that a page shows, and its look. */
export interface Look {
  readonly form: (typeof FORMS)[number];
  readonly theme: (typeof THEMES)[number];
  readonly layout: (typeof LAYOUTS)[number];
  readonly view: (typeof VIEWS)[number];
  readonly dir: "ltr" | "rtl";
  readonly mode: "light" | "dark";
}

const HELP = "What one would like to know before one fills this in.";
/** One field for each widget sample. */
const Widgets = z.object(
  Object.fromEntries(
    widgetSamples.map((sample, index) => {
      const field = sample.type(index % 4 === 1 ? { prefix: "~", suffix: "kg" } : {});
      const help = index % 3 === 0 && { description: HELP };
      return [`field${index}`, field.meta({ ...field.meta(), title: sample.name, ...help })];
    }),
  ),
);
const widgetValues = Object.fromEntries(
  widgetSamples.map(({ values }, index) => [`field${index}`, values[0]]),
);

const SCHEMAS = {
  widgets: { schema: Widgets, values: widgetValues },
  booking: { schema: Booking.schema, values: Booking.values },
  arranged: { schema: Booking.arranged, values: Booking.values },
} as const;

const POLICY = {
  plain: "default-src 'self'",
  compact: "default-src 'self'",
  bootstrap: "default-src 'self'; img-src 'self' data:",
} as const;

const LIBRARY_THEMES = {
  plain: {},
  compact: { theme: compact() },
  bootstrap: { theme: bootstrap() },
} as const;

const forms = new Map<string, Form<z.ZodObject>>();

function formOf({ form, theme, layout, dir }: Look): Form<z.ZodObject> {
  const key = [form, theme, layout, dir].join();
  const options: FormOptions = {
    formId: "f",
    layout,
    language: dir === "rtl" ? arabic : english,
    buttons: ["save", { name: "cancel", type: "reset" }],
    ...LIBRARY_THEMES[theme],
  };
  const made = forms.get(key) ?? createForm(SCHEMAS[form].schema, options);
  forms.set(key, made);
  return made;
}

/** Returns the address of a page. */
export function pathOf({ form, theme, layout, view, dir, mode }: Look): string {
  return ["", form, theme, layout, view, dir, mode].join("/");
}

/** Serves forms in every look, with a strict policy. */
export function themePages(): Express {
  const app = express();
  const assets = formAssets();
  app.use(assets);
  app.get("/favicon.ico", (_req, res) => res.status(204).end());
  app.get("/page.css", (_req, res) => {
    res.type("css").send(`
      .dark { color-scheme: dark; }
      html { font-family: system-ui, sans-serif; }
      .plain { background: light-dark(#fff, #15181d); }
      .compact { background: light-dark(#fff, #14191c); }
      body { margin: 1rem; }`);
  });
  for (const look of everyLook()) {
    app.get(pathOf(look), (_req, res) => {
      const form = formOf(look);
      res.set("Content-Security-Policy", POLICY[look.theme]).send(`<!doctype html>
<html lang="en" dir="${look.dir}" class="${look.theme} ${look.mode}" data-bs-theme="${look.mode}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A form</title>
${assets.tags(form)}
<link rel="stylesheet" href="/page.css"></head>
<body><main><h1>A form</h1>${fill(form, look)}</main></body></html>`);
    });
  }
  return app;
}

function fill(form: Form<z.ZodObject>, look: Look): FilledForm {
  const { values } = SCHEMAS[look.form];
  switch (look.view) {
    case "blank":
      return form.render();
    case "filled":
      return form.render(values);
    case "errors":
      return form.validate(Booking.wrong).form;
    case "readonly":
      return form.render(values, { readonly: true });
    default:
      return look.view satisfies never;
  }
}

function* everyLook(): Iterable<Look> {
  for (const form of FORMS)
    for (const theme of THEMES)
      for (const layout of LAYOUTS)
        for (const view of VIEWS)
          for (const dir of ["ltr", "rtl"] as const)
            for (const mode of ["light", "dark"] as const) yield { form, theme, layout, view, dir, mode };
}
