import { formRoute } from "@turnform/express-adapter";
import { createForm } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Post by fetch, then redirect";
export const about =
  "With JavaScript, errors appear without a reload, and a valid post leads to another page. Without JavaScript, the " +
  "browser posts the form to the same route.";
export const group = "Posting";
export const docs = ["/docs/packages/express-adapter#posting-by-fetch"];

const Seat = z.object({
  name: z.string().max(40),
  row: z.int().refine((row) => row !== 13, "Choose another row: there is no row 13"),
});

const form = createForm(Seat, { formId: "seat", buttons: ["reserve"], enhance: true });

export function routes(page: FeaturePage): Router {
  return Router()
    .get("/thanks", async (req, res) => {
      res.send(await page(req, { forms: [], heading: "Thank you", stage: "<p>The seat is yours.</p>" }));
    })
    .all(
      "/",
      formRoute(form, () => {}, {
        redirect: (_saved, req) => `${req.baseUrl}/thanks`,
        view: (seat, req) => page(req, { forms: [seat] }),
      }),
    );
}
