import { type Button, createForm, type Form, radioChoice } from "@turnform/form";
import { date } from "@turnform/schema";
import { z } from "zod";

const You = z.object({ name: z.string().max(60), email: z.email().max(100).meta({ title: "E-mail" }) });

const Journey = z.object({
  to: z.enum(["Bergen", "Lisbon", "Trieste"]).meta({ title: "Where to" }),
  leaving: date().meta({ title: "Leaving on" }),
  nights: z.int().min(1).max(30),
});

const Extras = z.object({
  seat: z.enum(["window", "aisle"]).meta({ widget: radioChoice({ inline: true }) }),
  wishes: z.array(z.string().max(60).meta({ title: "Wish" })).max(3),
});

const next: Button = { name: "next" };
const back: Button = { name: "back", attributes: { formnovalidate: true } };

interface Step {
  /** Last part of the address. */
  readonly name: string;
  readonly title: string;
  readonly form: Form<z.ZodObject>;
}

export const steps: readonly Step[] = [
  { name: "you", title: "You", form: createForm(You, { formId: "you", buttons: [next] }) },
  {
    name: "journey",
    title: "Journey",
    form: createForm(Journey, { formId: "journey", buttons: [next, back] }),
  },
  { name: "extras", title: "Extras", form: createForm(Extras, { formId: "extras", buttons: [next, back] }) },
];

/** The form at the end of the summary. */
export const send = createForm(z.object({ right: z.literal(true).meta({ title: "All of this is right" }) }), {
  formId: "send",
  buttons: ["send", back],
});
