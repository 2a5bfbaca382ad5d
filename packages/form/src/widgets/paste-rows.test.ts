import type { Control } from "@turnform/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { german } from "../languages/german.ts";
import type { FilledForm } from "../page/filled-form.ts";
import { password } from "./password.ts";
import { radioChoice } from "./radio-choice.ts";
import { sequence } from "./sequence.ts";

const Line = z.object({
  id: z
    .string()
    .default("new")
    .meta({ widget: { hidden: true } }),
  product: z.string().max(10).meta({ title: "Product" }),
  count: z.int().min(1).meta({ title: "Number" }),
  size: z.enum(["small", "very_large"]).meta({ title: "Size" }),
  gift: z.boolean(),
  day: z.iso.date().optional(),
});
const paste = sequence({ paste: true });
const Order = z.object({
  name: z.string().min(1),
  lines: z
    .array(Line.meta({ title: "Line" }))
    .max(5)
    .meta({ widget: paste }),
});
const form = createForm(Order, { formId: "f" });

/** Presses the button of the list's area for a text. */
function pasted(text: string, items: readonly Control[] = []): Control[] {
  return [
    ["name", ""],
    ["__start__", "lines:sequence"],
    ...items,
    ["__paste__", text],
    ["__edit__", "paste"],
    ["__end__", "lines:sequence"],
  ];
}

/** A form of any data. */
interface Validates {
  validate(controls: readonly Control[]): { readonly kind: string; readonly form: FilledForm };
}

function edited(controls: readonly Control[], into: Validates = form): FilledForm {
  const result = into.validate(controls);
  expect(result.kind).toBe("edited");
  return result.form;
}

/** Returns the shown values of some fields of all lines. */
function values(page: FilledForm, ...names: string[]): unknown {
  return page.field("lines").items.map(({ fields }) => names.map((name) => fields[name]?.value));
}
const html = (page: FilledForm): string => String(page.field("lines").control);

describe("a list that accepts text", () => {
  it("makes items from rows, with cells in the order of the fields", () => {
    const page = edited(pasted("Pencil\t12\tsmall\tyes\t2026-05-01\nRubber\t1\tVery large\t\t\n"));
    expect(page.status).toBe(200);
    expect(page.error).toBeUndefined();
    expect(values(page, "product", "count", "size", "gift")).toEqual([
      ["Pencil", "12", "Small", "Yes"],
      ["Rubber", "1", "Very Large", "No"],
    ]);
    expect(html(page)).toContain('value="2026-05-01"');
    expect(html(page)).toContain('name="id" value="new"');
    expect(html(page)).toContain('id="f-lines-0-product" name="product" autofocus');
    expect(html(page)).not.toContain("Pencil\t");
  });

  it.each([
    ["commas", 'Pencil,12,small\n"Rubber, red",1,small\n'],
    ["semicolons", 'Pencil;12;small\n"Rubber, red";1;small\n'],
    ["titles in a first line", "Size\tPRODUCT\tNumber\nsmall\tPencil\t12\n\nsmall\tRubber, red\t1"],
    ["names in a first line", "size\tproduct\tcount\nsmall\tPencil\t12\nsmall\tRubber, red\t1\t"],
  ])("reads %s", (_, text) => {
    expect(values(edited(pasted(text)), "product", "count", "size")).toEqual([
      ["Pencil", "12", "Small"],
      ["Rubber, red", "1", "Small"],
    ]);
  });

  it("takes yes, true, 1 and x for a checkbox, also in the form's language", () => {
    const gifts = (words: string, into?: Validates): unknown =>
      values(edited(pasted(`gift\n${words.replaceAll(" ", "\n")}`), into), "gift");
    expect(gifts("yes TRUE 1 x")).toEqual([["Yes"], ["Yes"], ["Yes"], ["Yes"]]);
    expect(gifts("no False 0")).toEqual([["No"], ["No"], ["No"]]);
    expect(gifts("Ja nein", form.withLanguage(german))).toEqual([["Ja"], ["Nein"]]);
  });

  it("puts errors at the fields of wrong cells only, and quotes their texts", () => {
    const page = edited(pasted("Far too long a name\tmany\thuge\tmaybe\t1.5.2026\nPencil\t\t\t\t"));
    expect(page.error?.asDict()).toEqual({
      "lines.0.product": "“Far too long a name”: Enter at most 10 characters",
      "lines.0.count": '"many" is not a number. Write it like 1234',
      "lines.0.size": "“huge”: Choose one of the options",
      "lines.0.gift": "“maybe”: Choose one of the options",
      "lines.0.day": expect.stringContaining("1.5.2026"),
    });
    expect(page.status).toBe(200);
    const fields = page.field("lines.0").fields;
    expect([fields["product"]?.value, fields["count"]?.value, fields["day"]?.value]).toEqual([
      "Far too long a name",
      "many",
      "1.5.2026",
    ]);
  });

  it("keeps other items, and replaces an empty last one", () => {
    const item = (product: string): Control[] => [
      ["__start__", "line:mapping"],
      ["id", "new"],
      ["product", product],
      ["count", ""],
      ["size", ""],
      ["__start__", "day:mapping"],
      ["date", ""],
      ["__end__", ""],
      ["__end__", ""],
    ];
    const products = (items: readonly Control[]): unknown =>
      values(edited(pasted("Pencil\t12", items)), "product");
    expect(products([...item("Rubber"), ...item("")])).toEqual([["Rubber"], ["Pencil"]]);
    expect(products([...item(""), ...item("Rubber")])).toEqual([[""], ["Rubber"], ["Pencil"]]);
  });

  it.each([
    ["", "Enter at least one row"],
    ["product\tsize\n", "Enter at least one row"],
    ['a\n"b', "Line 2: the quotation marks don&#x27;t match"],
    ["a\t1\tsmall\tno\t\tmore", "Row 1 has too many columns; at most 5 are allowed"],
    ["a\na\na\na\na\na", "There are 6 rows, and room for 5"],
  ])("makes nothing of %j, and keeps the text with an error", (text, message) => {
    const page = edited(pasted(text));
    expect(values(page)).toEqual([]);
    expect(html(page).replaceAll("&#39;", "&#x27;")).toContain(message);
    expect(html(page)).toMatch(/id="f-lines:paste"[^>]* autofocus/);
    expect(html(page)).toContain("data-tf-paste open");
    expect(html(page)).toContain(text.replaceAll('"', "&quot;"));
  });

  it("keeps the text over other edits and errors", () => {
    const controls = (last: Control): Control[] =>
      pasted("Pencil\t12").map((control) => (control[0] === "__edit__" ? last : control));
    expect(html(edited(controls(["__edit__", "add"])))).toContain("Pencil\t12</textarea>");
    const result = form.validate(controls(["__paste__", ""]));
    expect(result.kind).toBe("invalid");
    expect(result.kind === "invalid" && String(result.form)).toContain("Pencil\t12</textarea>");
    expect(String(form.draft(controls(["__paste__", ""])))).toContain("Pencil\t12</textarea>");
  });

  it("holds single values too, and lists inside of other lists", () => {
    const Towns = z.object({
      days: z.array(z.object({ towns: z.array(z.string()).meta({ widget: paste }) })),
    });
    const page = edited(
      [
        ["__start__", "days:sequence"],
        ["__start__", "day:mapping"],
        ["__start__", "towns:sequence"],
        ["town", "Bergen"],
        ["__paste__", "Oslo, Norway\nRoma"],
        ["__edit__", "paste"],
        ["__end__", ""],
        ["__end__", ""],
        ["__end__", ""],
      ],
      createForm(Towns, { formId: "f" }),
    );
    expect(page.field("days.0.towns").items.map(({ value }) => value)).toEqual([
      "Bergen",
      "Oslo, Norway",
      "Roma",
    ]);
  });

  it("fills choices drawn as radio buttons by their labels", () => {
    const Trip = z.object({
      lines: z.array(
        z.object({
          way: z.string().meta({ widget: radioChoice({ values: [["l", "To the left"]] }) }),
          on: z.string(),
        }),
      ),
    });
    const trip = createForm(Trip, { formId: "f", widgets: { lines: paste } });
    const page = edited(pasted("to the LEFT\t1\nup\t2"), trip);
    expect(values(page, "way")).toEqual([["To the left"], [""]]);
    expect(page.error?.asDict()).toEqual({ "lines.1.way": "“up”: Choose one of the options" });
  });

  it("awaits asynchronous checks", async () => {
    const Taken = z.object({
      lines: z.array(z.string().refine(async (name) => name !== "taken")).meta({ widget: paste }),
    });
    const result = await createForm(Taken, { formId: "f" }).validateAsync(pasted("free\ntaken"));
    expect(result.kind === "edited" && result.form.error?.asDict()).toEqual({
      "lines.1": "“taken”: Invalid value",
    });
  });

  it("is refused for items without single values", () => {
    const list = (item: z.ZodType) => createForm(z.object({ lines: z.array(item).meta({ widget: paste }) }));
    for (const item of [z.array(z.string()), z.object({ pin: z.string().meta({ widget: password() }) })])
      expect(() => list(item)).toThrow(`Sequence "lines" can't be filled from text`);
  });

  it("ignores the edit where text is not accepted", () => {
    const plain = createForm(z.object({ lines: z.array(z.string()) }), { formId: "f" });
    const page = edited(pasted("a\nb"), plain);
    expect(page.field("lines").items).toEqual([]);
    expect(String(page)).not.toContain("__paste__");
  });

  it("never throws, and loses no text", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('"', "\t", ",", ";", "\n", "small", "yes", "2026-05-01"),
    );
    fc.assert(
      fc.property(
        fc.array(cell).map((cells) => cells.join("")),
        (text) => {
          const page = edited(pasted(text));
          const count = page.field("lines").items.length;
          expect(count <= 5).toBe(true);
          if (count === 0) expect(html(page)).toContain("data-tf-paste open");
        },
      ),
    );
  });
});
