import { type Control, date, datetime } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import { colorInput } from "./color-input.ts";
import { dateParts } from "./date-parts.ts";
import { mapping } from "./mapping.ts";
import { numberInput } from "./number-input.ts";
import { password } from "./password.ts";
import { radioChoice } from "./radio-choice.ts";
import { rangeInput } from "./range-input.ts";
import { richText } from "./rich-text.ts";
import { sequence, type SequenceOptions } from "./sequence.ts";

const Move = z.object({ angle: z.number(), kind: z.enum(["slow", "fast"]) }).meta({ title: "Move" });

/** Creates a form of one list. */
const listOf = (item: z.ZodType, options: SequenceOptions, limit = (list: z.ZodArray) => list) =>
  createForm(z.object({ list: limit(z.array(item)).meta({ widget: sequence(options) }) }), { formId: "f" });

const ops = (html: unknown): string[][] =>
  [...pageOf(String(html)).querySelectorAll("[data-tf-items] > *")].map((item) =>
    [...item.querySelectorAll("button")].map(
      (button) => `${button.getAttribute("value")}${button.hasAttribute("disabled") ? " off" : ""}`,
    ),
  );

describe("sequence", () => {
  it("gives each item its buttons", () => {
    const plain = listOf(z.string(), {}).render({ list: ["a", "b"] });
    expect(ops(plain)).toEqual([["remove"], ["remove"]]);
    const ordered = listOf(z.string(), { orderable: true }).render({ list: ["a", "b"] });
    expect(ops(ordered)).toEqual([
      ["add", "duplicate", "up off", "down", "remove"],
      ["add", "duplicate", "up", "down off", "remove"],
    ]);
    const some = listOf(z.string(), { orderable: true, insertable: false, duplicable: false });
    expect(ops(some.render({ list: ["a"] }))).toEqual([["up off", "down off", "remove"]]);
  });

  it("offers the kinds of a union, and ignores others", () => {
    const type = z.fromJSONSchema({
      type: "array",
      maxItems: 2,
      items: {
        oneOf: ["a", "b"].map((kind) => ({
          type: "object",
          properties: { kind: { const: kind }, [kind]: { type: "string" } },
          required: ["kind", kind],
        })),
      },
    });
    const form = createForm(z.object({ list: type }), { formId: "f" });
    const values = [...pageOf(String(form.render())).querySelectorAll(".tf-kind")].map((button) =>
      button.getAttribute("value"),
    );
    expect(values).toHaveLength(2);
    const add = (value: string) => {
      const result = form.validate([
        ["__start__", "list:sequence"],
        ["__edit__", value],
        ["__end__", ""],
      ]);
      return result.kind === "edited" && result.form.field("list").items.length;
    };
    expect(values.map((value) => add(value ?? ""))).toEqual([1, 1]);
    for (const forged of ["add:", "add:c", "add:__proto__", "add:0"].filter(
      (value) => !values.includes(value),
    ))
      expect(add(forged)).toBe(0);
    const plain = createForm(z.object({ list: z.array(z.string()) }), { formId: "f" });
    expect(
      plain.validate([
        ["__start__", "list:sequence"],
        ["__edit__", "add:a"],
        ["__end__", ""],
      ]).kind,
    ).toBe("edited");
    expect(String(plain.render())).not.toContain("tf-kind");
  });

  it("tells why a button is disabled", () => {
    const form = listOf(z.string(), { duplicable: true }, (list) => list.min(1).max(2));
    const notes = (list: string[]) =>
      [...pageOf(String(form.render({ list }))).querySelectorAll(".tf-limit > *:not([hidden])")].map(
        (note) => note.textContent,
      );
    expect(notes(["a"])).toEqual(["Keep at least 1."]);
    expect(notes(["a", "b"])).toEqual(["At most 2 are allowed."]);
    expect(ops(form.render({ list: ["a"] }))).toEqual([["duplicate", "remove off"]]);
    expect(ops(form.render({ list: ["a", "b"] }))[0]).toEqual(["duplicate off", "remove"]);
    const full = pageOf(String(form.render({ list: ["a", "b"] })));
    expect(full.querySelector("[id='f-list:add'][disabled]")?.getAttribute("aria-describedby")).toBe(
      "f-list:limit",
    );
  });

  it("has no buttons to add or remove if its length is fixed", () => {
    const page = String(
      listOf(z.string(), { orderable: true }, (list) => list.length(2)).render({ list: ["a", "b"] }),
    );
    expect(ops(page)).toEqual([
      ["up off", "down"],
      ["up", "down off"],
    ]);
    expect(page).not.toMatch(/<template|value="add"|tf-limit/);
  });

  it("starts with its initial items", () => {
    const form = createForm(z.object({ tags: z.array(z.string()).meta({ initial: ["new", "hot"] }) }));
    const tags = submittedControls(String(form.render())).filter(([name]) => name === "item");
    expect(tags.map(([, value]) => value)).toEqual(["new", "hot"]);
  });

  it("titles items by their values, and by their number while a value is missing", () => {
    const form = listOf(Move, { itemTitle: "Move ${number}: ${angle}°, ${kind}" });
    const list = [{ angle: 90, kind: "fast" }, { kind: "slow" }];
    const page = pageOf(String(form.render({ list })));
    const shown = [...page.querySelectorAll("[data-tf-items] legend > span:not([hidden])")];
    expect(shown.map((title) => title.textContent)).toEqual(["Move 1: 90°, Fast", "Move 2"]);
    expect(page.querySelector("[data-tf-value-of='f-list-0-angle']")?.textContent).toBe("90");
    expect(page.querySelector("template")?.innerHTML).toContain('data-tf-value-of="f-list-*-angle"');
  });

  it("refuses a title with unknown fields, and a table of nested items, early", () => {
    expect(() => listOf(Move, { itemTitle: "${speed}" })).toThrow('has no field "speed"');
    expect(() => listOf(z.object({ to: Move }), { itemTitle: "${to}" })).toThrow("not one text");
    expect(() => listOf(z.object({ to: Move }), { itemTitle: "${to.angle}" })).not.toThrow();
    expect(() => listOf(z.object({ to: Move }), { layout: "table" })).toThrow(/can't be a table/);
    expect(() => listOf(z.string(), { layout: "table" })).toThrow(/can't be a table/);
  });

  it("titles items by the values of their controls, as the script does", () => {
    const Stop = z.object({
      day: date(),
      way: z.enum(["left", "right"]).meta({ widget: radioChoice() }),
      far: z.number().meta({ widget: numberInput({ format: { style: "unit", unit: "meter" } }) }),
      id: z.string().meta({ widget: { readonly: true } }),
    });
    const form = listOf(Stop, { itemTitle: "${day} ${way} ${far} ${id}" });
    const list = [{ day: new Date("2020-05-06"), way: "left", far: 1500, id: " x " }];
    expect(pageOf(String(form.render({ list }))).querySelector("[data-tf-title]")?.textContent).toBe(
      "2020-05-06 Left 1500 x",
    );
  });

  it.each([
    ["password", z.string().meta({ widget: password() })],
    ["hidden password", z.string().meta({ widget: password({ hidden: true }) })],
    ["checkbox", z.boolean()],
    ["date in parts", date().meta({ widget: dateParts() })],
    ["moment", datetime()],
    ["file", z.file()],
    ["rich text", z.string().meta({ widget: richText() })],
    ["scale with none", z.number().optional().meta({ widget: rangeInput() })],
    ["colour or none", z.string().optional().meta({ widget: colorInput() })],
  ])("refuses a title with a %s, early", (_, told) => {
    expect(() => listOf(z.object({ told }), { itemTitle: "${told}" })).toThrow(
      'An item title has the slot "told", whose widget tells titles nothing',
    );
  });

  it("shows flat mappings as a table that posts the same", () => {
    const list = [
      { angle: 1, kind: "slow" },
      { angle: 2, kind: "fast" },
    ];
    const table = listOf(Move, { layout: "table", orderable: true });
    const html = String(table.render({ list }));
    expect(submittedControls(html)).toEqual(submittedControls(String(listOf(Move, {}).render({ list }))));
    const page = pageOf(html);
    const texts = (selector: string) => [...page.querySelectorAll(selector)].map((cell) => cell.textContent);
    expect(texts("thead th")).toEqual(["Item", "Angle *", "Kind *", "Actions"]);
    expect(texts("tbody th .tf-row-title")).toEqual(["Move 1", "Move 2"]);
    const typed = submittedControls(html).map(([name, value]): Control => [
      name,
      name === "angle" ? "x" : value,
    ]);
    const wrong = table.validate(typed);
    expect(pageOf(String(wrong.form)).querySelectorAll("td .tf-error")).toHaveLength(2);
  });

  it("opens collapsed items that are invalid or new", () => {
    const Item = z.object({ name: z.string().max(3) }).meta({ widget: mapping({ frame: "details" }) });
    const form = listOf(Item, {});
    const open = (html: unknown) =>
      [...pageOf(String(html)).querySelectorAll("[data-tf-items] > li > details")].map((item) =>
        item.hasAttribute("open"),
      );
    const page = form.render({ list: [{ name: "a" }, { name: "abcd" }] });
    expect(open(page)).toEqual([false, false]);
    expect(open(form.validate(submittedControls(String(page))).form)).toEqual([false, true]);
    expect(open(form.validate(submittedControls(String(page), "f-list:add")).form)).toEqual([
      false,
      false,
      true,
    ]);
    expect(pageOf(String(page)).querySelector("template")?.innerHTML).toMatch(/<details[^>]* open/);
  });

  it("has one blank item for a recursive schema", () => {
    interface Comment {
      text: string;
      replies: Comment[];
    }
    const Comment: z.ZodType<Comment> = z.lazy(() =>
      z.object({ text: z.string(), replies: z.array(Comment) }),
    );
    const form = createForm(z.object({ comments: z.array(Comment) }), { formId: "f" });
    const comments = [{ text: "a", replies: [{ text: "b", replies: [] }] }];
    const page = pageOf(String(form.render({ comments })));
    expect(page.querySelectorAll("template")).toHaveLength(1);
    const likes = [...page.querySelectorAll("[data-tf-items] [data-tf-sequence]")];
    expect(likes.map((list) => list.getAttribute("data-tf-blank-levels-up"))).toEqual(["1", "1"]);
    const added = form.validate(submittedControls(page.innerHTML, "f-comments-0-replies-0-replies:add"));
    expect(pageOf(String(added.form)).querySelector("[autofocus]")?.id).toBe(
      "f-comments-0-replies-0-replies-0-text",
    );
  });

  it("reports a text instead of a list at the field", () => {
    const form = listOf(Move, {});
    const result = form.validate([["list", "no list"]]);
    expect(result.kind === "invalid" && result.error.asDict()).toEqual({ list: '"no list" is not a list' });
    expect(String(result.form)).toContain("data-tf-items");
  });

  it("has no buttons, markers and blank item if readonly", () => {
    const page = listOf(Move, { orderable: true }).render(
      { list: [{ angle: 1, kind: "fast" }] },
      { readonly: true },
    );
    expect(String(page)).not.toMatch(/<button|<template|__start__|<input(?! type="hidden" name="_)/);
    expect([...pageOf(String(page)).querySelectorAll(".tf-value")].map((value) => value.textContent)).toEqual(
      ["1", "Fast"],
    );
  });
});
