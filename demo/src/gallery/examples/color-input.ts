import { colorInput, createForm } from "@turnform/form";
import { z } from "zod";

export const title = "Colour input";
export const about = "A colour from the browser's palette. An optional colour has a checkbox for no colour.";
export const group = "Choices";
export const docs = ["/docs/packages/form#widgets"];

const Lamp = z.object({
  light: z.string().meta({ title: "Light", widget: colorInput() }),
  blink: z.string().optional().meta({
    title: "Blinks in",
    description: "Without a colour, the lamp does not blink.",
    widget: colorInput(),
  }),
});

export const form = createForm(Lamp, { formId: "color-input" });

export const filled = { light: "#ffd27f", blink: "#1e90ff" };
