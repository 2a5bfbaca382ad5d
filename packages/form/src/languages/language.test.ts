import { describe, expect, it } from "vitest";
import { Decimal, date, datetime, money, time, wallTime } from "@turnform/schema";
import { atLeast } from "@turnform/schema/checks";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import type { Language } from "./language.ts";
import { arabic } from "./arabic.ts";
import { english } from "./english.ts";
import { german } from "./german.ts";
import { moneyInput } from "../widgets/money-input.ts";

const Order = z.object({
  count: z.number().min(1),
  price: money().meta({ widget: moneyInput({ currency: "EUR" }) }),
  when: z.date(),
  items: z.array(z.string()).max(2),
  name: z.string().refine((name) => name !== "x", "Not x"),
});
const form = createForm(Order, { buttons: [{ name: "save", title: ({ tag }) => `save in ${tag}` }] });
const inGerman = form.withLanguage(german);

describe("Form.withLanguage", () => {
  it("writes the language's tag and direction; the default language writes none", () => {
    expect(String(inGerman.render())).toMatch(/<form [^>]*lang="de" dir="ltr"/);
    expect(String(form.withLanguage(arabic).render())).toMatch(/<form [^>]*lang="ar" dir="rtl"/);
    expect(String(form.render())).not.toContain("lang=");
    expect(String(createForm(Order, { language: english }).render())).toContain('lang="en"');
  });

  it("translates buttons, labels and the texts of scripts", () => {
    const html = String(inGerman.render({ items: ["a", "b"] }));
    expect(html).toContain("save in de");
    expect(html).toContain(german.texts.remove);
    expect(html).toContain(german.texts.item);
    expect(html).toContain(`&quot;removed&quot;:&quot;${german.texts.removed}`);
    expect(String(createForm(Order, { language: german }).render())).toContain(german.texts.submit);
  });

  it("translates errors, and keeps the application's own", () => {
    const result = inGerman.validate([
      ["count", "0"],
      ["name", "x"],
    ]);
    const errors = result.kind === "invalid" ? result.error.asDict() : {};
    expect(errors["count"]).toBe(german.messages.tooSmall.replace("${val}", "0").replace("${min}", "1"));
    expect(errors["price"]).toBe(german.messages.required);
    expect(errors["name"]).toBe("Not x");
    expect(String(result.form)).toContain(german.texts.summaryTitle);
  });

  it("writes limits of files and dates as it shows such values", () => {
    const Upload = z.object({
      photo: z.file().max(100_000),
      film: z.file().min(1_048_577),
      day: date().min(new Date("2026-05-01")),
      at: datetime().max(new Date("2026-05-01T10:20:00Z")),
      opens: time().check(atLeast(wallTime("13:00"))),
    });
    const photo = new File(["x".repeat(100_001)], "frog.png");
    const errorsIn = (language: Language): unknown => {
      const result = createForm(Upload, { language }).validate([
        ["photo", photo],
        ["film", photo],
        ["day", "2026-04-30"],
        ["at", "2026-05-01T10:21:00Z"],
        ["opens", "12:59"],
      ]);
      return result.kind === "invalid" && result.error.asDict();
    };
    expect(errorsIn(english)).toEqual({
      photo: "Must be 100 kB or smaller",
      film: "Must be 1.05 MB or larger",
      day: "Must be May 1, 2026 or later",
      at: "Must be May 1, 2026 at 10:20 AM UTC or earlier",
      opens: "Must be 1:00 PM or later",
    });
    expect(errorsIn(german)).toEqual({
      photo: "Darf höchstens 100 kB groß sein",
      film: "Muss mindestens 1,05 MB groß sein",
      day: "Frühestens 1. Mai 2026",
      at: "Spätestens 1. Mai 2026 um 10:20 UTC",
      opens: "Frühestens 13:00",
    });
  });

  it("writes and reads numbers, amounts and dates in the language's notation", () => {
    const page = inGerman.render({ price: Decimal("1234.5"), count: 1234.5, when: new Date("2026-05-06") });
    expect(String(page.field("count").control)).toContain('value="1234,5"');
    expect(page.field("price").value).toBe("1.234,50");
    expect(String(page.field("price").control)).toContain("€");
    const shown = inGerman.render({ count: 1234.5, when: new Date("2026-05-06") }, { readonly: true });
    expect(String(shown)).toContain("1.234,5");
    expect(String(shown)).toContain("6. Mai 2026");
    const read = createForm(z.object({ price: money() }), { language: german }).validate([
      ["price", "1.234,56"],
    ]);
    expect(read.kind === "valid" && String(read.value.price)).toBe("1234.56");
  });

  it("names the fault of an invalid language", () => {
    const texts: Language["texts"] = Object.assign({}, german.texts, { undo: undefined });
    expect(() => form.withLanguage({ ...german, texts })).toThrow('The language "de" has no text "undo"');
    expect(() => form.withLanguage({ ...german, tag: "en_US" })).toThrow(
      'The tag "en_US" of a language is invalid',
    );
    expect(() => form.withLanguage({ ...german, tag: "de-CH" })).toThrow(
      'The language "de-CH" writes 1.5, but its numbers have the decimal sign ","',
    );
    for (const numbers of [undefined, { decimal: ".", group: "." }, { decimal: "5", group: "," }])
      expect(() => form.withLanguage(Object.assign({ ...german }, { numbers }))).toThrow(
        'The language "de" has no valid signs of numbers',
      );
    expect(() => form.withLanguage(JSON.parse('"de"'))).toThrow(
      '"de" is not a language. Pass an object such as `german`',
    );
  });

  it("uses changed texts, and returns one form for each language", () => {
    const formal = { ...german, texts: { ...german.texts, remove: "Fort damit" } };
    expect(String(form.withLanguage(formal).render({ items: ["a"] }))).toContain("Fort damit");
    expect(form.withLanguage(german)).toBe(inGerman);
  });
});
