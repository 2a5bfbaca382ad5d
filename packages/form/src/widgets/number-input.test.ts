import { Decimal, decimal } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { arabic } from "../languages/arabic.ts";
import { english } from "../languages/english.ts";
import { french } from "../languages/french.ts";
import { german } from "../languages/german.ts";
import { japanese } from "../languages/japanese.ts";
import { spanish } from "../languages/spanish.ts";
import { attributesOf, oneField } from "../testing/one-field.ts";
import { pageOf } from "../testing/page.ts";
import { numberInput } from "./number-input.ts";

const languages = [arabic, english, french, german, japanese, spanish];
const widget = numberInput();
const Numbers = z.object({
  price: z.number().meta({ widget }),
  exact: decimal(),
  count: z.int(),
  large: z.bigint(),
});
const form = createForm(Numbers, { formId: "f" });

describe("numberInput", () => {
  it("is a text input for numbers, with a title for the limits", () => {
    const names = ["type", "min", "max", "step", "inputmode", "title"];
    expect(attributesOf(oneField(z.int().min(0).max(1000)).page(), "#f-it", ...names)).toEqual({
      type: "text",
      min: null,
      max: null,
      step: null,
      inputmode: "numeric",
      title: "0 to 1,000",
    });
    const titleOf = (type: z.ZodType) => attributesOf(oneField(type).page(), "#f-it", "title")["title"];
    expect([z.number().min(0.5), z.number().max(5), z.number()].map(titleOf)).toEqual([
      "0.5 or more",
      "5 or less",
      null,
    ]);
    const own = z
      .int()
      .min(1)
      .meta({ widget: { attributes: { title: "Years" } } });
    expect(titleOf(own)).toBe("Years");
  });

  it("shows and reads every typed number", () => {
    const page = pageOf(
      String(form.withLanguage(german).render({ price: 1.5, exact: Decimal("2.50"), count: -3, large: 4n })),
    );
    const ids = ["price", "exact", "count", "large"];
    expect(ids.map((id) => attributesOf(page, `#f-${id}`, "value", "inputmode"))).toEqual([
      { value: "1,5", inputmode: "decimal" },
      { value: "2,50", inputmode: "decimal" },
      { value: "-3", inputmode: "decimal" },
      { value: "4", inputmode: "decimal" },
    ]);
  });

  it("has `autocomplete`", () => {
    const type = z.number().meta({ widget: numberInput({ autocomplete: "transaction-amount" }) });
    expect(attributesOf(oneField(type).page(), "#f-it", "autocomplete")).toEqual({
      autocomplete: "transaction-amount",
    });
  });

  it.each(languages.map((language) => [language.tag, language] as const))(
    "reads its own output in %s, to the last digit",
    (_, language) => {
      const inLanguage = form.withLanguage(language);
      const data = {
        price: 0.1 + 0.2,
        exact: Decimal("-9007199254740993.000000000000000000010"),
        count: 9007199254740991,
        large: 123456789012345678901234567890n,
      };
      const page = pageOf(String(inLanguage.render(data)));
      const controls = Object.keys(data).map((name): [string, string] => [
        name,
        String(attributesOf(page, `#f-${name}`, "value")["value"]),
      ]);
      const result = inLanguage.validate(controls);
      expect(result.kind === "valid" && { ...result.value, exact: String(result.value.exact) }).toEqual({
        ...data,
        exact: String(data.exact),
      });
    },
  );

  it("reads the notation of the form's language", () => {
    const read = (language: typeof german, price: string) => {
      const result = createForm(Numbers.pick({ price: true }), { language }).validate([["price", price]]);
      return result.kind === "valid" ? result.value.price : undefined;
    };
    expect([german, spanish, french].map((language) => read(language, "1,5"))).toEqual([1.5, 1.5, 1.5]);
    expect(["1.5", "1.234,5", "1.234"].map((text) => read(german, text))).toEqual([1.5, 1234.5, 1234]);
    expect(["1,5", "1.5", "1,234.5", "1.234"].map((text) => read(english, text))).toEqual([
      undefined,
      1.5,
      1234.5,
      1.234,
    ]);
    expect(read(arabic, "١٬٢٣٤٫٥")).toBe(1234.5);
    expect(read(japanese, "１，２３４．５")).toBe(1234.5);
  });

  it("shows an invalid number again, and tells how to write one", () => {
    const { errors, page } = oneField(z.number()).post(["it", "1,5"]);
    expect(errors).toEqual(['"1,5" is not a number. Write it like 1234.5']);
    expect(attributesOf(page, "#f-it", "value")).toEqual({ value: "1,5" });
    expect(oneField(z.int()).post(["it", "1,5"]).errors).toEqual([
      '"1,5" is not a number. Write it like 1234',
    ]);
    const result = form.withLanguage(german).validate([["price", "1,234.5"]]);
    expect(result.kind === "invalid" && result.error.asDict()["price"]).toBe(
      "„1,234.5“ ist keine Zahl. So wird sie geschrieben: 1234,5",
    );
    expect(result.form.field("price").value).toBe("1,234.5");
  });

  it("keeps a message of the schema", () => {
    expect(oneField(z.number("How many?")).post(["it", "x"]).errors).toEqual(["How many?"]);
    const either = z.union([z.int(), z.literal("auto")], "A number or auto").meta({ widget: numberInput() });
    expect(oneField(either).post(["it", "x"]).errors).toEqual(["A number or auto"]);
  });

  it("leaves texts that the schema accepts to the schema", () => {
    const wire = {
      decode: (text: string) => (/^\d+:\d\d$/.test(text) ? Number(text.replace(":", ".")) : text),
      encode: (value: number) => String(value).replace(".", ":"),
    };
    const own = oneField(z.number().meta({ wire }));
    expect(own.post(["it", "1:25"]).value).toBe(1.25);
    expect(own.post(["it", "1;25"]).errors).toEqual(['"1;25" is not a number. Write it like 1234.5']);
    const commas = z.preprocess((text) => String(text).replace(",", "."), z.number());
    expect(oneField(commas).post(["it", "1,5"]).value).toBe(1.5);
  });

  it("keeps long numbers complete", () => {
    const digits = "1".repeat(100_000);
    expect(oneField(z.number()).post(["it", `${digits},x`]).errors).toHaveLength(1);
    expect(oneField(z.bigint()).post(["it", digits]).errors).toHaveLength(1);
  });

  it("shows a readonly number in words", () => {
    expect(oneField(z.number()).words(1234567.25)).toBe("1,234,567.25");
    const year = z.int().meta({ widget: numberInput({ format: { useGrouping: false } }) });
    expect(oneField(year).words(2026)).toBe("2026");
  });
});
