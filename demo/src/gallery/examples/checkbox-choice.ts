import { checkboxChoice, createForm } from "@turnform/form";
import { z } from "zod";

export const title = "Checkboxes";
export const about =
  "Any of a few values. This is the default for sets of known values, and also works for lists.";
export const group = "Choices";
export const docs = ["/docs/packages/form#widgets", "/docs/concepts/blank-missing-empty#boxes-and-choices"];

const Room = z.object({
  wishes: z
    .set(z.enum(["wifi", "quiet", "sea_view"]))
    .min(1, "Choose at least one")
    .meta({ title: "Wishes" }),
  meals: z.array(z.string()).meta({
    title: "Meals",
    description: "On the day of arrival.",
    widget: checkboxChoice({
      inline: true,
      values: [
        ["b", "Breakfast"],
        ["l", "Lunch"],
        ["d", "Dinner"],
      ],
    }),
  }),
  guests: z
    .array(z.set(z.enum(["child", "dog"])).meta({ title: "Guest", widget: checkboxChoice({ inline: true }) }))
    .max(3)
    .meta({ title: "Guests" }),
});

export const form = createForm(Room, { formId: "checkbox-choice", buttons: ["book"] });

export const filled = {
  wishes: new Set(["wifi", "sea_view"]),
  meals: ["b", "d"],
  guests: [new Set(["dog"]), new Set()],
};
