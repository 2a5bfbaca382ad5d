import { HttpError } from "@turnform/express-adapter";
import { createForm } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import { methodNotAllowed } from "../http/index.ts";

const Person = z
  .object({
    name: z.string().max(100).meta({ title: "Name" }),
    title: z.string().max(100).meta({ title: "Title" }),
  })
  .meta({ title: "Person" });

const NamesAndTitles = z.object({
  groups: z
    .array(z.array(Person).max(50).meta({ title: "Group", orderable: true }))
    .max(20)
    .meta({
      title: "Groups",
      description: "A group may be empty. It arrives as an empty list.",
      orderable: true,
    }),
});

const form = createForm(NamesAndTitles, { formId: "names", buttons: ["submit"] });

const start = { groups: [[{ name: "Ada Lovelace", title: "Countess" }]] };

/**
 * Creates the routes of the form with groups of names and titles. Nothing is saved: the answer to a post shows its data. So
 * this page handles each kind of result itself, without `formRoute`.
 *
 * @returns the router; mount it at the root
 */
export function namesAndTitlesRoutes(): Router {
  const router = Router();
  router
    .route("/names-and-titles")
    .get((_req, res) => {
      res.render("names-and-titles", { form: form.render(start) });
    })
    .post((req, res) => {
      const result = form.validate(req.controls);
      switch (result.kind) {
        case "valid": {
          const data = JSON.stringify(result.value, null, 2);
          res.render("names-and-titles-answer", { data, controls: req.controls });
          break;
        }
        case "invalid":
        case "edited":
          res.status(result.form.status).render("names-and-titles", { form: result.form });
          break;
        case "malformed":
          throw new HttpError(result.form.status, result.error.message);
        default:
          result satisfies never;
      }
    })
    .all(methodNotAllowed("GET", "HEAD", "POST"));
  return router;
}
