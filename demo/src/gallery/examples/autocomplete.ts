import { autocomplete, createForm } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";

export const title = "Autocomplete";
export const about =
  "A line of text with suggestions, from a list or from the server. Other text is accepted too.";
export const group = "Text and numbers";
export const docs = ["/docs/packages/form#widgets"];

const cities = ["Amsterdam", "Athens", "Berlin", "Bern", "Bratislava", "Brussels", "Budapest", "Zürich"];

/** `GET /gallery/autocomplete/cities?term=be` → `["Berlin","Bern"]` */
export const routes = Router().get("/cities", ({ query }, res) => {
  const term = typeof query["term"] === "string" ? query["term"].toLowerCase() : "";
  res.json(cities.filter((city) => city.toLowerCase().includes(term)));
});

const Journey = z.object({
  from: z.string().meta({ title: "From", widget: autocomplete({ values: cities }) }),
  to: z.string().meta({
    title: "To",
    description: "The server suggests cities after two letters.",
    widget: autocomplete({ url: "/gallery/autocomplete/cities", minLength: 2, items: 5 }),
  }),
  via: z
    .array(z.string().meta({ title: "Stop", widget: autocomplete({ values: cities }) }))
    .max(3)
    .meta({ title: "Via" }),
});

export const form = createForm(Journey, { formId: "autocomplete", buttons: ["search"] });

export const filled = { from: "Bern", to: "Athens", via: ["Zürich"] };
