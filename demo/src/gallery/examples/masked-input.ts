import { createForm, maskedInput } from "@turnform/form";
import { z } from "zod";

export const title = "Masked text";
export const about =
  "A text with a fixed pattern. Separators appear as you type. In a mask, # is a digit, @ a letter and * either.";
export const group = "Text and numbers";
export const docs = ["/docs/packages/form#widgets"];

const Payment = z.object({
  iban: z
    .string()
    .regex(/^[A-Z]{2}\d{2}(?: \d{4}){4} \d$/i, "Enter a Swiss IBAN")
    .meta({ title: "IBAN", widget: maskedInput({ mask: "@@## #### #### #### #### #" }) }),
  expires: z
    .string()
    .regex(/^\d\d\/\d\d$/, "Enter month and year, such as 12/34")
    .meta({ title: "Card expires", widget: maskedInput({ mask: "##/##", autocomplete: "cc-exp" }) }),
  plate: z
    .string()
    .optional()
    .meta({ title: "Number plate", widget: maskedInput({ mask: "@@-***", maskPlaceholder: "?" }) }),
});

export const form = createForm(Payment, { formId: "masked-input", buttons: ["pay"] });

export const filled = { iban: "CH93 0076 2011 6238 5295 7", expires: "12/34", plate: "AB-C12" };
