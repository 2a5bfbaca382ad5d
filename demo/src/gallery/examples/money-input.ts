import { createForm, moneyInput } from "@turnform/form";
import { Decimal, money } from "@turnform/schema";
import { z } from "zod";

export const title = "Money input";
export const about =
  "Exact amounts with separated thousands. The currency's sign is on the side that the language requires.";
export const group = "Text and numbers";
export const docs = ["/docs/packages/form#widgets", "/docs/concepts/types#additional-types"];

const Invoice = z.object({
  total: money().meta({ title: "Total", widget: moneyInput({ currency: "USD" }) }),
  paid: money()
    .default(Decimal("0"))
    .meta({
      title: "Already paid",
      description: "With or without commas.",
      widget: moneyInput({ suffix: "dollars" }),
    }),
  abroad: money()
    .optional()
    .meta({ title: "Total in Germany", widget: moneyInput({ currency: "EUR", locale: "de" }) }),
});

export const form = createForm(Invoice, { formId: "money-input" });

export const filled = { total: Decimal("1234567.80"), paid: Decimal("1000"), abroad: Decimal("1065432.1") };
