import { createForm, switchInput } from "@turnform/form";
import { z } from "zod";

export const title = "Switch";
export const about = "On or off: a checkbox that looks like a switch, also to screen readers.";
export const group = "Choices";
export const docs = ["/docs/packages/form#widgets"];

const Lamp = z.object({
  on: z.boolean().meta({ title: "Light", widget: switchInput() }),
  motion: z.boolean().meta({
    title: "Motion sensor",
    description: "Turns the light on when someone passes.",
    initial: true,
    widget: switchInput(),
  }),
  locked: z.boolean().meta({ title: "Child lock", initial: true, widget: switchInput({ disabled: true }) }),
});

export const form = createForm(Lamp, { formId: "switch-input", buttons: ["save"] });

export const filled = { on: true, motion: false, locked: true };
