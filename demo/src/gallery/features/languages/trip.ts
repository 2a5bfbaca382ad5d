import { checkedInput, colorInput, createForm, dateParts, moneyInput } from "@turnform/form";
import { rangeInput, selectSearch, sequence, tags, textAreaCsv, textInput, union } from "@turnform/form";
import { richText } from "@turnform/form/rich-text";
import { date, datetime, deferred, money } from "@turnform/schema";
import { z } from "zod";
import type { Words } from "./english.ts";

/** Bindings of the form: a language and its texts. */
export interface Speaker {
  readonly tag: string;
  readonly t: (id: keyof Words) => string;
}

/** Defers a text until the form is bound to a language. */
const say = (id: keyof Words): string => deferred(({ t }: Speaker) => t(id));

/** Returns countries or languages as codes with names, named and sorted in a language. */
function named(type: "region" | "language", codes: readonly string[], tag: string): [string, string][] {
  const names = new Intl.DisplayNames(tag, { type });
  const pairs = codes.map((code): [string, string] => [code, names.of(code) ?? code]);
  return pairs.toSorted(([, a], [, b]) => a.localeCompare(b, tag));
}

const Country = z.enum(["BR", "DE", "EG", "FR", "JP", "MA", "MX", "NO"]);
const LANGUAGES = ["ar", "de", "en", "es", "fr", "ja"];

const Stop = z
  .object({
    place: z.string().meta({ title: say("place") }),
    minutes: z
      .int()
      .min(5)
      .meta({ title: say("minutes") }),
  })
  .meta({ title: say("stop") });

const method = say("method");
const Card = z.object({
  method: z.literal("card").meta({ title: method }),
  number: z
    .string()
    .regex(/^\d{16}$/)
    .meta({ title: say("cardNumber") }),
});
const Transfer = z.object({
  method: z.literal("transfer").meta({ title: method }),
  iban: z
    .string()
    .min(15)
    .meta({ title: say("iban") }),
});

const Companion = z.tuple([
  z.string().meta({ title: say("companion") }),
  z.int().meta({ title: say("age") }),
]);

const Piece = z
  .object({
    content: z.string().meta({ title: say("content") }),
    weight: z
      .number()
      .max(32)
      .meta({ title: say("weight") }),
    fragile: z.boolean().meta({ title: say("fragile") }),
  })
  .meta({ title: say("piece") });

const Trip = z.object({
  name: z.string().meta({ title: say("name") }),
  email: z.email().meta({ title: say("email"), description: say("emailHelp"), widget: checkedInput() }),
  born: date().meta({ title: say("born"), widget: dateParts({ assumeY2k: false }) }),
  leaving: datetime().meta({ title: say("leaving") }),
  country: Country.meta({
    title: say("country"),
    placeholder: say("countryHint"),
    widget: deferred(({ tag }: Speaker) => selectSearch({ values: named("region", Country.options, tag) })),
  }),
  spoken: z.set(z.string().max(20)).meta({
    title: say("spoken"),
    widget: deferred(({ tag }: Speaker) => tags({ values: named("language", LANGUAGES, tag) })),
  }),
  budget: money().meta({ title: say("budget"), widget: moneyInput({ currency: "EUR" }) }),
  comfort: z
    .int()
    .min(1)
    .max(5)
    .optional()
    .meta({ title: say("comfort"), widget: rangeInput() }),
  color: z
    .string()
    .optional()
    .meta({ title: say("color"), widget: colorInput() }),
  photo: z
    .file()
    .max(500_000)
    .meta({ title: say("photo") }),
  wishes: z
    .string()
    .optional()
    .meta({ title: say("wishes"), widget: richText() }),
  days: z
    .array(
      z
        .array(Stop)
        .max(3)
        .meta({ title: say("dayOfTravel"), orderable: true }),
    )
    .min(1)
    .max(3)
    .meta({ title: say("days"), orderable: true }),
  payment: z
    .discriminatedUnion("method", [
      Card.meta({ title: say("card") }),
      Transfer.meta({ title: say("transfer") }),
    ])
    .meta({ title: say("payment"), widget: union({ choice: "radio" }) }),
  contacts: z
    .record(
      z.string().meta({ title: say("contactName") }),
      z.string().meta({ title: say("phone"), widget: textInput({ type: "tel" }) }),
    )
    .meta({ title: say("contacts") }),
  companions: z
    .array(Companion)
    .optional()
    .meta({ title: say("companions"), description: say("companionsHelp"), widget: textAreaCsv({ rows: 3 }) }),
  luggage: z
    .array(Piece)
    .meta({ title: say("luggage"), widget: sequence({ layout: "table", orderable: true }) }),
  agree: z.literal(true).meta({ title: say("agree") }),
});

export const trip = createForm(Trip, { formId: "trip", deferred: true });
