import { columns, createForm, details, row, section, tabs } from "@turnform/form";
import { z } from "zod";

export const title = "Arranged fields";
export const about =
  "Fields in sections, rows, columns, tabs and details. The data is flat, and a post has the same values in any arrangement.";
export const group = "Groups of fields";
export const docs = ["/docs/recipes/arrange#blocks"];

const Guest = z
  .object({
    name: z.string(),
    age: z.int().min(0).max(120),
    diet: z.enum(["anything", "vegetarian", "vegan"]).default("anything"),
    allergies: z.string().optional(),
  })
  .meta({ title: "Guest", arrange: ["name", row(["age", "diet"]), details("Allergies", ["allergies"])] });

const Booking = z.object({
  name: z.string(),
  email: z.email().meta({ title: "E-mail" }),
  phone: z.string().optional().meta({ description: "For questions about your arrival." }),
  zip: z.string().max(10).meta({ title: "Postal code" }),
  city: z.string(),
  street: z.string(),
  arrival: z.iso.date(),
  nights: z.int().min(1).max(30).meta({ initial: 2 }),
  breakfast: z.boolean(),
  guests: z.array(Guest).min(1),
  company: z.string().optional(),
  vat: z
    .string()
    .regex(/^[A-Z]{2}\d{8,12}$/, "Write the number like DE123456789")
    .optional()
    .meta({ title: "VAT number" }),
  notes: z.string().max(500).optional(),
});

export const form = createForm(Booking, {
  formId: "arrange",
  buttons: ["book"],
  arrange: [
    section("Your stay", [row(["arrival", "nights"]), "breakfast"]),
    tabs([
      section("You", ["name", row(["email", "phone"])]),
      section("Address", ["street", row(["zip", "city"])]),
      section("Party", ["guests"]),
    ]),
    details("For companies", [columns([["company"], ["vat"]])]),
  ],
});

export const filled = {
  name: "Ada Lovelace",
  email: "ada@example.org",
  zip: "3011",
  city: "Bern",
  street: "Main Street 1",
  arrival: "2027-03-01",
  nights: 3,
  breakfast: true,
  guests: [
    { name: "Charles", age: 41, diet: "vegan", allergies: "Nuts" },
    { name: "Mary", age: 35, diet: "anything" },
  ],
  company: "Analytical Engines",
  vat: "DE123456789",
};
