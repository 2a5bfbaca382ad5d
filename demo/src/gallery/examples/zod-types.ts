import { createForm } from "@turnform/form";
import { z } from "zod";

export const title = "Types of zod";
export const about =
  "A union of objects without a discriminator, a union of literals, a record with an entry for each key, a point in time, and a blank that is allowed.";
export const group = "Groups of fields";
export const docs = ["/docs/concepts/zod-types#types-with-a-widget", "/docs/concepts/types#alternatives"];

const Person = z.object({ name: z.string(), born: z.int() }).meta({ title: "Person" });
const Company = z.object({ company: z.string() }).meta({ title: "Company" });

const Booking = z.object({
  guest: z.union([Person, Company]),
  nights: z.union([z.literal(1), z.literal(2), z.literal("a week")]),
  beds: z.record(z.enum(["single", "double"]), z.int().min(0)),
  arrival: z.iso.datetime(),
  site: z.url().or(z.literal("")).meta({ title: "Web site" }),
});

export const form = createForm(Booking, { formId: "zod-types", buttons: ["book"] });

export const filled = {
  guest: { company: "Turntables Ltd" },
  nights: 2,
  beds: { single: 1, double: 2 },
  arrival: "2026-05-06T15:00:00Z",
  site: "https://example.com",
};
