import { formRoute } from "@turnform/express-adapter";
import { createForm } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Buttons";
export const about =
  "Several submit buttons: the server learns which one was pressed. Also a reset button, a link, a disabled button, icons " +
  "from a stylesheet, and custom attributes.";
export const group = "Forms";
export const docs = ["/docs/packages/form#options-of-createform"];

const Letter = z.object({ subject: z.string().max(60), text: z.string().max(400).optional() });

const form = createForm(Letter, {
  formId: "letter",
  buttons: [
    { name: "send", icon: "icon-send" },
    { name: "draft", title: "Keep as a draft", icon: "icon-keep", attributes: { accesskey: "d" } },
    { name: "discard", icon: "icon-discard", cssClass: "button-risky", attributes: { formnovalidate: true } },
    { name: "back", title: "Undo changes", type: "reset" },
    { name: "print", disabled: true },
    { name: "leave", title: "All pages", type: "link", href: "/gallery" },
  ],
});

export function routes(page: FeaturePage): Router {
  return Router().all(
    "/",
    formRoute(form, (_letter, _req, button) => button, {
      load: () => ({ subject: "Minutes of the meeting" }),
      notice: (button) => `You pressed “${button}”.`,
      view: (letter, req) => page(req, { forms: [letter] }),
    }),
  );
}
