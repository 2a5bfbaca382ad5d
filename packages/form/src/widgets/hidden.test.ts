import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import { checkboxChoice } from "./checkbox-choice.ts";
import { hidden } from "./hidden.ts";
import { radioChoice } from "./radio-choice.ts";

describe("hidden", () => {
  const Page = z.object({
    id: z.int().meta({ widget: hidden() }),
    rows: z.array(z.object({ names: z.array(z.string()) })).meta({ widget: { hidden: true } }),
  });
  const form = createForm(Page);

  it("posts hidden values of any kind", () => {
    const value = { id: 5, rows: [{ names: ["a", '"<b>'] }, { names: [] }] };
    const html = String(form.render(value));
    expect(pageOf(html).querySelectorAll(".tf-field, fieldset, label")).toHaveLength(0);
    expect(form.validate(submittedControls(html))).toMatchObject({ kind: "valid", value });
  });

  it("keeps white space, because nobody typed it", () => {
    const text = createForm(z.object({ it: z.string().meta({ widget: hidden() }) }));
    expect(text.validate([["it", " v "]])).toMatchObject({ value: { it: " v " } });
  });

  it("keeps line breaks, each counted as one character", () => {
    const text = createForm(
      z.object({
        it: z.string().max(5).meta({ widget: hidden() }),
        list: z.array(z.object({ text: z.string().max(3) })).meta({ widget: { hidden: true } }),
      }),
    );
    const value = { it: "a\nb\n\n", list: [{ text: "\n\n\n" }] };
    const posted = submittedControls(String(text.render(value)));
    expect(posted).toContainEqual(["it", "a\r\nb\r\n\r\n"]);
    expect(text.validate(posted)).toMatchObject({ kind: "valid", value });
  });

  it("keeps line breaks, as choices do", () => {
    const lines = "a\nb";
    const text = createForm(
      z.object({
        one: z.enum([lines, "c"]),
        radio: z.enum([lines, "c"]).meta({ widget: radioChoice() }),
        some: z.array(z.enum([lines, "c"])).meta({ widget: checkboxChoice() }),
      }),
    );
    const value = { one: lines, radio: lines, some: [lines] } as const;
    expect(text.validate(submittedControls(String(text.render(value))))).toMatchObject({
      kind: "valid",
      value,
    });
  });

  it("posts missing values as empty texts, and missing lists as empty lists", () => {
    const some = {
      list: z.array(z.string()),
      set: z.set(z.string()),
      record: z.record(z.string(), z.string()),
      spare: z.array(z.string()).optional(),
      shape: z.discriminatedUnion("kind", [z.object({ kind: z.literal("a") })]).optional(),
    };
    const fields = Object.entries(some).map(([name, type]) => [
      name,
      type.meta({ widget: { hidden: true } }),
    ]);
    const empty = createForm(z.object(Object.fromEntries(fields)));
    expect(empty.validate(submittedControls(String(empty.render())))).toMatchObject({
      kind: "valid",
      value: { list: [], set: new Set(), record: {} },
    });
  });

  it("shows its errors in the summary, without a link", () => {
    const result = form.validate([["id", "x"]]);
    const entries = [...pageOf(String(result.form)).querySelectorAll(".tf-summary li")];
    expect(entries.map(({ textContent }) => textContent)).toEqual([
      'Id: "x" is not a number',
      "Rows: Required",
    ]);
    expect(pageOf(String(result.form)).querySelectorAll(".tf-summary a")).toHaveLength(0);
  });

  it("works in items of sequences", () => {
    const list = createForm(z.object({ s: z.array(z.string().meta({ name: "h", widget: hidden() })) }));
    const html = String(list.render({ s: ["a", "b"] }));
    expect(list.validate(submittedControls(html))).toMatchObject({ value: { s: ["a", "b"] } });
  });
});
