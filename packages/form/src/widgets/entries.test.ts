import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import { entries } from "./entries.ts";

const Prices = z.record(z.string().min(2).meta({ title: "Fruit" }), z.number().min(0));
const form = createForm(z.object({ prices: Prices }), { formId: "f" });

/** Returns the controls that a page with these pairs posts. */
const posted = (pairs: readonly (readonly [string, string])[]) => [
  ["__start__", "prices:sequence"] as const,
  ...pairs.flatMap(
    ([key, value]) =>
      [
        ["__start__", "entry:sequence"],
        ["key", key],
        ["value", value],
        ["__end__", "entry:sequence"],
      ] as const,
  ),
  ["__end__", "prices:sequence"] as const,
];

const errors = (pairs: readonly (readonly [string, string])[]) =>
  form.validate(posted(pairs)).form.error?.asDict();

const texts = (page: unknown, selector: string) =>
  [...pageOf(String(page)).querySelectorAll(selector)]
    .filter((each) => !each.closest("template"))
    .map(({ textContent }) => textContent?.trim());

describe("entries", () => {
  it("shows a record as keys and values", () => {
    const page = form.render({ prices: { apple: 1, pear: 2.5 } });
    expect(texts(page, ".tf-label")).toEqual(["Fruit *", "Value *", "Fruit *", "Value *"]);
    expect(submittedControls(String(page))).toEqual(
      expect.arrayContaining(
        posted([
          ["apple", "1"],
          ["pear", "2.5"],
        ]).map((pair) => [...pair]),
      ),
    );
  });

  it("shows errors at the key or the value of an entry", () => {
    expect(
      errors([
        ["apple", "-1"],
        ["", ""],
        ["x", "1"],
      ]),
    ).toEqual({
      "prices.0.1": "Must be 0 or more",
      "prices.1.0": "Required",
      "prices.1.1": "Required",
      "prices.2.0": "Enter at least 2 characters",
    });
    const { form: invalid } = form.validate(
      posted([
        ["apple", "-1"],
        ["", "1"],
      ]),
    );
    expect(texts(invalid, ".tf-summary a")).toEqual([
      "Prices, Entry 1, Value: Must be 0 or more",
      "Prices, Entry 2, Fruit: Required",
    ]);
    expect(pageOf(String(invalid)).querySelector("[id='f-prices-1-0:error']")).not.toBeNull();
  });

  it("keeps repeated keys, and reports them", () => {
    const { form: invalid } = form.validate(
      posted([
        ["apple", "1"],
        ["pear", "2"],
        ["apple", "3"],
      ]),
    );
    expect(invalid.error?.asDict()).toEqual({ "prices.2.0": '"apple" is entered more than once' });
    expect(submittedControls(String(invalid))).toEqual(
      expect.arrayContaining([
        ["key", "pear"],
        ["value", "1"],
        ["value", "3"],
      ]),
    );
  });

  it("shows errors added by key at their entries", () => {
    const page = form.render({ prices: { "a.b": 1, "7": 2 } });
    const at = (path: string) =>
      pageOf(String(page.withErrors({ [path]: "Odd" }))).querySelector(".tf-error")?.id;
    expect([at("prices.a\\.b"), at("prices.7"), at("prices.0")]).toEqual([
      "f-prices-1-1:error",
      "f-prices-0-1:error",
      "f-prices-0:error",
    ]);
  });

  it("adds and removes entries without JavaScript", () => {
    const page = String(form.render({ prices: { apple: 1 } }));
    const { form: added } = form.validate(submittedControls(page, "f-prices:add"));
    expect(pageOf(String(added)).querySelector("[autofocus]")?.id).toBe("f-prices-1-0");
    const { form: removed } = form.validate(submittedControls(String(added), "f-prices-0:remove"));
    expect(form.validate(submittedControls(String(removed))).form.error?.asDict()).toEqual({
      "prices.0.0": "Required",
      "prices.0.1": "Required",
    });
  });

  it("accepts any name as a key", () => {
    const result = form.validate(
      posted([
        ["__proto__", "1"],
        ["constructor", "2"],
      ]),
    );
    expect(result.kind === "valid" && Object.entries(result.value.prices)).toEqual([
      ["__proto__", 1],
      ["constructor", 2],
    ]);
    expect(submittedControls(String(result.form))).toContainEqual(["key", "__proto__"]);
  });

  it("leaves a record of a closed set to a mapping with a row for each key", () => {
    const hours = createForm(z.object({ hours: z.record(z.enum(["mon", "tue"]), z.number()) }), {
      formId: "f",
    });
    const page = String(hours.render({ hours: { mon: 1, tue: 2 } }));
    expect(texts(page, "button[name=__edit__]")).toEqual([]);
    expect(hours.validate(submittedControls(page))).toMatchObject({ value: { hours: { mon: 1, tue: 2 } } });
    const empty = String(hours.render());
    expect(hours.validate(submittedControls(empty)).form.error?.asDict()).toEqual({
      "hours.mon": "Required",
      "hours.tue": "Required",
    });
  });

  it("holds mappings, lists and further records", () => {
    const Deep = z.object({
      deep: z.record(z.string(), z.record(z.string(), z.array(z.object({ a: z.int() })))),
      map: z.map(z.int(), z.object({ b: z.string() })),
    });
    const deep = createForm(Deep, { formId: "f" });
    const value = { deep: { x: { y: [{ a: 1 }], z: [] } }, map: new Map([[1, { b: "c" }]]) };
    const page = String(deep.render(value));
    expect(deep.validate(submittedControls(page))).toMatchObject({ kind: "valid", value });
    const { form: added } = deep.validate(submittedControls(page, "f-deep-0-1-0-1:add"));
    expect(pageOf(String(added)).querySelector("[autofocus]")?.id).toBe("f-deep-0-1-0-1-1-a");
  });

  it("refuses a field without keys", () => {
    expect(() => createForm(z.object({ a: z.array(z.string()).meta({ widget: entries() }) }))).toThrow(
      "needs a record or a map",
    );
  });
});
