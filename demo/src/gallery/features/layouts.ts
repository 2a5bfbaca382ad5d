import { formRoute } from "@turnform/express-adapter";
import { createForm } from "@turnform/form";
import { type Request, Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Layouts";
export const about =
  "The first form is in one line, for a search by GET. The second has its labels next to their controls if there is room. Without a layout, labels are above their controls.";
export const group = "Templates";
export const docs = ["/docs/guide/06-themes#layout", "/docs/packages/form#themes-and-layouts"];

const Search = z.object({
  words: z.string().max(40).default("").meta({ title: "Words" }),
  kind: z.enum(["fruit", "vegetable"]).optional().meta({ placeholder: "any" }),
});
const search = createForm(Search, {
  formId: "search",
  method: "get",
  layout: "inline",
  buttons: ["search"],
});

const Order = z.object({
  name: z.string().max(60),
  email: z.email().meta({ title: "E-mail", description: "For the bill." }),
  address: z.object({ street: z.string(), city: z.string() }),
  gift: z.boolean().meta({ title: "It is a gift" }),
});
const order = createForm(Order, { formId: "order", layout: "horizontal", buttons: ["order"] });

const goods = [
  { name: "apple", kind: "fruit" },
  { name: "leek", kind: "vegetable" },
  { name: "pear", kind: "fruit" },
];

/** Returns the search form with its results. A blank search finds everything. */
function find({ method, controls }: Request): string {
  const result = search.validate(method === "GET" ? controls : []);
  const { words, kind } = result.kind === "valid" ? result.value : { words: "", kind: undefined };
  const found = goods.filter((item) => item.name.includes(words) && (kind ?? item.kind) === item.kind);
  return `${String(result.form)}<p>Found: ${found.map(({ name }) => name).join(", ") || "nothing"}.</p>`;
}

export function routes(page: FeaturePage): Router {
  const route = formRoute(order, ({ name }) => name, {
    notice: (name) => `Thank you, ${name}.`,
    view: (form, req) => page(req, { forms: [form], heading: "The forms", stage: find(req) + String(form) }),
  });
  return Router().all("/", route);
}
