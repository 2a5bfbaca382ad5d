import { deferred } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import type { ValidationResult } from "../define/form-interface.ts";
import { german } from "../languages/german.ts";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import { autocomplete } from "./autocomplete.ts";
import { checkboxChoice } from "./checkbox-choice.ts";
import { radioChoice } from "./radio-choice.ts";
import { selectSearch } from "./select-search.ts";
import { select } from "./select.ts";
import { switchInput } from "./switch-input.ts";
import { tags } from "./tags.ts";

const values = [["r", "Red"] as const, ["g", "Green"] as const];
const Colour = z.enum(["red", "dark_blue", "CMYK"]);
const start = (name: string, kind: string): [string, string] => ["__start__", `${name}:${kind}`];
const end = (name: string, kind: string): [string, string] => ["__end__", `${name}:${kind}`];
const errorsOf = (result: ValidationResult<z.ZodObject>): unknown =>
  result.kind === "invalid" ? result.error.asDict() : result.kind;
const formOf = (type: z.ZodType) => createForm(z.object({ it: type }), { formId: "f" });
const labels = (html: unknown, selector: string): (string | null)[] =>
  [...pageOf(String(html)).querySelectorAll(selector)].map(({ textContent }) => textContent);

describe("select", () => {
  it("offers the schema's choices, with labels made of their texts", () => {
    const form = formOf(Colour.meta({ widget: select() }));
    expect(labels(form.render({ it: "red" }), "option")).toEqual(["Red", "Dark Blue", "CMYK"]);
  });

  it("has an empty choice, labelled by the placeholder, if nothing is chosen or the field is optional", () => {
    const widget = select({ placeholder: "– choose –" });
    const [first] = labels(formOf(Colour.meta({ widget })).render(), "option");
    expect(first).toBe("– choose –");
    expect(labels(formOf(Colour.optional().meta({ widget })).render({ it: "red" }), "option")).toHaveLength(
      4,
    );
    expect(labels(formOf(Colour.meta({ widget: select({ size: 3 }) })).render(), "option")).toHaveLength(3);
  });

  it("groups its choices", () => {
    const widget = select({ values: [{ group: "<Warm>", options: values }] });
    const page = pageOf(String(formOf(z.string().meta({ widget })).render({ it: "g" })));
    const group = page.querySelector("optgroup");
    expect(group?.getAttribute("label")).toBe("<Warm>");
    expect(group?.querySelector("[selected]")?.textContent).toBe("Green");
  });

  it("takes texts as choices, with the labels of a schema's values", () => {
    const widget = select({
      values: ["red", "dark_blue", ["g", "Green"], { group: "More", options: ["CMYK"] }],
    });
    const form = formOf(z.string().meta({ widget }));
    expect(labels(form.render({ it: "red" }), "option")).toEqual(["Red", "Dark Blue", "Green", "CMYK"]);
    expect(form.validate([["it", "CMYK"]])).toMatchObject({ kind: "valid", value: { it: "CMYK" } });
    expect(errorsOf(form.validate([["it", "b"]]))).toEqual({
      it: "Choose one of the options",
    });
    for (const widget of [radioChoice({ values: ["red"] }), selectSearch({ values: ["red"] })])
      expect(String(formOf(z.string().meta({ widget })).render())).toContain("Red");
    for (const widget of [checkboxChoice({ values: ["red"] }), tags({ values: ["red"] })])
      expect(String(formOf(z.array(z.string()).meta({ widget })).render())).toContain("Red");
  });

  it("refuses what is not offered", () => {
    const form = formOf(z.string().meta({ widget: select({ values }) }));
    expect(errorsOf(form.validate([["it", "b"]]))).toEqual({ it: "Choose one of the options" });
    expect(form.validate([["it", "r"]])).toMatchObject({ kind: "valid", value: { it: "r" } });
  });

  it("shows a stored choice that is no longer offered, and refuses it by name", () => {
    const one = z.string().optional();
    const several = z.array(z.string());
    const drawn = [
      [one.meta({ widget: select({ values }) }), "blue", "option[selected]"],
      [one.meta({ widget: select({ values, nullValue: "-" }) }), "blue", "option[selected]"],
      [
        one.meta({ widget: selectSearch({ values: [{ group: "Warm", options: values }] }) }),
        "blue",
        "option[selected]",
      ],
      [one.meta({ widget: radioChoice({ values }) }), "blue", "input[checked] + label"],
      [several.meta({ widget: checkboxChoice({ values }) }), ["r", "blue"], "input[checked] + label"],
      [several.meta({ widget: select({ values }) }), ["r", "blue"], "option[selected]"],
    ] as const;
    for (const [type, it, chosen] of drawn) {
      const form = formOf(type);
      const page = form.render({ it });
      expect(labels(page, chosen).at(-1)).toBe("Blue (no longer offered)");
      const result = form.validate(submittedControls(String(page)), { it });
      expect(errorsOf(result)).toEqual({ it: "Choose again: the earlier choice is no longer offered" });
      expect(labels(result.form, chosen).at(-1)).toBe("Blue (no longer offered)");
      expect(errorsOf(form.validate(submittedControls(String(page))))).toEqual({
        it: "Choose one of the options",
      });
    }
    const inGerman = formOf(one.meta({ widget: select({ values }) })).withLanguage(german);
    expect(labels(inGerman.render({ it: "b" }), "option[selected]")).toEqual(["B (nicht mehr verfügbar)"]);
    // The data may be older than the schema.
    expect(labels(formOf(Colour).render({ it: "blue" }), "option").at(-1)).toBe("Blue (no longer offered)");
  });

  it("leaves values that the schema refuses to the schema", () => {
    const form = formOf(z.enum(["r", "g"], "No such colour").meta({ widget: select({ values }) }));
    expect(errorsOf(form.validate([["it", "b"]]))).toEqual({ it: "No such colour" });
  });

  it("refuses a value of the schema that it does not offer", () => {
    const form = formOf(z.enum(["r", "g", "b"]).meta({ widget: select({ values }) }));
    expect(errorsOf(form.validate([["it", "b"]]))).toEqual({ it: "Choose one of the options" });
  });

  it("offers and enforces values known when the form is bound", () => {
    const widget = deferred(({ users }: { users: string[] }) =>
      select({ values: users.map((user) => [user, user] as const) }),
    );
    const unbound = createForm(z.object({ it: z.string().meta({ widget }) }), { deferred: true });
    const form = unbound.bind({ users: ["ann", "bob"] });
    expect(labels(form.render({ it: "ann" }), "option")).toEqual(["ann", "bob"]);
    expect(errorsOf(form.validate([["it", "eve"]]))).toEqual({ it: "Choose one of the options" });
  });

  it("offers the choices of a bound schema", () => {
    const onBind = (_: unknown, { users }: { users: string[] }) =>
      z.enum(users).meta({ widget: select({ placeholder: "Who?" }) });
    const type = z.object({ it: z.string().meta({ widget: select(), onBind }) });
    const form = createForm(type, { formId: "f", deferred: true }).bind({ users: ["ann"] });
    expect(labels(form.render(), "option")).toEqual(["Who?", "Ann"]);
    expect(errorsOf(form.validate([["it", "eve"]]))).toEqual({ it: "Choose one of the options" });
  });

  it("reads its null value and an empty text as nothing", () => {
    const widget = select({ nullValue: "none", values: [["none", "None"], ...values] });
    const form = formOf(z.string().nullable().meta({ widget }));
    for (const posted of ["none", ""])
      expect(form.validate([["it", posted]])).toMatchObject({ kind: "valid", value: { it: null } });
    expect(submittedControls(String(form.render({ it: null })))).toContainEqual(["it", "none"]);
  });

  it("posts several choices as a sequence, for lists and sets by default", () => {
    const form = formOf(z.array(z.int()).meta({ widget: select({ values: [["1", "One"]] }) }));
    const posted = [start("it", "sequence"), ["it", "1"] as const, end("it", "sequence")];
    expect(form.validate(posted)).toMatchObject({ kind: "valid", value: { it: [1] } });
    expect(errorsOf(form.validate([start("it", "sequence"), ["it", "7"], end("it", "sequence")]))).toEqual({
      it: "Choose one of the options",
    });
  });

  it("is required in the browser if a choice must be made", () => {
    const isRequired = (type: z.ZodType): boolean =>
      pageOf(String(formOf(type).render()))
        .querySelector("select")
        ?.hasAttribute("required") ?? false;
    expect(isRequired(Colour)).toBe(true);
    expect(isRequired(Colour.optional())).toBe(false);
    expect(isRequired(z.set(Colour).meta({ widget: select() }))).toBe(false);
    expect(isRequired(z.set(Colour).min(1).meta({ widget: select() }))).toBe(true);
  });

  it("refuses fields that do not fit", () => {
    const nothing = formOf(z.string().meta({ widget: select() }));
    expect(() => String(nothing.render())).toThrow("offers nothing to choose");
    expect(() => formOf(Colour.meta({ widget: select({ multiple: true }) }))).toThrow("several values");
    expect(() => formOf(z.array(Colour).meta({ widget: select({ multiple: false }) }))).toThrow("one value");
    expect(() => formOf(z.array(Colour).meta({ widget: radioChoice() }))).toThrow("one value");
    // @ts-expect-error -- the widget makes lists
    expect(() => formOf(Colour.meta({ widget: checkboxChoice() }))).toThrow("several values");
  });
});

describe("radioChoice", () => {
  it("reads nothing chosen as a missing value", () => {
    const form = formOf(Colour.meta({ widget: radioChoice() }));
    expect(errorsOf(form.validate([start("it", "rename"), end("it", "rename")]))).toEqual({ it: "Required" });
    expect(errorsOf(form.validate([]))).toEqual({ it: "Required" });
  });

  it("refuses what is not offered", () => {
    const form = formOf(z.int().meta({ widget: radioChoice({ values: [["1", "One"]] }) }));
    const posted = (value: string) => [start("it", "rename"), ["x", value] as const, end("it", "rename")];
    expect(form.validate(posted("1"))).toMatchObject({ kind: "valid", value: { it: 1 } });
    expect(errorsOf(form.validate(posted("2")))).toEqual({ it: "Choose one of the options" });
  });

  it("offers yes and no for a boolean", () => {
    const form = formOf(z.boolean().meta({ widget: radioChoice() }));
    expect(labels(form.render(), "label")).toEqual(["Yes", "No"]);
    expect(labels(form.render({ it: false }, { readonly: true }), ".tf-value")).toEqual(["No"]);
  });
});

describe("checkboxChoice", () => {
  it("is the widget of a set with choices; tags is the widget of other sets", () => {
    expect(labels(formOf(z.set(Colour)).render(), "[type=checkbox] + label")).toHaveLength(3);
    expect(labels(formOf(z.set(z.string())).render(), "tf-select-search")).toHaveLength(1);
  });

  it("refuses what is not offered, at the field", () => {
    const form = formOf(z.set(z.string()).meta({ widget: checkboxChoice({ values }) }));
    const result = form.validate([start("it", "sequence"), ["checkbox", "x"], end("it", "sequence")]);
    expect(errorsOf(result)).toEqual({ it: "Choose one of the options" });
    expect(labels(result.form, "[id='f-it:error']")[0]).toContain("Choose one of the options");
  });

  it("shows the labels of the chosen values if readonly", () => {
    const form = formOf(z.set(z.string()).meta({ widget: checkboxChoice({ values }) }));
    expect(labels(form.render({ it: new Set(["g", "r", "?"]) }, { readonly: true }), ".tf-value")).toEqual([
      "Green, Red, ?",
    ]);
  });
});

describe("tags", () => {
  it("accepts new words, once each, and no empty ones", () => {
    const form = formOf(z.array(z.string()).meta({ widget: tags({ values }) }));
    const words = ["r", "", " own ", "own"].map((word) => ["it", word] as const);
    expect(form.validate([start("it", "sequence"), ...words, end("it", "sequence")])).toMatchObject({
      kind: "valid",
      value: { it: ["r", "own"] },
    });
  });

  it("shows the error of a word at the field", () => {
    const form = formOf(z.array(z.string().max(2).meta({ title: "Tag" })).meta({ widget: tags() }));
    const { form: page } = form.validate([start("it", "sequence"), ["it", "long"], end("it", "sequence")]);
    expect(labels(page, "[id='f-it:error']")[0]).toContain("Tag 1: Enter at most 2 characters");
  });
});

describe("selectSearch", () => {
  it("is a select with its own script", () => {
    const form = formOf(Colour.meta({ widget: selectSearch() }));
    expect(form.resources().map(({ name }) => name)).toContain("turnform-select-search.js");
    expect(labels(form.render({ it: "red" }), "tf-select-search option")).toHaveLength(3);
  });
});

describe("switchInput", () => {
  it("is announced as a switch", () => {
    const html = String(formOf(z.boolean().meta({ widget: switchInput() })).render({ it: true }));
    expect(pageOf(html).querySelector("[role=switch]")?.hasAttribute("checked")).toBe(true);
  });
});

describe("autocomplete", () => {
  it("suggests texts by a list that works without JavaScript", () => {
    const form = formOf(z.string().meta({ widget: autocomplete({ values: ["<Ada>"], items: 3 }) }));
    const page = pageOf(String(form.render()));
    const list = page.querySelector("input[list]")?.getAttribute("list") ?? "";
    expect(page.querySelector(`datalist[id='${list}'] option`)?.getAttribute("value")).toBe("<Ada>");
    expect(page.querySelector("tf-autocomplete")?.getAttribute("data-tf-max-suggestions")).toBe("3");
  });

  it("accepts any text", () => {
    const form = formOf(z.string().meta({ widget: autocomplete({ url: "/names" }) }));
    expect(form.validate([["it", " Zoë "]])).toMatchObject({ kind: "valid", value: { it: "Zoë" } });
  });

  it("refuses choices that can't be posted", () => {
    const message = 'Field "it" offers "a\\r\\nb", which can\'t be posted';
    expect(() => createForm(z.object({ it: z.enum(["a\r\nb"]) }))).toThrow(message);
    const given = z.string().meta({ widget: radioChoice({ values: [["a\r\nb", "A"]] }) });
    expect(() => createForm(z.object({ it: given }))).toThrow(message);
    expect(() => createForm(z.object({ it: z.enum(["a\nb"]) }))).not.toThrow();
  });
});
