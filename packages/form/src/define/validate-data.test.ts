import { money, schema } from "@turnform/schema";
import { dependsOn, shownWhen, when } from "@turnform/schema/conditions";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { german } from "../languages/german.ts";
import { everyField } from "../testing/every-field.ts";
import { filledIn, hands } from "../testing/fill-in.ts";
import { isShownAgain } from "../testing/posted-again.ts";
import { submittedControls } from "../testing/submitted.ts";
import { numberInput } from "../widgets/number-input.ts";
import { richText } from "../widgets/rich-text.ts";
import { select } from "../widgets/select.ts";
import { createForm } from "./form.ts";
import type { Form, FormSchema } from "./form-interface.ts";

/** Fields that a page shows again and JSON can hold. */
const fields = everyField.filter(({ name }) => isShownAgain(name) && !/file/i.test(name));

/** Returns the texts of a value as JSON, without the controls for the options of unions. */
function asJSON(type: z.ZodType, value: unknown): unknown {
  const text = JSON.stringify(schema(type).serialize(value), (name, part: unknown) =>
    name.startsWith("__option__") ? undefined : part,
  );
  return JSON.parse(text);
}

function outcome(result: ReturnType<Form<FormSchema>["validateData"]>): unknown {
  return result.kind === "valid" ? result.value : Object.values(result.error.asDict());
}

describe.each(fields)("validateData() of $name", ({ type }) => {
  const Data = z.object({ it: type });
  const form = createForm(Data, { language: german });

  it("gives what a post of the same value gives", () => {
    fc.assert(
      fc.property(hands, (hand) => {
        const first = form.validate(submittedControls(filledIn(String(form.render()), hand)));
        if (first.kind !== "valid") return;
        const posted = form.validate(submittedControls(String(form.render(first.value))));
        if (posted.kind !== "valid" && posted.kind !== "invalid") throw new Error(posted.kind);
        expect(outcome(form.validateData(asJSON(Data, first.value)))).toEqual(outcome(posted));
      }),
      { numRuns: 5 },
    );
  });

  it("never throws, whatever the data are", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (it) => {
        expect(form.validateData({ it }).kind).toMatch(/^(?:in)?valid$/);
      }),
      { numRuns: 5 },
    );
  });
});

/** Returns the value of valid data, or the messages by path. */
function judge(type: FormSchema, data: unknown, current?: object): unknown {
  const result = createForm(type, { language: german }).validateData(data, current);
  return result.kind === "valid" ? result.value : result.error.asDict();
}

describe("validateData()", () => {
  it("takes numbers and texts in the notation of JSON, whatever the form's language", () => {
    const Price = z.object({ net: money(), rate: z.number().meta({ widget: numberInput() }) });
    expect(judge(Price, { net: "1234.50", rate: 1.5 })).toMatchObject({ rate: 1.5 });
    expect(String(Reflect.get(Object(judge(Price, { net: 2.5, rate: "1.5" })), "net"))).toBe("2.50");
    expect(judge(Price, { net: "1", rate: "1,5" })).toEqual({ rate: "„1,5“ ist keine Zahl" });
  });

  it("refuses values of another type, at their paths", () => {
    const Order = z.object({ name: z.string(), rows: z.array(z.object({ n: z.int(), on: z.boolean() })) });
    expect(Object.keys(Object(judge(Order, { name: 5, rows: [{ n: [1], on: false }, 7] })))).toEqual([
      "name",
      "rows.0.n",
      "rows.1",
    ]);
    expect(judge(Order, [])).toHaveProperty([""]);
    expect(judge(Order, "x")).toHaveProperty([""]);
  });

  it("reads null as a missing value", () => {
    const Any = z.object({
      a: z.string().optional(),
      b: z.string().nullable(),
      c: z.object({ x: z.string() }).nullish(),
      d: z.object({ x: z.string() }).optional(),
      e: z.string(),
      f: z.int().default(3),
    });
    expect(judge(Any, { a: null, b: null, c: null, d: null, e: null, f: null })).toEqual({
      e: "Pflichtangabe",
    });
    expect(judge(Any, { b: null, c: null, d: null, e: "x", f: null })).toEqual({
      b: null,
      c: null,
      e: "x",
      f: 3,
    });
    expect(judge(Any, { e: "x" })).toEqual({ b: null, e: "x", f: 3 });
  });

  it("cleans texts as a post does", () => {
    const Note = z.object({
      title: z.string(),
      html: z.record(z.string(), z.string().meta({ widget: richText() })),
    });
    const html = { "a.b": "<p onclick=evil()>Hi</p><script>evil()</script>", __proto__x: "<img src=x>b" };
    expect(judge(Note, { title: " A\r\nB ", html })).toEqual({
      title: "A\nB",
      html: { "a.b": "<p>Hi</p>", __proto__x: "b" },
    });
  });

  it("reports errors in records at their keys", () => {
    const Stock = z.object({ fruits: z.record(z.string().max(5), z.object({ n: z.array(z.int()) })) });
    expect(judge(Stock, { fruits: { apple: { n: [1, "x"] }, bananas: { n: [] } } })).toEqual({
      "fruits.apple.n.1": "„x“ ist keine Zahl",
      "fruits.bananas": "Bitte geben Sie höchstens 5 Zeichen ein",
    });
  });

  it("keeps the current values of fields that can't be edited", () => {
    const Row = z.object({
      id: z
        .int()
        .meta({ widget: { readonly: true } })
        .default(0),
      price: z
        .int()
        .default(9)
        .meta({ widget: { disabled: true } }),
      n: z.int(),
    });
    const List = z.object({
      owner: z
        .string()
        .default("nobody")
        .meta({ widget: { readonly: true } }),
      rows: z.array(Row),
    });
    const current = {
      owner: "Ann",
      rows: [
        { id: 1, price: 10, n: 0 },
        { id: 2, price: 20, n: 0 },
      ],
    };
    const rows = [{ id: 2, price: 0, n: 5 }, { id: 3, price: 0, n: 6 }, { n: 7 }];
    expect(judge(List, { owner: "Eve", rows }, current)).toEqual({
      owner: "Ann",
      rows: [
        { id: 2, price: 20, n: 5 },
        { id: 0, price: 9, n: 6 },
        { id: 0, price: 9, n: 7 },
      ],
    });
  });

  it("neither checks hidden fields nor reads computed ones", () => {
    const Person = z.object({
      kind: z.enum(["person", "company"]),
      vat: shownWhen(when("kind").is("company"), z.string().min(5)),
      label: z.string().meta({ computed: ({ kind }) => `A ${String(kind)}` }),
    });
    expect(judge(Person, { kind: "person", vat: "1", label: "x" })).toEqual({
      kind: "person",
      label: "A person",
    });
    expect(judge(Person, { kind: "company", vat: "1" })).toEqual({
      vat: "Bitte geben Sie mindestens 5 Zeichen ein",
    });
  });

  it("refuses choices that are not offered, also if they depend on other fields", () => {
    const Place = z.object({
      size: z.int().meta({
        widget: select({
          values: [
            ["1", "Small"],
            ["2", "Large"],
          ],
        }),
      }),
      country: z.enum(["ch", "de"]),
      city: z.string().meta({
        widget: select({
          values: dependsOn(["country"], ({ country }) => [country === "ch" ? "Bern" : "Berlin"]),
        }),
      }),
    });
    expect(judge(Place, { size: 2, country: "ch", city: "Bern" })).toEqual({
      size: 2,
      country: "ch",
      city: "Bern",
    });
    expect(Object.keys(Object(judge(Place, { size: 3, country: "ch", city: "Berlin" })))).toEqual([
      "size",
      "city",
    ]);
  });

  it("chooses the option of a union as a page does", () => {
    const Shape = z.object({
      it: z.union([z.object({ a: z.string() }), z.object({ a: z.string(), b: z.date() })]),
      by: z.discriminatedUnion("kind", [
        z.object({ kind: z.literal(1), n: z.int() }),
        z.object({ kind: z.literal(true), s: z.string() }),
      ]),
    });
    const b = "2020-05-06";
    expect(judge(Shape, { it: { a: " x", b }, by: { kind: 1, n: 2 } })).toEqual({
      it: { a: "x", b: new Date(b) },
      by: { kind: 1, n: 2 },
    });
    expect(judge(Shape, { it: { a: "x" }, by: { kind: true, s: " y" } })).toEqual({
      it: { a: "x" },
      by: { kind: true, s: "y" },
    });
    expect(judge(Shape, { it: { b: "z" }, by: { kind: 5 } })).toHaveProperty(["it.b"]);
  });

  it("tells the changed paths, and equal typed values for equal data", () => {
    const form = createForm(z.object({ name: z.string(), n: z.int() }));
    const [one, two] = [
      { name: "Ann", n: 2 },
      { n: "2", name: " Ann ", more: 1 },
    ].map((data) => form.validateData(data, { name: "Ann", n: 1 }));
    expect(one).toMatchObject({ kind: "valid", changed: ["n"] });
    expect(one && "typed" in one && one.typed).toEqual(two && "typed" in two && two.typed);
  });

  it("refuses data nested too deep, without recursion", () => {
    const Tree = z.object({
      get inner() {
        return z.array(Tree).optional();
      },
    });
    const deep = JSON.parse(`${'{"inner":['.repeat(100_000)}${"]}".repeat(100_000)}`);
    expect(judge(Tree, deep)).toEqual({ "": "Zu tief verschachtelt. Höchstzahl der Ebenen: 100" });
  });

  it("makes no prototypes from names", () => {
    const data: unknown = JSON.parse(
      '{"__proto__":{"polluted":1},"a":{"__proto__":{"polluted":1},"constructor":{"b":1}}}',
    );
    expect(judge(z.looseObject({ a: z.looseObject({}) }), data)).not.toHaveProperty("polluted");
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

describe("validateDataAsync()", () => {
  it("waits for asynchronous refinements and promised choices", async () => {
    const form = createForm(
      z.object({
        name: z.string().refine(async (name) => name !== "Eve", "Taken"),
        country: z.string(),
        city: z.string().meta({
          widget: select({
            values: dependsOn(["country"], async ({ country }) => [`${String(country)}-city`]),
          }),
        }),
      }),
    );
    expect(await form.validateDataAsync({ name: "Ann", country: "ch", city: "ch-city" })).toMatchObject({
      kind: "valid",
    });
    const result = await form.validateDataAsync({ name: "Eve", country: "ch", city: "x" });
    expect(result.kind === "invalid" && Object.keys(result.error.asDict())).toEqual(["name", "city"]);
  });
});

describe("a value of another type", () => {
  const form = createForm(
    z.object({
      number: z.number().optional(),
      count: z.int().default(7),
      text: z.string().optional(),
      tick: z.boolean().optional(),
      price: money().optional(),
      kind: z.enum(["a", "b"]).optional(),
      big: z.bigint().optional(),
      either: z.union([z.number(), z.string()]).optional(),
      days: z.array(z.number()).optional(),
    }),
  );
  const refused: Readonly<Record<string, readonly unknown[]>> = {
    number: [true, false, [], {}, [1]],
    count: [true, false, [], {}],
    text: [true, false, 0, 1, [], {}],
    tick: [0, 1, [], {}],
    price: [true, false, [], {}],
    kind: [true, false, 0, [], {}],
    big: [true, false, [], {}],
    either: [true, false, [], {}],
    days: [true, 0, "", {}],
  };

  it.each(Object.entries(refused).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    "is refused: %s %j",
    (name, value) => {
      const result = form.validateData({ [name]: value });
      expect(result.kind === "invalid" && Object.keys(result.error.asDict())).toEqual([name]);
    },
  );

  it("is refused in lists", () => {
    const result = form.validateData({ days: [1, true, []] });
    expect(result.kind === "invalid" && Object.keys(result.error.asDict())).toEqual(["days.1", "days.2"]);
  });

  it("is not one that the type knows", () => {
    const result = form.validateData({
      number: 0,
      count: 0,
      tick: false,
      price: 0,
      big: 0,
      either: 0,
      days: [0],
    });
    expect(result.kind === "valid" && { ...result.value, price: String(result.value.price) }).toEqual({
      number: 0,
      count: 0,
      tick: false,
      price: "0.00",
      big: 0n,
      either: 0,
      days: [0],
    });
  });
});
