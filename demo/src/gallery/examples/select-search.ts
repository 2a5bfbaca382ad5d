import { createForm, selectSearch } from "@turnform/form";
import { z } from "zod";

export const title = "Searchable select";
export const about = "A select with a search field, for long lists. Without JavaScript it is a plain select.";
export const group = "Choices";
export const docs = ["/docs/packages/form#widgets"];

const Country = z.enum(["Austria", "Belgium", "Denmark", "Finland", "France", "Germany", "Italy", "Norway"]);

const Traveller = z.object({
  home: Country.meta({ title: "Home", placeholder: "Country …", widget: selectSearch() }),
  visited: z
    .set(Country)
    .max(4)
    .meta({
      title: "Visited",
      description: "At most four.",
      widget: selectSearch({ placeholder: "Countries …" }),
    }),
  stops: z
    .array(Country.meta({ title: "Stop", widget: selectSearch() }))
    .max(4)
    .meta({ title: "Stops", orderable: true }),
});

export const form = createForm(Traveller, { formId: "select-search", buttons: ["save"] });

export const filled = {
  home: "Norway",
  visited: new Set(["Italy", "France"]),
  stops: ["Denmark", "Finland"],
};
