import { date, destructure } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import { dateParts } from "./date-parts.ts";
import { mapping } from "./mapping.ts";
import { password } from "./password.ts";

const Address = z.object({ street: z.string(), city: z.string() });
const formOf = (options: Parameters<typeof mapping>[0]) =>
  createForm(z.object({ to: Address.meta({ widget: mapping(options) }) }), { formId: "f" });
const details = (page: unknown) => pageOf(String(page)).querySelector("details");

describe("mapping", () => {
  it("has a legend, plain or in a card", () => {
    for (const frame of ["plain", "card"] as const) {
      const page = pageOf(String(formOf({ frame }).render()));
      expect(page.querySelector(`fieldset.tf-frame-${frame} > legend`)?.textContent).toBe("To");
    }
  });

  it("opens and closes, and is open if it has errors", () => {
    const form = formOf({ frame: "details" });
    expect(details(form.render({ to: { street: "a", city: "b" } }))?.hasAttribute("open")).toBe(false);
    expect(details(formOf({ frame: "details", open: true }).render())?.hasAttribute("open")).toBe(true);
    const { form: invalid } = form.validate(submittedControls(String(form.render())));
    expect(details(invalid)?.hasAttribute("open")).toBe(true);
    expect(details(invalid)?.querySelector("fieldset")?.getAttribute("aria-labelledby")).toBe("f-to:label");
  });

  it.each([
    ["a text", z.string(), "x"],
    ["a number", z.int(), 1],
    ["a choice", z.enum(["a", "b"]), "a"],
    ["a checkbox", z.literal(true), true],
    ["a list", z.array(z.string()).min(1), ["x"]],
    ["choices", z.array(z.enum(["a", "b"])).min(1), ["a"]],
    ["an item", z.array(z.object({ a: z.string() })), [{ a: "x" }], [{ a: "" }]],
    ["a part of a tuple", z.tuple([z.string(), z.object({ a: z.string() })]), ["x", { a: "x" }]],
    [
      "a union",
      z.discriminatedUnion("kind", [z.object({ kind: z.literal("a"), b: z.string() })]),
      { kind: "a", b: "x" },
    ],
    ["a section in it", z.object({ a: z.object({ b: z.string() }) }), { a: { b: "x" } }],
  ])("is open while %s is required and empty", (_, type, filled, empty?: unknown) => {
    const inside = z.object({ it: type }).meta({ widget: mapping({ frame: "details" }) });
    const form = createForm(z.object({ to: inside }), { formId: "f" });
    const isOpen = (value?: { readonly to: object }) => details(form.render(value))?.hasAttribute("open");
    expect(isOpen(empty === undefined ? undefined : { to: { it: empty } })).toBe(true);
    expect(isOpen({ to: { it: filled } })).toBe(false);
  });

  it.each([
    ["is optional", z.string().optional()],
    ["is a checkbox", z.boolean()],
    ["is a list", z.array(z.string())],
    ["is readonly", z.string().meta({ widget: { readonly: true } })],
    ["is hidden", z.string().meta({ widget: { hidden: true } })],
  ])("is closed if the empty field %s", (_, type) => {
    const inside = z.object({ it: type }).meta({ widget: mapping({ frame: "details" }) });
    expect(details(createForm(z.object({ to: inside })).render())?.hasAttribute("open")).toBe(false);
  });

  it("passes on other shapes, which the schema refuses", () => {
    const { form } = formOf({}).validate([["to", "x"]]);
    expect(form.error?.asDict()).toEqual({ to: expect.stringContaining('"x" is not a group of fields') });
  });

  it("is open in the blank item of a list, even if the page is rendered again", () => {
    const form = createForm(
      z.object({
        list: z.array(z.object({ a: z.string() }).meta({ widget: mapping({ frame: "details" }) })),
      }),
    );
    const opens = () => /<template[^>]*>.*?<details[^>]* open>/s.test(String(form.render()));
    expect([opens(), opens(), opens()]).toEqual([true, true, true]);
  });

  const Kind = z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("a") }),
    z.object({ kind: z.literal("b") }),
  ]);
  it.each([
    ["a password, which is not shown again", z.string().meta({ widget: password() }), "secret"],
    ["a date without a time", z.iso.datetime(), { date: "2020-01-01", time: "" }],
    ["a year without a day", date().meta({ widget: dateParts() }), { year: "2020", month: "", day: "" }],
    ["a union without a chosen case", Kind, { kind: "" }],
    [
      "a union without a chosen option",
      z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]),
      { __option__: "" },
    ],
  ])("opens details after an edit if they hold %s", (_, type, it) => {
    const to = z.object({ it: type }).meta({ widget: mapping({ frame: "details" }) });
    const form = createForm(z.object({ to }));
    const drawn = details(form.draft(destructure({ to: { it } })));
    expect(drawn?.hasAttribute("open")).toBe(true);
    expect(drawn?.querySelector("[required]")).not.toBeNull();
  });
});
