import { createForm, row, section } from "@turnform/form";
import { allOf, shownWhen, when } from "@turnform/schema/conditions";
import { z } from "zod";

export const title = "Conditions";
export const about =
  "Fields that are shown, required or computed by others: in the browser at once, without JavaScript after Update, and on the server in any case.";
export const group = "Fields that depend on others";
export const docs = ["/docs/concepts/conditional-fields#conditional-fields"];

const Position = z
  .object({
    what: z.enum(["flight", "hotel", "meal"]),
    nights: z
      .int()
      .min(1)
      .optional()
      .meta({ showWhen: when("what").is("hotel") }),
    price: z.number().min(0).meta({ title: "Price" }),
    guests: z
      .string()
      .optional()
      .meta({
        description: "A company names the guests of dear meals.",
        showWhen: when("what").is("meal"),
        requireWhen: allOf(when("../payer").is("company"), when("price").isAbove(100)),
      }),
    sum: z.number().meta({
      computed: ({ nights = 1, price }: { nights?: number; price?: number }) => price && nights * price,
    }),
  })
  .meta({ title: "Position", arrange: ["what", row(["nights", "price"]), "guests", "sum"] });

const Expenses = z.object({
  payer: z.enum(["person", "company"]).meta({ title: "Paid by" }),
  vat: shownWhen(when("payer").is("company"), z.string().min(5).meta({ title: "VAT number" })),
  country: z
    .string()
    .optional()
    .meta({ showWhen: when("payer").is("company") }),
  account: z
    .string()
    .optional()
    .meta({
      title: "Your account",
      showWhen: when("payer").is("person"),
      requireWhen: when("payer").is("person"),
    }),
  positions: z.array(Position).min(1),
});

export const form = createForm(Expenses, {
  formId: "conditions",
  buttons: ["send"],
  arrange: ["payer", section("The company", [row(["vat", "country"])]), "account", "positions"],
});

export const filled = {
  payer: "company",
  vat: "CHE-1234",
  country: "Switzerland",
  positions: [
    { what: "hotel", nights: 2, price: 120, sum: 240 },
    { what: "meal", price: 180, guests: "Ada, Grace", sum: 180 },
  ],
};
