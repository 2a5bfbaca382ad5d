import { createForm, select } from "@turnform/form";
import { z } from "zod";

export const title = "Select";
export const about =
  "One value from a list, or several values for a set. The server refuses values that were not offered.";
export const group = "Choices";
export const docs = ["/docs/packages/form#widgets"];

const Colour = z.enum(["red", "green", "dark_blue"]);

const Shirt = z.object({
  colour: Colour.meta({ title: "Colour", placeholder: "– choose –" }),
  size: z.string().meta({
    title: "Size",
    widget: select({
      values: [
        ["", "– choose –"],
        {
          group: "Children",
          options: [
            ["128", "8 years"],
            ["152", "12 years"],
          ],
        },
        {
          group: "Adults",
          options: [
            ["m", "Medium"],
            ["l", "Large"],
          ],
        },
      ],
    }),
  }),
  print: z
    .enum(["lion", "owl", "fox"])
    .optional()
    .meta({ title: "Print", widget: select({ placeholder: "none", size: 4 }) }),
  others: z
    .set(Colour)
    .max(2)
    .meta({ title: "Acceptable other colours", description: "At most two.", widget: select() }),
  packs: z
    .array(
      z.int().meta({
        title: "Pack",
        widget: select({
          values: [
            ["1", "single"],
            ["3", "of three"],
          ],
        }),
      }),
    )
    .max(3)
    .meta({ title: "Packs" }),
});

export const form = createForm(Shirt, { formId: "select", buttons: ["order"] });

export const filled = { colour: "green", size: "m", print: "owl", others: new Set(["red"]), packs: [3, 1] };
