import type { Control } from "@turnform/schema";
import { fromJSONSchema } from "@turnform/schema/tools";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import type { Form } from "../define/form-interface.ts";
import { german } from "../languages/german.ts";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import { mapping } from "../widgets/mapping.ts";
import { selectSearch } from "../widgets/select-search.ts";
import { select } from "../widgets/select.ts";
import { tags } from "../widgets/tags.ts";

const Address = z.object({ street: z.string(), country: z.string().default("Norway") });
const formOf = (address: z.ZodType, name: z.ZodType = z.string()) =>
  createForm(z.object({ name, address }), { formId: "f" });
const oslo = { street: "Main Street 1", country: "Norway" };

/** Returns the value of a post, or its messages. */
function answer(
  form: Form<z.ZodObject>,
  controls: readonly Control[],
  current?: Readonly<Record<string, unknown>>,
): unknown {
  const result = form.validate(controls, current);
  return result.kind === "valid" ? result.value : result.kind === "invalid" && result.error.asDict();
}

/** Returns the post of a page, with some controls replaced and some boxes, by id, ticked or unticked. */
function posted(
  page: unknown,
  typed: Readonly<Record<string, string>> = {},
  ticks: Readonly<Record<string, boolean>> = {},
): Control[] {
  const html = Object.entries(ticks).reduce(
    (drawn, [id, isTicked]) =>
      drawn.replace(new RegExp(`( id="${id}"[^>]*?)( checked)?>`), isTicked ? "$1 checked>" : "$1>"),
    String(page),
  );
  return submittedControls(html).map(([name, value]) => [name, typed[name] ?? value]);
}

const boxes = (page: unknown) =>
  [...pageOf(String(page)).querySelectorAll("[name=__included__][type=checkbox]")].map(
    (box) => [box.getAttribute("id"), box.hasAttribute("checked")] as const,
  );

describe("an optional group", () => {
  it.each([
    ["optional()", Address.optional(), {}],
    ["nullable()", Address.nullable(), { address: null }],
    ["nullish()", Address.nullish(), {}],
    ["partial()", z.object({ address: Address }).partial().shape.address, {}],
    ["default(null)", Address.nullable().default(null), { address: null }],
    ["an optional reference", referenced(), {}],
  ])("is left out unless its box is ticked: %s", (_, type, absent) => {
    const form = formOf(type);
    const page = form.render({ name: "Ann" });
    expect(boxes(page)).toEqual([["f-address:included", false]]);
    expect(answer(form, posted(page))).toEqual({ name: "Ann", ...absent });
    expect(answer(form, posted(page, {}, { "f-address:included": true }))).toEqual({
      "address.street": "Required",
    });
    const typed = posted(page, { street: "Main Street 1" }, { "f-address:included": true });
    expect(answer(form, typed)).toMatchObject({ name: "Ann", address: { street: "Main Street 1" } });
  });

  it("posts null again, if null was shown", () => {
    const form = formOf(Address.nullish());
    const shown = (address: unknown) => answer(form, posted(form.render({ name: "Ann", address })));
    expect([null, undefined, oslo].map(shown)).toEqual([
      { name: "Ann", address: null },
      { name: "Ann" },
      { name: "Ann", address: oslo },
    ]);
    const unticked = posted(form.render({ name: "Ann", address: oslo }), {}, { "f-address:included": false });
    expect(answer(form, unticked)).toEqual({ name: "Ann" });
  });

  it("shows the defaults of its fields, without browsers requiring any", () => {
    const page = pageOf(String(formOf(Address.optional()).render()));
    expect(page.querySelector("#f-address-country")?.getAttribute("value")).toBe("Norway");
    const street = page.querySelector("#f-address-street");
    expect([street?.hasAttribute("required"), street?.getAttribute("aria-required")]).toEqual([
      false,
      "true",
    ]);
    expect(page.querySelector("#f-name")?.hasAttribute("required")).toBe(true);
  });

  it("has no box if it has a default, which it shows", () => {
    for (const type of [Address.default(oslo), Address.prefault(oslo), Address.optional().default(oslo)]) {
      const page = formOf(type).render({ name: "Ann" });
      expect(boxes(page)).toEqual([]);
      expect(answer(formOf(type), posted(page))).toEqual({ name: "Ann", address: oslo });
    }
  });

  it("keeps typed texts that do not count, without errors about them", () => {
    const Stay = z.object({ from: z.iso.date(), nights: z.int() });
    const form = formOf(Stay.optional());
    const typed = posted(form.render(), { from: "soon", nights: "x" });
    const { form: page } = form.validate(typed);
    expect(page.error?.asDict()).toEqual({ name: "Required" });
    expect(boxes(page)).toEqual([["f-address:included", false]]);
    expect(pageOf(String(page)).querySelector("#f-address-nights")?.getAttribute("value")).toBe("x");
    expect(answer(form, posted(page, { name: "Ann" }))).toEqual({ name: "Ann" });
  });

  it("is included in a post without its control, if it was posted at all", () => {
    const form = formOf(Address.optional());
    const group = [
      ["__start__", "address:mapping"],
      ["street", "Main Street 1"],
      ["__end__", "address:mapping"],
    ] as const;
    expect(answer(form, [["name", "Ann"]])).toEqual({ name: "Ann" });
    expect(answer(form, [["name", "Ann"], ...group])).toEqual({ name: "Ann", address: oslo });
    const empty = group.map(([name, value]): Control => [name, name === "street" ? "" : value]);
    expect(answer(form, [["name", "Ann"], ...empty])).toEqual({ "address.street": "Required" });
  });

  it("can't leave out a required group, or be null if that is not allowed", () => {
    const left = (text: string): Control[] => [
      ["name", "Ann"],
      ["__start__", "address:mapping"],
      ["__included__", text],
      ["__end__", "address:mapping"],
    ];
    expect(answer(formOf(Address), left(""))).toEqual({ "address.street": "Required" });
    expect(answer(formOf(Address.optional()), left("null"))).toEqual({ name: "Ann" });
    expect(answer(formOf(Address.nullable()), left(""))).toEqual({ name: "Ann", address: null });
    expect(answer(formOf(Address.strict().optional()), left("yes"))).toEqual({
      "address.street": "Required",
    });
  });

  it("is open with an error inside", () => {
    const page = formOf(Address.optional()).render().withErrors({ "address.street": "Unknown" });
    expect(boxes(page)).toEqual([["f-address:included", true]]);
    const own = formOf(Address.optional()).render().withErrors({ address: "Needed" });
    expect(boxes(own)).toEqual([["f-address:included", false]]);
  });

  it("opens its details if it has data", () => {
    const details = (address: unknown) => {
      const type = Address.optional().meta({ widget: mapping({ frame: "details" }) });
      return pageOf(String(formOf(type).render({ address }))).querySelector("details[open]") !== null;
    };
    expect([undefined, oslo].map(details)).toEqual([false, true]);
  });

  it("is labelled in the form's language, or by its option", () => {
    const label = (form: Form<z.ZodObject>) =>
      pageOf(String(form.render())).querySelector("[for='f-address:included']")?.textContent;
    expect(label(formOf(Address.optional()))).toBe("Include Address");
    expect(label(formOf(Address.optional()).withLanguage(german))).toBe("Address angeben");
    const widget = mapping({ includeText: "Deliver it" });
    expect(label(formOf(Address.optional().meta({ widget })))).toBe("Deliver it");
  });

  it("is shown as left out on a page that only shows values", () => {
    const page = pageOf(String(formOf(Address.nullable()).render({ address: null }, { readonly: true })));
    const texts = [...page.querySelectorAll("#f-address .tf-value, #f-address .tf-label")];
    expect(texts.map(({ textContent }) => textContent)).toEqual(["None"]);
  });

  it("keeps its fixed fields, or gives them their defaults when it is included", () => {
    const widget = { readonly: true };
    const Fixed = z.object({ id: z.int().default(7).meta({ widget }), street: z.string() });
    const form = formOf(Fixed.optional());
    const current = { name: "Ann", address: { id: 3, street: "a" } };
    expect(answer(form, posted(form.render(current)), current)).toEqual(current);
    const absent = { name: "Ann" };
    expect(answer(form, posted(form.render(absent)), absent)).toEqual(absent);
    const included = posted(form.render(absent), { street: "b" }, { "f-address:included": true });
    expect(answer(form, included, absent)).toEqual({ name: "Ann", address: { id: 7, street: "b" } });
    const readonly = formOf(Fixed.nullish().meta({ widget }));
    for (const data of [current, absent, { name: "Ann", address: null }])
      expect(answer(readonly, posted(readonly.render(data)), data)).toEqual(data);
  });

  it("is included in a new item, and stays as it was through edits", () => {
    const Guest = z.object({ diet: z.object({ food: z.string(), notes: z.array(z.string()) }).optional() });
    const form = createForm(z.object({ guests: z.array(Guest), stays: z.array(Address.nullable()) }), {
      formId: "f",
    });
    const page = form.render({ guests: [{}, { diet: { food: "x", notes: [] } }], stays: [null] });
    const edit = (shown: unknown, button: string) =>
      form.validate(submittedControls(String(shown), button)).form;
    const added = edit(edit(page, "f-stays:add"), "f-guests-1-diet-notes:add");
    expect(boxes(added)).toEqual([
      ["f-guests-0-diet:included", false],
      ["f-guests-1-diet:included", true],
      ["f-stays-0:included", false],
      ["f-stays-1:included", true],
    ]);
    expect(
      pageOf(String(edit(page, "f-stays:add")))
        .querySelector("[autofocus]")
        ?.getAttribute("id"),
    ).toBe("f-stays-1:included");
  });

  it("is left out of the typed texts of a valid post", () => {
    const form = formOf(Address.optional());
    const result = form.validate(posted(form.render({ name: "Ann" })));
    expect(result.kind === "valid" && result.typed).toEqual({ name: "Ann" });
  });

  it("has a piece for the box in own markup", () => {
    const field = formOf(Address.optional()).render().field("address");
    expect(String(field.inclusion)).toContain('name="__included__"');
    expect(field.fields["country"]?.value).toBe("Norway");
    expect(formOf(Address).render().field("address").inclusion).toBe("");
  });

  it("loads its stylesheet and script only where it is", () => {
    const names = (type: z.ZodType) =>
      formOf(type)
        .resources()
        .map(({ name }) => name);
    expect(names(Address.optional())).toEqual([
      "turnform.css",
      "turnform.js",
      "turnform-optional.css",
      "turnform-optional.js",
    ]);
    expect(names(Address)).toEqual(["turnform.css", "turnform.js"]);
  });

  it("can't contain itself without end, in an item either", () => {
    const Box = z.object({
      get inner() {
        return Box.optional();
      },
    });
    expect(() => createForm(z.object({ boxes: z.array(Box) }))).toThrow("stands inside itself, with no end");
  });
});

describe("an optional list", () => {
  const list = (type: z.ZodType, value: unknown) => {
    const form = createForm(z.object({ it: type }), { formId: "f" });
    const page = form.render({ it: value });
    return [answer(form, posted(page)), boxes(page).length];
  };
  const Tags = z.array(z.string().meta({ title: "Tag" }));

  it("without items is as it was shown: absent, null or empty", () => {
    for (const type of [Tags.nullish(), z.record(z.string(), z.int()).nullish()]) {
      expect(list(type, undefined)).toEqual([{}, 0]);
      expect(list(type, null)).toEqual([{ it: null }, 0]);
    }
    expect(list(Tags.nullish(), [])).toEqual([{ it: [] }, 0]);
    expect(list(z.set(z.enum(["a"])).nullish(), new Set())).toEqual([{ it: new Set() }, 0]);
    expect(list(z.set(z.enum(["a"])).nullish(), null)).toEqual([{ it: null }, 0]);
  });

  it("in one control is as it was shown too, and left out if it has a minimum", () => {
    const shown = (type: z.ZodType, values: readonly unknown[]) =>
      values.map((value) => list(type, value)).map(([result]) => result);
    for (const widget of [tags(), selectSearch({ values: ["a"] }), select({ values: ["a"] })]) {
      const Words = z.array(z.string());
      expect(shown(Words.nullish().meta({ widget }), [undefined, null, [], ["a"]])).toEqual([
        {},
        { it: null },
        { it: [] },
        { it: ["a"] },
      ]);
      const AtLeastOne = Words.min(1).optional().meta({ widget });
      expect(shown(AtLeastOne, [undefined, ["a"]])).toEqual([{}, { it: ["a"] }]);
      expect(formOf(AtLeastOne).render().field("address").required).toBe(false);
    }
  });

  it("is present once it has an item", () => {
    const form = createForm(z.object({ it: Tags.optional() }), { formId: "f" });
    const { form: added } = form.validate(submittedControls(String(form.render()), "f-it:add"));
    expect(answer(form, posted(added, { item: "x" }))).toEqual({ it: ["x"] });
  });

  it("with a minimum has a box", () => {
    expect(list(Tags.min(1).optional(), undefined)).toEqual([{}, 1]);
    expect(list(Tags.min(1).optional(), ["x"])).toEqual([{ it: ["x"] }, 1]);
  });
});

/** Returns the type of an optional reference in a JSON Schema. */
function referenced(): z.ZodType {
  const type = fromJSONSchema({
    type: "object",
    properties: { address: { $ref: "#/$defs/address" } },
    $defs: {
      address: { type: "object", properties: { street: { type: "string" } }, required: ["street"] },
    },
  });
  if (!(type instanceof z.ZodObject)) throw new TypeError("An object was expected");
  return type.shape["address"];
}
