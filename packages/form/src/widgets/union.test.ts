import { describe, expect, it } from "vitest";
import type { Control } from "@turnform/schema";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import { password } from "./password.ts";
import { textArea } from "./text-area.ts";
import { union } from "./union.ts";

const Circle = z.object({ kind: z.literal("circle"), name: z.string(), radius: z.number() });
const Square = z
  .strictObject({ kind: z.literal("square"), name: z.string(), side: z.number().meta({ initial: 3 }) })
  .meta({ title: "A <square>" });
const Shape = z.discriminatedUnion("kind", [Circle, Square]);

const form = createForm(z.object({ shape: Shape }), { formId: "f" });

/** Returns the post of a page without JavaScript, with one control changed and a button pressed. */
const sent = (page: unknown, name: string, value: string, pressed?: string) =>
  submittedControls(String(page), pressed).map(
    ([key, given]) => [key, key === name ? value : given] as const,
  );

const texts = (page: unknown, selector: string) =>
  [...pageOf(String(page)).querySelectorAll(selector)].map(({ textContent }) => textContent?.trim());

describe("union", () => {
  it("shows only the choice of cases until one is chosen", () => {
    const page = form.render();
    expect(texts(page, "option")).toEqual(["", "Circle", "A <square>"]);
    expect(texts(page, ".tf-case")).toEqual([""]);
    expect(pageOf(String(page)).querySelectorAll("template[data-tf-case]")).toHaveLength(2);
    expect(form.validate(submittedControls(String(page)))).toMatchObject({ kind: "invalid" });
    const invalid = form.validate(submittedControls(String(page))).form;
    expect(invalid.error?.asDict()).toEqual({ "shape.kind": "Required" });
    expect(texts(invalid, ".tf-summary a")).toEqual(["Shape, Kind: Required"]);
  });

  it("answers the button with the fields of the case, and keeps typed values of fields with the same name", () => {
    const page = form.render({ shape: { kind: "circle", name: "Round", radius: 2 } });
    const { kind, form: edited } = form.validate(sent(page, "kind", "square", "f-shape-kind:choose"));
    expect(kind).toBe("edited");
    const shown = pageOf(String(edited));
    expect(shown.querySelector(".tf-case")?.getAttribute("data-tf-case")).toBe("square");
    expect(shown.querySelector("[autofocus]")?.id).toBe("f-shape-name");
    expect(form.validate(submittedControls(String(edited)))).toMatchObject({
      kind: "valid",
      value: { shape: { kind: "square", name: "Round", side: 3 } },
    });
  });

  it("does not report fields of other cases as unknown", () => {
    const page = form.render({ shape: { kind: "circle", name: "Round", radius: 2 } });
    const { form: invalid } = form.validate(sent(page, "kind", "square"));
    expect(invalid.error?.asDict()).toEqual({ "shape.side": "Required" });
    expect(texts(invalid, ".tf-case .tf-label")).toEqual(["Name *", "Side *"]);
  });

  it("refuses a case that is not offered", () => {
    const { form: invalid } = form.validate(sent(form.render(), "kind", "<triangle>"));
    expect(invalid.error?.asDict()).toEqual({ "shape.kind": "Choose one of the options" });
    expect(String(invalid)).not.toContain("<triangle>");
  });

  it("shows each tag of a union in a union once", () => {
    const Two = z.discriminatedUnion("size", [
      z.object({ kind: z.literal("two"), size: z.literal("s") }),
      z.object({ kind: z.literal("two"), size: z.literal("m"), note: z.string() }),
    ]);
    const One = z.object({ kind: z.literal("one"), note: z.string() });
    const nested = createForm(z.object({ it: z.discriminatedUnion("kind", [One, Two]) }), { formId: "f" });
    const page = nested.render({ it: { kind: "two", size: "m", note: "x" } });
    expect(pageOf(String(page)).querySelectorAll("[name=kind]")).toHaveLength(1);
    const { form: chosen } = nested.validate(sent(page, "kind", "one", "f-it-kind:choose"));
    expect(nested.validate(submittedControls(String(chosen)))).toMatchObject({
      value: { it: { kind: "one", note: "x" } },
    });
  });

  it("accepts no choice if it is optional", () => {
    const optional = createForm(z.object({ shape: Shape.optional() }), { formId: "f" });
    const page = optional.render({ shape: { kind: "circle", name: "Round", radius: 2 } });
    expect(pageOf(String(page)).querySelector("select")?.hasAttribute("required")).toBe(false);
    expect(optional.validate(sent(page, "kind", ""))).toMatchObject({ kind: "valid", value: {} });
    const list = createForm(z.object({ shapes: z.array(Shape.nullable()) }));
    expect(list.validate(submittedControls(String(list.render({ shapes: [null] }))))).toMatchObject({
      value: { shapes: [null] },
    });
  });

  it("offers its cases by radio buttons, in separate groups", () => {
    const radio = createForm(
      z.object({ shapes: z.array(Shape.meta({ widget: union({ choice: "radio" }) })) }),
    );
    const shapes = [
      { kind: "circle", name: "a", radius: 1 },
      { kind: "square", name: "b", side: 2 },
    ] as const;
    const page = String(radio.render({ shapes }));
    expect(radio.validate(submittedControls(page))).toMatchObject({ kind: "valid", value: { shapes } });
    const { form: added } = radio.validate(submittedControls(page, "form-shapes:add-1"));
    expect(radio.validate(submittedControls(String(added))).form.error?.asDict()).toEqual({
      "shapes.2.name": "Required",
    });
  });

  it("chooses at any depth without JavaScript", () => {
    const deep = createForm(z.object({ lists: z.array(z.array(Shape)) }), { formId: "f" });
    const page = deep.render({ lists: [[], [{ kind: "circle", name: "a", radius: 1 }]] });
    const { form: edited } = deep.validate(sent(page, "kind", "square", "f-lists-1-0-kind:choose"));
    expect(texts(edited, ".tf-items .tf-items .tf-case .tf-label")).toEqual(["Name *", "Side *"]);
  });

  it("stays finite if a case contains the union again", () => {
    const Sum: z.ZodType = z.discriminatedUnion("op", [
      z.object({ op: z.literal("number"), value: z.number() }),
      z.object({
        op: z.literal("add"),
        get left() {
          return Sum;
        },
        get right() {
          return Sum.optional();
        },
        get more() {
          return z.array(Sum);
        },
      }),
    ]);
    const sums = createForm(z.object({ sum: Sum }), { formId: "f" });
    const number = { op: "number", value: 1 };
    const sum = { op: "add", left: { op: "add", left: number, right: number, more: [] }, more: [number] };
    const page = String(sums.render({ sum }));
    expect(page.length).toBeLessThan(60_000);
    expect(sums.validate(submittedControls(page))).toMatchObject({ kind: "valid", value: { sum } });
    const fresh = String(sums.render());
    const chosen = sums.validate(sent(fresh, "op", "add", "f-sum-op:choose")).form;
    const ids = [...pageOf(String(chosen)).querySelectorAll("select")].map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["f-sum-op", "f-sum-left-op", "f-sum-right-op"]));
  });

  it("starts a case that was not shown with initial values, with or without its button", () => {
    const Size = z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("a"), note: z.string() }),
      z.strictObject({ kind: z.literal("b"), loop: z.boolean().default(true), dry: z.boolean() }),
    ]);
    const sizes = createForm(z.object({ it: Size }), { formId: "f" });
    const ticks = (page: unknown) =>
      ["loop", "dry"].map((name) =>
        pageOf(String(page)).querySelector(`#f-it-${name}`)?.hasAttribute("checked"),
      );
    for (const page of [sizes.render(), sizes.render({ it: { kind: "a", note: "x" } })]) {
      const edited = sizes.validate(sent(page, "kind", "b", "f-it-kind:choose")).form;
      expect(ticks(edited)).toEqual([true, false]);
      const loop = { kind: "b", loop: true, dry: false };
      expect(sizes.validate(sent(page, "kind", "b"))).toMatchObject({ kind: "valid", value: { it: loop } });
      const unticked = submittedControls(String(edited)).filter(([name]) => name !== "loop");
      expect(sizes.validate(unticked)).toMatchObject({ value: { it: { ...loop, loop: false } } });
    }
  });

  it("reads unions inside unions, by the same tag or another", () => {
    const Failure = z.discriminatedUnion("code", [
      z.object({ status: z.literal("failed"), code: z.literal("gone"), since: z.string() }),
      z.object({ status: z.literal("failed"), code: z.literal("busy"), retry: z.number() }),
    ]);
    const Result = z.discriminatedUnion("status", [
      z.object({ status: z.literal("done"), text: z.string() }),
      Failure,
      z.discriminatedUnion("status", [z.object({ status: z.literal("late"), hours: z.number() })]),
    ]);
    const results = createForm(z.object({ all: z.array(Result) }), { formId: "f" });
    const all = [
      { status: "done", text: "x" },
      { status: "failed", code: "busy", retry: 2 },
      { status: "late", hours: 3 },
    ] as const;
    const page = results.render({ all });
    expect(results.validate(submittedControls(String(page)))).toMatchObject({
      kind: "valid",
      value: { all },
    });
    const strict = createForm(
      z.object({
        it: z.discriminatedUnion("status", [z.strictObject({ status: z.literal("none") }), Failure]),
      }),
    );
    const failed = strict.render({ it: { status: "failed", code: "busy", retry: 2 } });
    expect(strict.validate(sent(failed, "status", "none"))).toMatchObject({
      value: { it: { status: "none" } },
    });
    const { form: invalid } = results.validate(sent(page, "code", ""));
    expect(invalid.error?.asDict()).toEqual({ "all.1.code": "Required" });
  });

  it("keeps readonly values, but not those of another case", () => {
    const fixed = { widget: { readonly: true } };
    const Size = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("a"), size: z.number().meta(fixed) }),
      z.object({ kind: z.literal("b"), size: z.enum(["s", "m"]).default("m").meta(fixed) }),
    ]);
    const sizes = createForm(z.object({ it: Size }));
    const post = (kind: string) =>
      [
        ["__start__", "it:mapping"],
        ["kind", kind],
        ["__end__", "it"],
      ] as const;
    const current = { it: { kind: "a", size: 5 } } as const;
    expect(sizes.validate(post("a"), current)).toMatchObject({ value: { it: { kind: "a", size: 5 } } });
    expect(sizes.validate(post("b"), current)).toMatchObject({ value: { it: { kind: "b", size: "m" } } });
  });

  it("shows the case in words if readonly", () => {
    const page = form.render({ shape: { kind: "square", name: "x", side: 2 } }, { readonly: true });
    expect(texts(page, ".tf-value")).toEqual(["A <square>", "x", "2"]);
  });

  it("writes a union without a tag as one text, or refuses it by name", () => {
    const text = createForm(z.object({ size: z.union([z.number(), z.enum(["auto"])]) }));
    const page = String(text.render({ size: "auto" }));
    expect(text.validate(submittedControls(page))).toMatchObject({ value: { size: "auto" } });
    expect(() => createForm(z.object({ size: z.union([z.object({ a: z.string() }), z.string()]) }))).toThrow(
      'Field "size" is a z.union() of object, string, and no single control shows all of them',
    );
    expect(() => createForm(z.object({ size: z.json().meta({ widget: textArea() }) }))).toThrow(
      'Field "size" is a union of values with parts',
    );
    const nested = z.union([z.union([z.int(), z.boolean()]), z.email()]);
    expect(createForm(z.object({ size: nested })).validate([["size", "5"]])).toMatchObject({
      value: { size: 5 },
    });
    const secret = z.string().meta({ widget: password() });
    expect(() => createForm(z.object({ size: z.union([secret, z.number()]) }))).toThrow(
      "give it to the union",
    );
  });

  it("chooses an option of a union without a discriminator", () => {
    const Street = z.object({ street: z.string(), city: z.string() });
    const Box = z.object({ box: z.int(), city: z.string() }).meta({ title: "PO box" });
    const addressForm = createForm(z.object({ to: z.union([Street, Box]) }), { formId: "f" });
    const page = String(addressForm.render({ to: { box: 5, city: "Oslo" } }));
    const select = pageOf(page).querySelector("[id='f-to-__option__']");
    expect([...(select?.querySelectorAll("option") ?? [])].map(({ textContent }) => textContent)).toEqual([
      "Street, City",
      "PO box",
    ]);
    expect(pageOf(page).querySelector("label[for='f-to-__option__']")?.textContent?.trim()).toMatch(
      /^Option/,
    );
    expect(addressForm.validate(submittedControls(page))).toMatchObject({
      value: { to: { box: 5, city: "Oslo" } },
    });
    const start: Control[] = [["__start__", "to:mapping"]];
    const end: Control[] = [["__end__", "to:mapping"]];
    // Without JavaScript, the button shows the fields of the chosen option.
    const chosen = addressForm.validate([...start, ["__option__", "0"], ["__edit__", "choose"], ...end]);
    expect(pageOf(String(chosen.form)).querySelector("[autofocus]")?.id).toBe("f-to-street");
    // An invalid answer keeps the choice, though its texts fit another option too.
    const wrong = addressForm.validate([
      ...start,
      ["__option__", "1"],
      ["box", "x"],
      ["street", "a"],
      ["city", "b"],
      ...end,
    ]);
    expect(wrong).toMatchObject({ kind: "invalid" });
    expect(submittedControls(String(wrong.form))).toContainEqual(["__option__", "1"]);
    const none = addressForm.validate([...start, ["__option__", ""], ...end]);
    expect(none.form.error?.asDict()).toEqual({ "to.__option__": "Required" });
  });

  it("drops a password when another case has a plain field of the same name", () => {
    const Login = z.discriminatedUnion("by", [
      z.object({
        by: z.literal("password"),
        key: z.string().meta({ widget: password({ redisplay: true }) }),
      }),
      z.object({ by: z.literal("card"), key: z.string() }),
    ]);
    const login = createForm(z.object({ login: Login }), { formId: "f" });
    const page = login.render({ login: { by: "password", key: "s3cret" } });
    const changed = submittedControls(String(page), "login").map(
      ([name, value]) => [name, name === "by" ? "card" : value] as const,
    );
    const next = login.validate(changed);
    expect(next.kind).toBe("invalid");
    expect(String(next.form)).not.toContain("s3cret");
    expect(login.validate(submittedControls(String(page)))).toMatchObject({
      value: { login: { by: "password", key: "s3cret" } },
    });
  });
});
