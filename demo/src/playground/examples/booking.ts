import { createForm, details, row, section, tabs } from "@turnform/form";
import { z } from "zod";

const Booking = z.object({
  arrival: z.iso.date(),
  nights: z.int().min(1).max(30),
  breakfast: z.boolean(),
  name: z.string(),
  email: z.email().meta({ title: "E-mail" }),
  street: z.string(),
  zip: z.string().max(10).meta({ title: "Postal code" }),
  city: z.string(),
  company: z.string().optional(),
});

export const form = createForm(Booking, {
  buttons: ["book"],
  arrange: [
    section("Your stay", [row(["arrival", "nights"]), "breakfast"]),
    tabs([section("You", ["name", "email"]), section("Address", ["street", row(["zip", "city"])])]),
    details("For companies", ["company"]),
  ],
});

export const data = {
  arrival: "2030-03-01",
  nights: 3,
  breakfast: true,
  name: "Ada Lovelace",
  email: "ada@example.org",
  street: "Main Street 1",
  zip: "3011",
  city: "Bern",
};
