import { createForm } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Read only";
export const about =
  "A whole form as text, with everything nested in it, and a form with some read-only fields. The server ignores posted " +
  "values for these fields.";
export const group = "Forms";
export const docs = ["/docs/concepts/blank-missing-empty#fields-that-cant-be-edited"];

const Move = z.object({ angle: z.number().meta({ widget: { suffix: "°" } }), fast: z.boolean() });
const Drive = z.discriminatedUnion("motor", [
  z.object({ motor: z.literal("stepper"), steps: z.int() }),
  z.object({ motor: z.literal("servo"), pulse: z.tuple([z.int(), z.int()]).meta({ title: "Pulse (µs)" }) }),
]);

const table = createForm(
  z
    .object({
      name: z.string(),
      built: z.date(),
      colours: z.set(z.enum(["red", "green", "blue"])),
      drive: Drive,
      cycles: z.array(z.array(Move.meta({ title: "Move" })).meta({ title: "Cycle" })),
      limits: z.record(z.string(), z.number()),
    })
    .meta({ title: "A turntable" }),
  { formId: "table" },
);

const turntable = {
  name: "Left table",
  built: new Date("2026-11-02"),
  colours: new Set(["red", "blue"] as const),
  drive: { motor: "servo" as const, pulse: [600, 2400] as const },
  cycles: [
    [
      { angle: 90, fast: true },
      { angle: 0, fast: false },
    ],
    [],
  ],
  limits: { angle: 180, speed: 60 },
};

const order = createForm(
  z
    .object({
      number: z.string().meta({ description: "Shown as text.", widget: { readonly: true } }),
      price: z.number().meta({ description: "A disabled control.", widget: { disabled: true, suffix: "€" } }),
      ship: z
        .object({ street: z.string(), country: z.string() })
        .meta({ title: "Ship to", widget: { readonly: true } }),
      note: z.string().optional(),
    })
    .meta({ title: "An order" }),
  { formId: "order", buttons: ["save"] },
);

const ordered = { number: "TF-4711", price: 12.5, ship: { street: "Storgata 1", country: "Norway" } };

export function routes(page: FeaturePage): Router {
  const shown = table.render(turntable, { readonly: true });
  return Router()
    .get("/", async (req, res) => {
      res.send(await page(req, { forms: [shown, order.render(ordered)] }));
    })
    .post("/", async (req, res) => {
      const result = order.validate(req.controls, ordered);
      const data = result.kind === "valid" ? result.value : undefined;
      res.status(result.form.status).send(await page(req, { forms: [shown, result.form], data }));
    });
}
