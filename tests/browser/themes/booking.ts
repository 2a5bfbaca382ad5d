import {
  checkboxChoice,
  columns,
  dateParts,
  details,
  mapping,
  radioChoice,
  rangeInput,
  row,
  section,
  select,
  sequence,
  switchInput,
  tabs,
  tags,
  textArea,
} from "@turnform/form";
import { date, money, type Control } from "@turnform/schema";
import { z } from "zod";

const Passenger = z.object({
  name: z.string().max(40),
  age: z.int().min(0).max(120),
  seat: z.enum(["window", "aisle"]),
  meals: z.boolean(),
});

const Baggage = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("case"),
    weight: z
      .number()
      .max(32)
      .meta({ widget: { suffix: "kg" } }),
  }),
  z.object({ kind: z.literal("bicycle"), boxed: z.boolean() }),
]);

const schema = z.object({
  email: z.email().meta({ title: "E-mail", description: "The ticket goes there." }),
  from: z.string().meta({ placeholder: "Town or station" }),
  day: date().meta({ widget: dateParts() }),
  price: money().meta({ title: "At most", widget: { prefix: "€" } }),
  class: z.enum(["First", "Second"]).meta({ widget: radioChoice({ inline: true }) }),
  with: z
    .set(z.enum(["Dog", "Bicycle", "Wheelchair"]))
    .meta({ widget: checkboxChoice(), description: "What needs room." }),
  comfort: z.int().min(1).max(10).meta({ widget: rangeInput() }),
  quiet: z
    .boolean()
    .meta({ title: "In a quiet coach", description: "Where there is one.", widget: switchInput() }),
  words: z.array(z.string()).meta({ title: "Words", widget: tags() }),
  note: z
    .string()
    .min(3)
    .meta({ widget: textArea({ rows: 3 }) }),
  address: z
    .object({ street: z.string(), country: z.enum(["Austria", "Italy"]).meta({ widget: select() }) })
    .meta({ widget: mapping({ frame: "card" }) }),
  passengers: z
    .array(Passenger)
    .min(1)
    .meta({ orderable: true, initial: [{ name: "", age: 30, seat: "aisle", meals: false }] }),
  rows: z.array(Passenger).meta({ title: "The same as a table", widget: sequence({ layout: "table" }) }),
  stops: z.array(z.string()).meta({ orderable: true, initial: ["Graz"] }),
  baggage: z.array(Baggage).meta({ orderable: true }),
  terms: z.literal(true).meta({ title: "I have read the terms" }),
});

const ada = { name: "Ada", age: 36, seat: "window", meals: true };
const bob = { name: "Bob of the very long name that goes on", age: 4, seat: "aisle", meals: false };
const values = {
  email: "ada@example.com",
  from: "Graz",
  day: new Date("2026-05-06"),
  class: "Second",
  with: new Set(["Dog"]),
  comfort: 7,
  quiet: true,
  words: ["early", "cheap"],
  note: "By the window, in the direction of travel.",
  address: { street: "Main Street 1", country: "Italy" },
  passengers: [ada, bob],
  rows: [ada, bob],
  stops: ["Vienna", "Linz"],
  baggage: [
    { kind: "case", weight: 20 },
    { kind: "bicycle", boxed: true },
  ],
  terms: true,
};

const item = (name: string, ...controls: Control[]): Control[] => [
  ["__start__", `${name}:mapping`],
  ...controls,
  ["__end__", `${name}:mapping`],
];

/** A post with nearly every field wrong. */
const wrong: Control[] = [
  ["email", "ada"],
  ["price", "much"],
  ["note", "a"],
  ["__start__", "passengers:sequence"],
  ...item("passenger", ["name", ""], ["age", "200"], ["seat", "aisle"]),
  ...item("passenger", ["name", "Bob"], ["age", "4"], ["seat", "roof"]),
  ["__end__", "passengers:sequence"],
  ["__start__", "rows:sequence"],
  ...item("row", ["name", ""], ["age", "200"], ["seat", "aisle"]),
  ["__end__", "rows:sequence"],
  ["__start__", "stops:sequence"],
  ["stop", ""],
  ["stop", "Linz"],
  ["__end__", "stops:sequence"],
  ["__start__", "baggage:sequence"],
  ...item("case", ["kind", "case"], ["weight", "90"]),
  ["__end__", "baggage:sequence"],
];

/** The same with its fields in blocks. */
const arranged = schema
  .extend({
    passengers: z
      .array(
        Passenger.meta({
          title: "Passenger",
          arrange: ["name", row(["age", "seat"]), details("Extras", ["meals"])],
        }),
      )
      .min(1)
      .meta({ orderable: true }),
  })
  .meta({
    arrange: [
      section("Your journey", [row(["from", "email"]), columns([["day", "class"], ["comfort"]])]),
      row(["quiet", "price", "note"]),
      tabs([
        section("Passengers", ["passengers", "rows"]),
        section("Baggage", ["baggage", section("Companions", ["with"])]),
        section("Stops", ["stops", details("Notes", ["words"])]),
      ]),
      details("Further details", ["address"]),
    ],
  });

/** A typical form: fields of many kinds, sections and lists. */
export const Booking = { schema, arranged, values, wrong };
