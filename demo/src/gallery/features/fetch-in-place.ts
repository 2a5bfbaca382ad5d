import { formRoute } from "@turnform/express-adapter";
import { createForm, textArea } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Post by fetch";
export const about =
  "With JavaScript, the form posts without leaving the page. The answer replaces the form, and its errors or its notice " +
  "get the focus. Without JavaScript, the same answer is a whole page.";
export const group = "Posting";
export const docs = ["/docs/packages/express-adapter#posting-by-fetch"];

const Message = z.object({
  to: z
    .email()
    .refine((to) => !to.endsWith("@example.org"), "Enter another address: nobody reads mail there"),
  text: z.string().meta({ widget: textArea({ rows: 4 }) }),
});

const form = createForm(Message, { formId: "message", buttons: ["send"], enhance: true });

export function routes(page: FeaturePage): Router {
  return Router().all(
    "/",
    formRoute(form, ({ to }) => to, {
      notice: (to) => `Your message to ${to} is on its way.`,
      view: (message, req) => page(req, { forms: [message] }),
    }),
  );
}
