import { formRoute } from "@turnform/express-adapter";
import { createForm, textArea } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "By fetch, in place";
export const about =
  "With JavaScript the page stays as it is: errors, or the word that all went well, come in the form’s place and take the " +
  "focus. Without it the answer is a page that says the same.";
export const group = "Posting";

const Message = z.object({
  to: z.email().refine((to) => !to.endsWith("@example.org"), "Nobody reads mail there"),
  text: z.string().meta({ widget: textArea({ rows: 4 }) }),
});

const form = createForm(Message, { formId: "message", buttons: ["send"], enhance: true });

export function routes(page: FeaturePage): Router {
  return Router().all(
    "/",
    formRoute(form, {
      save: ({ to }) => to,
      notice: (to) => `Your message to ${to} is on its way.`,
      view: (message, req) => page(req, { forms: [message] }),
    }),
  );
}
