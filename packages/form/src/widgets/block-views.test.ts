import type { Control } from "@turnform/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { type Block, columns, details, row, section, tabs } from "../field/arrangement.ts";
import { path } from "../field/paths.ts";
import { arabic } from "../languages/arabic.ts";
import { english } from "../languages/english.ts";
import { french } from "../languages/french.ts";
import { german } from "../languages/german.ts";
import { japanese } from "../languages/japanese.ts";
import { spanish } from "../languages/spanish.ts";
import { submittedControls } from "../testing/submitted.ts";
import { sequence } from "./sequence.ts";

const Size = z.discriminatedUnion("kind", [
  z
    .object({ kind: z.literal("box"), width: z.int(), height: z.int() })
    .meta({ arrange: [section("Measures", [row(["height", "width"])])] }),
  z.object({ kind: z.literal("ball"), radius: z.int() }),
]);
const Item = z.object({
  word: z.string(),
  price: z.int().meta({ widget: { readonly: true } }),
  tags: z.array(z.string()),
});
const Order = z.object({
  name: z.string(),
  token: z.string().meta({ widget: { hidden: true } }),
  gift: z.boolean(),
  size: Size,
  fee: z.int().meta({ widget: { readonly: true } }),
  place: z.object({ street: z.string(), city: z.string() }).optional(),
  items: z.array(Item.meta({ arrange: [row(["tags", "word"])] })).meta({ orderable: true }),
  rows: z
    .array(z.object({ a: z.string(), b: z.string() }).meta({ arrange: [section("B first", ["b"])] }))
    .meta({ widget: sequence({ layout: "table" }) }),
});
const order: z.output<typeof Order> = {
  name: "Ann",
  token: "t",
  gift: true,
  size: { kind: "box", width: 1, height: 2 },
  fee: 5,
  place: { street: "Main Street", city: "Oslo" },
  items: [
    { word: "one", price: 7, tags: ["x", "y"] },
    { word: "two", price: 8, tags: [] },
  ],
  rows: [{ a: "1", b: "2" }],
};

/** Each run makes a form. */
const RUNS = { numRuns: 30 };

/** Arranges names in any order, in any nesting of blocks. */
const arrangements = fc
  .shuffledSubarray(Object.keys(Order.shape))
  .chain((names) =>
    fc.tuple(fc.constant(names), fc.array(fc.nat(5), { minLength: names.length, maxLength: names.length })),
  )
  .map(([names, shapes]) =>
    names.reduce<readonly (Block | ReturnType<typeof path>)[]>((content, name, index) => {
      const given = path(name);
      switch (shapes[index]) {
        case 0:
          return [...content, row([given])];
        case 1:
          return [section("All", [...content, given])];
        case 2:
          return [columns([content, [given]])];
        case 3:
          return [tabs([section("Before", content), section("Now", [given])])];
        case 4:
          return [details("More", [given, ...content])];
        default:
          return [...content, given];
      }
    }, []),
  );

describe("an arrangement", () => {
  it("changes no value of a post", () => {
    fc.assert(
      fc.property(arrangements, (arrange) => {
        const form = createForm(Order, { formId: "order", arrange });
        const posted = submittedControls(String(form.render(order)));
        const result = form.validate(posted, order);
        expect(result).toMatchObject({ kind: "valid", value: order });
      }),
      RUNS,
    );
  });

  it("changes no error, and lists errors in the order of the page", () => {
    fc.assert(
      fc.property(arrangements, (arrange) => {
        const form = createForm(Order, { formId: "order", arrange });
        const posted = submittedControls(String(form.render(order))).map(([name, value]): Control =>
          ["name", "street", "word", "width", "height", "a", "b"].includes(name) ? [name, ""] : [name, value],
        );
        const result = form.validate(posted, order);
        if (result.kind !== "invalid") throw new Error(result.kind);
        expect(result.error.asDict()).toEqual({
          name: "Required",
          "size.height": "Required",
          "size.width": "Required",
          "place.street": "Required",
          "items.0.word": "Required",
          "items.1.word": "Required",
          "rows.0.a": "Required",
          "rows.0.b": "Required",
        });
        const html = String(result.form);
        const links = [...html.matchAll(/<a href="#([^"]+)"/g)].map(([, id]) => html.indexOf(` id="${id}"`));
        expect(links).toHaveLength(8);
        expect(links).toEqual(links.toSorted((a, b) => a - b));
      }),
      RUNS,
    );
  });

  it("keeps edits without JavaScript", () => {
    fc.assert(
      fc.property(arrangements, (arrange) => {
        const form = createForm(Order, { formId: "order", arrange });
        const posted = submittedControls(String(form.render(order)), "order-items-0:down");
        const edited = form.validate(posted, order);
        expect(edited.kind).toBe("edited");
        const result = form.validate(submittedControls(String(edited.form)), order);
        expect(result).toMatchObject({ kind: "valid", value: { ...order, items: order.items.toReversed() } });
      }),
      RUNS,
    );
  });

  it("draws the same page in chunks", async () => {
    const form = createForm(Order, {
      arrange: [tabs([section("All", ["items", section("Size", ["size"])])])],
    });
    const page = form.render({ ...order, items: Array.from({ length: 200 }, () => order.items[0] ?? {}) });
    const chunks = [...page.chunks()];
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks.join("")).toBe(String(page));
  });
});

describe("blocks", () => {
  const idsIn = (html: string): string[] => [...html.matchAll(/ id="([\w-]+)"/g)].map(([, id]) => id ?? "");

  it("hold the fields of a union's case, after its tag", () => {
    const { control } = createForm(Order, { formId: "o" }).render(order).field("size");
    expect(
      idsIn(String(control))
        .filter((id) => /kind|width|height/.test(id))
        .slice(0, 3),
    ).toEqual(["o-size-kind", "o-size-height", "o-size-width"]);
    expect(String(control)).toContain("Measures");
  });

  it("are only an order of columns in a table", () => {
    const rows = String(createForm(Order, { formId: "o" }).render(order).field("rows"));
    expect([...rows.matchAll(/<th scope="col">(\w)/g)].map(([, label]) => label)).toEqual(["B", "A"]);
    expect(idsIn(rows).filter((id) => /-0-/.test(id))).toEqual(["o-rows-0-b", "o-rows-0-a"]);
    expect(rows).not.toContain("B first");
  });

  it("have a name of their own in each item, and in each group of one type", () => {
    const Place = z
      .object({ city: z.string() })
      .meta({ arrange: [section("Where", ["city"]), details("More", []), tabs([section("Tab", [])])] });
    const Trip = z.object({ start: Place, end: Place, stops: z.array(Place.meta({ title: "Stop" })) });
    const page = createForm(Trip, { formId: "t" }).render({ stops: [{ city: "Oslo" }] });
    const namesIn = (html: unknown): (string | undefined)[] =>
      [...String(html).matchAll(/aria-labelledby="(\S+-label[^"]*)"/g)].map(([, names]) => names);
    expect(namesIn(page.field("stops").items[0])).toEqual([
      "t-stops-0:block-1-label t-stops-0:of",
      "t-stops-0:block-2-label t-stops-0:of",
      "t-stops-0:block-2-label t-stops-0:of",
      "t-stops-0:block-4-label t-stops-0:of",
    ]);
    expect(namesIn(page.field("end"))[0]).toBe("t-end:block-1-label t-end:of");
    expect(String(page.field("end"))).toContain(' id="t-end:of" hidden>of End<');
  });

  it("are left out with their optional group", () => {
    const Place = z.object({ street: z.string() }).meta({ arrange: [section("Where", ["street"])] });
    const form = createForm(z.object({ place: Place.optional() }));
    expect(String(form.render({}, { readonly: true }))).not.toContain("Where");
    const posted = submittedControls(String(form.render({})));
    expect(form.validate(posted)).toMatchObject({ kind: "valid", value: {} });
  });

  it("show values on a page without controls", () => {
    const form = createForm(Order, { arrange: [tabs([section("One", ["name"]), section("Two", ["gift"])])] });
    const html = String(form.render(order, { readonly: true }));
    expect(html).toMatch(/One[^]*Ann[^]*Two[^]*Yes/);
    expect(html).not.toContain('<input type="text"');
  });

  it("give the focus to the first field of the page", () => {
    const Place = z.object({ street: z.string(), city: z.string() }).meta({ arrange: ["city"] });
    const form = createForm(z.object({ places: z.array(Place) }), { formId: "f" });
    const posted: Control[] = [
      ["__start__", "places:sequence"],
      ["__edit__", "add"],
      ["__end__", "places:sequence"],
    ];
    expect(String(form.validate(posted).form)).toMatch(/id="f-places-0-city"[^>]* autofocus/);
  });

  it("are drawn by an application's template", () => {
    const form = createForm(Order, {
      arrange: [section("Who", ["name"], { cssClass: "wide" })],
      templates: {
        "block-section": ({ label, cssClass, children }) => `[${label} ${cssClass} ${children.length}]`,
      },
    });
    expect(String(form.render())).toContain("[Who wide 1]");
  });

  it("are pieces of the form, and of an object", () => {
    const Place = z.object({ street: z.string(), city: z.string() }).meta({ arrange: [row(["city"])] });
    const page = createForm(z.object({ name: z.string(), place: Place }), {
      arrange: ["place", section("Who", ["name"])],
    }).render();
    expect(page.content.map((piece) => /place|Who/.exec(String(piece))?.[0])).toEqual(["place", "Who"]);
    expect(page.field("place").content.map(String)).toEqual([
      expect.stringContaining("tf-block-row"),
      String(page.field("place.street")),
    ]);
    expect(page.field("name").content).toEqual([]);
  });
});

describe("details and tabs", () => {
  const form = createForm(z.object({ a: z.string().optional(), b: z.string(), c: z.array(z.string()) }), {
    formId: "f",
    arrange: [
      details("More", ["a"]),
      tabs([section("One", ["b"]), section("Two", [details("Inner", ["c"], { open: true })])]),
    ],
  });
  const detailsIn = (html: string): boolean[] =>
    [...html.matchAll(/<details[^>]*>/g)].map(([tag]) => tag.includes(" open"));
  const panels = (html: string): string[] =>
    [...html.matchAll(/data-tf-panel(?:="(\w+)")?/g)].map(([, open]) => open ?? "");

  it("are closed, except the first tab", () => {
    const html = String(form.render({ b: "b" }));
    expect([detailsIn(html), panels(html)]).toEqual([
      [false, true],
      ["open", ""],
    ]);
  });

  it("open with an error, and count all errors inside", () => {
    const page = form.render({ b: "b" }).withErrors({ a: ["No", "Not"], "c.0": "Bad" });
    const html = String(page);
    expect([detailsIn(html), panels(html)]).toEqual([
      [true, true],
      ["", "open"],
    ]);
    expect([...html.matchAll(/error-count">([^<]*)/g)].map(([, text]) => text)).toEqual([
      "Errors: 2",
      "Errors: 1",
      "Errors: 1",
    ]);
  });

  it("open with the focus", () => {
    const posted: Control[] = [
      ["b", "b"],
      ["__start__", "c:sequence"],
      ["__edit__", "add"],
      ["__end__", "c:sequence"],
    ];
    expect(panels(String(form.validate(posted).form))).toEqual(["", "open"]);
  });

  it("open with an empty required field", () => {
    const More = z.object({ a: z.string(), b: z.string() });
    const more = createForm(More, { arrange: [details("A", ["a"]), details("B", ["b"])] });
    expect(detailsIn(String(more.render({ b: "b" })))).toEqual([true, false]);
  });

  it.each([
    [english, "Errors: 1"],
    [german, "Fehler: 1"],
    [french, "Erreurs\u202f: 1"],
    [spanish, "Errores: 1"],
    [japanese, "エラー：1"],
    [arabic, "الأخطاء: \u20681\u2069"],
  ])("count errors in words, %#", (language, text) => {
    const page = form.withLanguage(language).render({ b: "b" }).withErrors({ a: "No" });
    expect(String(page)).toContain(`>${text}</span>`);
  });

  it("load their files only if they are used", () => {
    const names = (arrange: readonly Block[]): string[] =>
      createForm(z.object({ a: z.string() }), { arrange })
        .resources()
        .map(({ name }) => name)
        .slice(2);
    expect(names([row([path("a")])])).toEqual(["turnform-blocks.css"]);
    expect(names([tabs([section("A", [path("a")])])])).toEqual(["turnform-blocks.css", "turnform-tabs.js"]);
    expect(createForm(z.object({ a: z.string() })).resources()).toHaveLength(2);
  });
});
