import Handlebars from "handlebars";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { FilledField } from "./filled-field.ts";
import type { FilledForm } from "./filled-form.ts";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import { widgetSamples } from "../testing/widget-samples.ts";
import type { SampleOptions } from "../testing/sample.ts";

/** Returns a form in its own markup, each field in pieces. */
const inPieces = (page: FilledForm): string =>
  [
    page.start,
    page.summary,
    page.note,
    ...Object.values(page.fields).map(
      ({ label, control, help, errorList }) => `<p>${label} ${control} ${help} ${errorList}</p>`,
    ),
    page.buttons,
    page.end,
  ].join("\n");

/** Widgets with inner fields. Their control is the whole field. */
const MADE_OF_OTHERS = /^(?:mapping|sequence|tuple|union|entries)/;

describe.each(widgetSamples)("a field in pieces: $name", (sample) => {
  const { name, values } = sample;
  const type = (options: SampleOptions) => sample.type(options);
  const form = createForm(z.object({ it: type({ prefix: "≈" }) }), { formId: "f" });

  it("posts the same as the whole field", () => {
    for (const value of values) {
      const page = form.render({ it: value });
      expect(submittedControls(inPieces(page))).toEqual(submittedControls(String(page)));
    }
  });

  it("has its label, help and errors outside of its control", () => {
    const page = form.render({ it: values[0] }).withErrors({ it: "Wrong" });
    const { it: field } = page.fields;
    const control = pageOf(String(field?.control));
    expect(control.querySelector(`[id='${field?.id}']`) ?? control.querySelector("input")).not.toBeNull();
    expect(field?.errors).toEqual(["Wrong"]);
    expect(String(field?.errorList)).toContain("Wrong");
    if (MADE_OF_OTHERS.test(name)) return;
    expect(String(field?.control)).not.toContain("Wrong");
    expect(control.querySelector("[id='f-it:label']")).toBeNull();
    const label = (html: unknown) =>
      (pageOf(String(html)).querySelector("[id='f-it:label']")?.textContent ?? "")
        .replaceAll(/\s+/g, " ")
        .trim();
    expect(label(field?.label)).not.toBe("");
    expect(label(field?.label)).toBe(label(field));
  });
});

describe("FilledForm.field", () => {
  const Order = z.object({
    name: z.string().meta({ title: "Your name", description: "In full" }),
    address: z.object({ street: z.string(), city: z.string().default("Bern") }),
    lines: z.array(z.object({ article: z.string(), count: z.int() }).meta({ title: "Line" })).min(1),
    pair: z.tuple([z.string(), z.object({ a: z.string() })]),
  });
  const form = createForm(Order, { formId: "order" });

  it("has the properties of the field", () => {
    const { name } = form.render({ name: "Ann" }).withErrors({ name: ["Taken", "Too short"] }).fields;
    expect(name).toMatchObject({
      id: "order-name",
      name: "name",
      title: "Your name",
      description: "In full",
      required: true,
      value: "Ann",
      errors: ["Taken", "Too short"],
    });
    expect(String(name?.help)).toContain("In full");
  });

  it("finds fields at any depth, which post the same as the whole form", () => {
    const data = {
      name: "Ann",
      address: { street: "Main Street", city: "Bern" },
      lines: [
        { article: "nut", count: 3 },
        { article: "bolt", count: 4 },
      ],
      pair: ["x", { a: "y" }] as const,
    };
    const page = form.render(data);
    expect(page.field("lines.1.article").value).toBe("bolt");
    const leaf = (field: FilledField): string => `${field.label}${field.control}`;
    const whole = ({ start, fields, end }: FilledField): string =>
      [start, ...Object.values(fields).map(leaf), end].join("");
    const list = ({ start, items, end }: FilledField): string =>
      [
        start,
        ...items.map((item) => (Object.keys(item.fields).length > 0 ? whole(item) : leaf(item))),
        end,
      ].join("");
    const html = [
      page.start,
      page.fields["name"],
      whole(page.field("address")),
      list(page.field("lines")),
      list(page.field("pair")),
      page.end,
    ].join("");
    expect(form.validate(submittedControls(html))).toMatchObject({ kind: "valid", value: data });
  });

  it("shows a record as its entries, whose values have their own paths", () => {
    const prices = createForm(
      z.object({
        of: z.record(z.string(), z.number()),
        moods: z.partialRecord(z.enum(["a", "b"]), z.string()),
      }),
    );
    const data = { of: { nut: 1, bolt: 2 }, moods: { a: "x", b: "y" } };
    const page = prices.render(data);
    expect(page.field("of.bolt").value).toBe("2");
    const entry = ({ start, items, end }: FilledField): string => [start, ...items, end].join("");
    const list = ({ start, items, end }: FilledField): string => [start, ...items.map(entry), end].join("");
    const html = [page.start, list(page.field("of")), list(page.field("moods")), page.end].join("");
    expect(prices.validate(submittedControls(html))).toMatchObject({ kind: "valid", value: data });
  });

  it("makes each piece once, so that loops by index are not slower", () => {
    const page = form.render({ lines: [{ article: "nut", count: 1 }] });
    const lines = page.field("lines");
    expect(lines.items[0]?.fields["article"]).toBe(lines.items[0]?.fields["article"]);
    expect(page.fields["lines"]?.items).toBe(page.fields["lines"]?.items);
  });

  it("has named fields only in mappings and the chosen case of a union", () => {
    const Shape = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("circle"), radius: z.number() }),
      z.object({ kind: z.literal("dot") }),
    ]);
    const shapes = createForm(z.object({ shape: Shape, list: z.array(z.string()) }));
    const { shape, list } = shapes.render({ shape: { kind: "circle", radius: 1 }, list: ["a"] }).fields;
    expect(Object.keys(shape?.fields ?? {})).toEqual(["kind", "radius"]);
    expect(Object.keys(list?.fields ?? {})).toEqual([]);
  });

  it("is an empty text without content, so that templates can test it", () => {
    const page = form.render();
    expect([page.summary, page.notice, page.field("pair").help, page.fields["name"]?.errorList]).toEqual([
      "",
      "",
      "",
      "",
    ]);
  });

  it("shows the required items of a list", () => {
    expect(
      form
        .render()
        .field("lines")
        .items.map(({ id, title }) => [id, title]),
    ).toEqual([["order-lines-0", "Line"]]);
  });

  it("refuses a path without a field", () => {
    // @ts-expect-error -- no such field
    expect(() => form.render().field("address.zip")).toThrow(
      'The form "order" has no field at "address.zip". "address" has "street", "city".',
    );
    const priced = createForm(z.object({ of: z.record(z.string(), z.int()) }), { formId: "priced" });
    expect(() => priced.render({ of: { bolt: 1 } }).field("of.nut")).toThrow(
      'The page of form "priced" has no field at "of.nut"',
    );
  });
});

describe("the pieces of a form", () => {
  it("are own properties, for template engines that read only those", () => {
    const form = createForm(z.object({ name: z.string() }), { formId: "f" });
    const view = Handlebars.compile(
      "{{form.start}}{{form.fields.name.control}}{{#with form}}{{buttons}}{{end}}{{/with}}",
    );
    const page = form.render({ name: "<Ann>" });
    expect(view({ form: page })).toBe(
      `${page.start}${page.fields["name"]?.control}${page.buttons}${page.end}`,
    );
    expect(submittedControls(view({ form: page }))).toContainEqual(["name", "<Ann>"]);
  });
});
