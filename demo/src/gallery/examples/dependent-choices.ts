import { createForm, select } from "@turnform/form";
import { dependsOn } from "@turnform/schema/conditions";
import { z } from "zod";

export const title = "Dependent choices";
export const about =
  "Choices that follow from other fields, in lists inside lists, and a computed total. The page is updated in the background; without JavaScript, by the Update buttons.";
export const group = "Fields that depend on others";
export const docs = ["/docs/concepts/conditional-fields#choices-that-depend-on-other-fields"];

const CITIES = { Norway: ["Oslo", "Bergen"], Switzerland: ["Bern", "Chur", "Thun"] };
const DISTRICTS: Readonly<Record<string, readonly string[]>> = {
  Oslo: ["Frogner", "Sagene"],
  Bern: ["Innere Stadt", "Länggasse"],
};

interface Around {
  readonly country?: keyof typeof CITIES;
  readonly city?: string;
}

/** Finds the cities of a country, as in a database. */
async function citiesOf(country?: keyof typeof CITIES): Promise<readonly string[]> {
  return country ? CITIES[country] : [];
}

const Stop = z.object({
  country: z.enum(["Norway", "Switzerland"]),
  city: z.string().meta({
    placeholder: "– choose –",
    widget: select({ values: dependsOn(["country"], ({ country }: Around) => citiesOf(country)) }),
  }),
  district: z
    .string()
    .optional()
    .meta({
      widget: select({ values: dependsOn(["city"], ({ city = "" }: Around) => DISTRICTS[city] ?? []) }),
    }),
  nights: z.int().min(1),
});

const Day = z
  .array(Stop.meta({ title: "Stop" }))
  .min(1)
  .meta({ title: "Day", orderable: true });

const Trip = z.object({
  days: z.array(Day).meta({ title: "Days" }),
  nights: z.int().meta({
    title: "Nights in all",
    computed: dependsOn(["days"], ({ days = [] }: { days?: { nights?: number }[][] }) =>
      days.flat().reduce((sum, { nights = 0 }) => sum + nights, 0),
    ),
  }),
});

export const form = createForm(Trip, { formId: "dependent-choices", buttons: ["save"] });

export const filled = {
  days: [
    [
      { country: "Norway", city: "Oslo", district: "Sagene", nights: 2 },
      { country: "Norway", city: "Bergen", nights: 1 },
    ],
    [{ country: "Switzerland", city: "Bern", district: "Länggasse", nights: 3 }],
  ],
};
