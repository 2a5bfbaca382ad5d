import { checkboxChoice, createForm, radioChoice, rangeInput, tags } from "@turnform/form";
import { z } from "zod";

const Stay = z.object({
  room: z.enum(["single", "double", "suite"]),
  board: z.enum(["none", "breakfast", "full"]).meta({ widget: radioChoice({ inline: true }) }),
  wishes: z.set(z.enum(["wifi", "quiet", "sea_view"])).min(1, "Choose at least one"),
  meals: z.array(z.string()).meta({
    widget: checkboxChoice({
      inline: true,
      values: [
        ["l", "Lunch"],
        ["d", "Dinner"],
      ],
    }),
  }),
  warmth: z.int().min(16).max(26).meta({ title: "Degrees", widget: rangeInput() }),
  subjects: z
    .array(z.string().max(12))
    .max(4)
    .meta({ title: "Interests", widget: tags({ values: ["people", "places"] }) }),
});

export const form = createForm(Stay, { buttons: ["book"] });

export const data = {
  room: "double",
  board: "breakfast",
  wishes: new Set(["wifi", "sea_view"] as const),
  meals: ["d"],
  warmth: 20,
  subjects: ["places"],
} as const;
