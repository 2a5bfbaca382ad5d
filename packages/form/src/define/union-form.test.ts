import type { Control } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import { union } from "../widgets/union.ts";
import { createForm } from "./form.ts";

const Dot = z.object({ kind: z.literal("dot"), width: z.number() });
const Line = z.object({ kind: z.literal("line"), points: z.array(z.int()).min(1) });
const Shape = z.discriminatedUnion("kind", [Dot, Line]);
const form = createForm(Shape, { formId: "f", buttons: ["save"] });

/** Returns the post of a page without JavaScript, with some controls changed and a button pressed. */
const sent = (page: unknown, changes: Readonly<Record<string, string>> = {}, pressed?: string): Control[] =>
  submittedControls(String(page), pressed).map(([name, value]) => [name, changes[name] ?? value]);

describe("a form of a discriminated union", () => {
  it("shows the choice of the case and its fields, without a frame", () => {
    const page = pageOf(String(form.render({ kind: "dot", width: 2 })));
    expect(page.querySelectorAll("fieldset, [value=':mapping']")).toHaveLength(0);
    expect(page.querySelector("#f-kind")?.getAttribute("name")).toBe("kind");
    expect(page.querySelector("#f-width")?.getAttribute("value")).toBe("2");
    expect(page.querySelector(".tf-note")).not.toBeNull();
  });

  it("names its buttons and groups by labels on the page", () => {
    const html = String(form.render({ kind: "line", points: [1] }));
    const ids = [...html.matchAll(/ (?:aria-labelledby|aria-describedby|for)="([^"]+)"/g)].flatMap(
      ([, each = ""]) => each.split(" "),
    );
    expect(ids.filter((id) => !html.includes(` id="${id}"`))).toEqual([]);
  });

  it("validates the chosen case", () => {
    const page = form.render({ kind: "dot", width: 2 });
    expect(form.validate([...sent(page), ["save", "save"]])).toMatchObject({
      kind: "valid",
      value: { kind: "dot", width: 2 },
      typed: { kind: "dot", width: "2" },
      button: "save",
    });
    const { form: invalid } = form.validate(sent(page, { width: "wide" }));
    expect(invalid.error?.asDict()).toEqual({ width: '"wide" is not a number. Write it like 1234.5' });
    const [link] = pageOf(String(invalid)).querySelectorAll(".tf-summary a");
    expect([link?.getAttribute("href"), link?.textContent]).toEqual([
      "#f-width",
      'Width: "wide" is not a number. Write it like 1234.5',
    ]);
  });

  it("asks for a case", () => {
    const posts = [sent(form.render()), [], sent(form.render(), { kind: "cube" })];
    expect(posts.map((post) => form.validate(post).form.error?.asDict())).toEqual([
      { kind: "Required" },
      { kind: "Required" },
      { kind: "Choose one of the options" },
    ]);
  });

  it("shows another case, and edits its list, without JavaScript", () => {
    const page = form.render({ kind: "dot", width: 2 });
    const chosen = form.validate(sent(page, { kind: "line" }, "f-kind:choose"));
    expect(chosen.kind).toBe("edited");
    expect(pageOf(String(chosen.form)).querySelector("[autofocus]")?.id).toBe("f-points-0");
    const added = form.validate(sent(chosen.form, {}, "f-points:add"));
    expect(added.kind).toBe("edited");
    expect(form.validate(sent(added.form, { item: "5" }))).toMatchObject({
      value: { kind: "line", points: [5, 5] },
    });
  });

  it("finds fields and takes errors by path", () => {
    const page = form.render({ kind: "dot", width: 2 });
    expect(page.field("width").value).toBe("2");
    const wrong = page.withErrors({ kind: "Out of fashion", "": "Sorry" });
    expect(wrong.field("kind").errors).toEqual(["Out of fashion"]);
    expect(() => page.withErrors({ [["widht"].join()]: "Wrong" })).toThrow('Did you mean "width"?');
  });

  it("offers all cases in own markup", () => {
    const options = (page: ReturnType<typeof form.render>) =>
      [...pageOf(String(page.fields["kind"])).querySelectorAll("option")].map(
        ({ textContent }) => textContent,
      );
    expect(options(form.render())).toEqual(["", "Dot", "Line"]);
    const page = form.render({ kind: "dot", width: 2 });
    expect(options(page)).toEqual(["Dot", "Line"]);
    expect(Object.keys(page.fields)).toEqual(["kind", "width"]);
  });

  it("takes widgets by path, and other controls for the cases", () => {
    const radios = createForm(Shape.meta({ widget: union({ choice: "radio" }) }), {
      widgets: { width: { suffix: "mm" } },
    });
    const page = pageOf(String(radios.render({ kind: "dot" })));
    expect(page.querySelectorAll("[type=radio]")).toHaveLength(2);
    expect(page.querySelector(".tf-case")?.textContent).toContain("mm");
  });

  it("keeps values that can't be edited", () => {
    const fixed = createForm(Shape, { widgets: { width: { readonly: true } } });
    const current = { kind: "dot", width: 7 } as const;
    expect(
      fixed.validate(
        [
          ["kind", "dot"],
          ["width", "1"],
        ],
        current,
      ),
    ).toMatchObject({ value: current });
  });

  it("refuses the names of its buttons in any case, and other data than an object", () => {
    expect(() => createForm(Shape, { buttons: ["kind"] })).toThrow('Field "kind" has the name of a control');
    expect(() => createForm(Shape, { buttons: ["points"] })).toThrow(
      'Field "points" has the name of a control',
    );
    const data: object = [{ kind: "dot" }];
    expect(() => form.render(data)).toThrow(
      'The data of form "f" is a list, but the schema expects an object',
    );
  });
});

describe("a form of a union without a discriminator", () => {
  const Contact = z.union([
    z.object({ email: z.email() }),
    z.object({ phone: z.string(), ext: z.int().optional() }),
  ]);
  const contact = createForm(Contact, { formId: "c" });

  it("chooses the option that the data has", () => {
    const page = contact.render({ phone: "123" });
    expect(sent(page)).toContainEqual(["__option__", "1"]);
    expect(contact.validate(sent(page, { ext: "4" }))).toMatchObject({ value: { phone: "123", ext: 4 } });
    expect(contact.validate(sent(contact.render())).form.error?.asDict()).toEqual({ __option__: "Required" });
    expect(contact.validate([["email", "a@b.ch"]])).toMatchObject({ value: { email: "a@b.ch" } });
  });
});

describe("a form of an intersection", () => {
  it("has the fields of both objects", () => {
    const both = createForm(Dot.and(z.object({ name: z.string().min(2, "Too short") })));
    const page = both.render({ kind: "dot", width: 2, name: "Ann" });
    expect(Object.keys(page.fields)).toEqual(["kind", "width", "name"]);
    expect(both.validate(sent(page))).toMatchObject({ value: { kind: "dot", width: 2, name: "Ann" } });
    expect(both.validate(sent(page, { name: "A" })).form.error?.asDict()).toEqual({ name: "Too short" });
  });

  it("has the cases of a union, with the fields of the object", () => {
    const both = createForm(z.object({ name: z.string() }).and(Shape));
    const page = both.render({ name: "Ann", kind: "line", points: [1] });
    expect(both.validate(sent(page))).toMatchObject({ value: { name: "Ann", kind: "line", points: [1] } });
  });
});

describe("a form of another schema", () => {
  it("is refused", () => {
    const refused = (type: unknown) => () => Reflect.apply(createForm, undefined, [type]);
    expect(refused(z.array(Dot))).toThrow(
      "The schema of a form is an object, or a union of objects, not array",
    );
    expect(refused(z.union([z.string(), z.int()]))).toThrow("or a union of objects, not union");
    expect(refused(z.union([Dot, z.string()]))).toThrow("The schema is a z.union() of object, string");
  });
});
