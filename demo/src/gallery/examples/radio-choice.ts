import { createForm, radioChoice } from "@turnform/form";
import { z } from "zod";

export const title = "Radio buttons";
export const about = "One of a few values, all visible.";
export const group = "Choices";
export const docs = ["/docs/packages/form#widgets"];

const Ticket = z.object({
  fare: z
    .enum(["full_price", "reduced"])
    .meta({ title: "Fare", description: "The reduced fare needs a card.", widget: radioChoice() }),
  zone: z
    .int()
    .optional()
    .meta({
      title: "Zone",
      widget: radioChoice({
        inline: true,
        values: [
          ["", "Any"],
          ["1", "1"],
          ["2", "2"],
        ],
      }),
    }),
  window: z.boolean().meta({ title: "By the window", widget: radioChoice({ inline: true }) }),
  guests: z
    .array(z.enum(["adult", "child"]).meta({ title: "Guest", widget: radioChoice({ inline: true }) }))
    .max(3)
    .meta({ title: "Guests" }),
});

export const form = createForm(Ticket, { formId: "radio-choice", buttons: ["buy"] });

export const filled = { fare: "reduced", zone: 2, window: true, guests: ["adult", "child"] };
