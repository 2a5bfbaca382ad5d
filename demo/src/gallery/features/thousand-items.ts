import { formRoute } from "@turnform/express-adapter";
import { createForm, sequence } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "A thousand items";
export const about =
  "Long lists work like short ones, with and without JavaScript. Each error appears at its field. The summary lists the " +
  "first errors and counts the rest.";
export const group = "Forms";
export const docs = [
  "/docs/guide/03-sequences#long-lists",
  "/docs/concepts/views-templates-themes#long-forms",
];

const Stock = z.object({
  parts: z
    .array(z.object({ name: z.string(), count: z.int().min(0) }).meta({ title: "Part" }))
    .max(1200)
    .meta({ orderable: true, widget: sequence({ layout: "table", duplicable: false, insertable: false }) }),
});

const form = createForm(Stock, {
  formId: "stock",
  buttons: ["save", { name: "all", title: "Show a thousand", type: "link", href: "?parts=1000" }],
});

const parts = Array.from({ length: 1000 }, (_, at) => ({ name: `Part ${at + 1}`, count: at % 50 }));

export function routes(page: FeaturePage): Router {
  return Router().all(
    "/",
    formRoute(form, (stock) => stock.parts.length, {
      load: (req) => ({ parts: parts.slice(0, Number(req.query["parts"] ?? 5)) }),
      notice: (count) => `${count} parts are saved.`,
      view: (stock, req) => page(req, { forms: [stock] }),
    }),
  );
}
