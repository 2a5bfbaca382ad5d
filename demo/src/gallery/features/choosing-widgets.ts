import { formsRoute, formTurn } from "@turnform/express-adapter";
import { createForm, radioChoice, rangeInput, select, switchInput, textArea } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Choosing widgets";
export const about =
  "Three forms of one schema: with the default widgets, with other widgets for whole kinds of fields, and with widgets for " +
  "single fields by path. The schema and the data stay the same.";
export const group = "Forms";
export const docs = ["/docs/concepts/widgets#five-places-to-set-a-widget"];

const Take = z
  .object({ minutes: z.int().min(1).max(10), note: z.string().optional() })
  .meta({ title: "Take" });
const Scene = z.object({
  title: z.string(),
  loud: z.boolean(),
  light: z.enum(["day", "dusk", "night"]),
  takes: z.array(Take).default([{ minutes: 3 }]),
});

const buttons = ["save"];
const plain = createForm(Scene.meta({ title: "Defaults" }), { formId: "plain", buttons });
const byKinds = createForm(Scene.meta({ title: "By kinds" }), {
  formId: "by-kinds",
  buttons,
  kinds: { boolean: switchInput(), enum: radioChoice({ inline: true }) },
});
const byPaths = createForm(Scene.meta({ title: "By paths" }), { formId: "by-paths", buttons }).withWidgets({
  light: select({ size: 3 }),
  "takes.*.minutes": rangeInput(),
  "**.note": textArea({ rows: 2 }),
});

export function routes(page: FeaturePage): Router {
  const turns = [plain, byKinds, byPaths].map((form) =>
    formTurn(form, ({ takes }) => takes.length, { notice: (count) => `Saved, with ${count} take.` }),
  );
  return Router().all(
    "/",
    formsRoute(turns, { view: (forms, req) => page(req, { forms: Object.values(forms) }) }),
  );
}
