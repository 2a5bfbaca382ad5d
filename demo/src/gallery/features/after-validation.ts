import { createForm, type FilledForm, type ValidationResult } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "New data after validation";
export const about =
  "A form never changes, so you can fill it again after each post: with a sample, with some of the posted values, or with " +
  "nothing.";
export const group = "Checking";
export const docs = ["/docs/concepts/edit-buttons#pages-that-keep-typed-values"];

const Reading = z.object({
  place: z.string().max(40),
  taken: z.date().meta({ title: "Date" }),
  degrees: z
    .number()
    .min(-90)
    .max(60)
    .meta({ widget: { suffix: "°C" } }),
});

const form = createForm(Reading, {
  formId: "reading",
  buttons: ["save", { name: "fill", title: "Fill with a sample", attributes: { formnovalidate: true } }],
});

const sample = { place: "Tromsø", taken: new Date("2027-01-15"), degrees: -4.5 };

export function routes(page: FeaturePage): Router {
  return Router()
    .get("/", async (req, res) => {
      res.send(await page(req, { forms: [form.render()] }));
    })
    .post("/", async (req, res) => {
      const shown = answer(form.validate(req.controls));
      res.status(shown.status).send(await page(req, { forms: [shown] }));
    });
}

/** Returns the form to show after a post. */
function answer(result: ValidationResult<typeof Reading>): FilledForm {
  if ("button" in result && result.button === "fill") return form.render(sample);
  if (result.kind !== "valid") return result.form;
  const { place, taken, degrees } = result.value;
  return form
    .render({ place, taken })
    .withNotice(`${degrees} °C is saved. Enter the next reading of the day.`);
}
