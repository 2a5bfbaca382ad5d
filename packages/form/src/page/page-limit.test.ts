import type { Control } from "@turnform/schema";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { submittedControls } from "../testing/submitted.ts";
import { sequence } from "../widgets/sequence.ts";
import { textAreaCsv } from "../widgets/text-area-csv.ts";
import { textInput } from "../widgets/text-input.ts";
import { tupleGroup } from "../widgets/tuple-group.ts";
import type { Widget } from "../field/widget.ts";

const start = (marker: string): Control => ["__start__", marker];
const end: Control = ["__end__", ""];
const times = (count: number, ...controls: readonly Control[]): Control[] =>
  Array.from({ length: count }, () => controls).flat();
const list = (name: string, ...controls: readonly Control[]): Control[] => [
  start(`${name}:sequence`),
  ...controls,
  end,
];

/** Counts the items on a page, without blank ones. */
const itemsOf = (page: unknown): number => String(page).match(/id="[^"*]*:item"/g)?.length ?? 0;
const add: Control = ["__edit__", "add"];

describe("a page of a post", () => {
  it.each([
    ["a list", z.array(z.string()).max(3)],
    ["a set", z.set(z.string()).max(3).meta({ widget: sequence() })],
    ["a set of objects", z.set(z.object({ a: z.string() })).max(3)],
    ["a map", z.map(z.string(), z.string()).max(3)],
    ["a list of lists", z.array(z.array(z.string())).length(3)],
  ])("draws no more items than there may be of %s", (_, type) => {
    const form = createForm(z.object({ all: type }));
    const posted = list("all", ...Array.from({ length: 1000 }, (_, i): Control => ["", `${i}`]));
    const edited = [...posted.slice(0, -1), add, end];
    const removed = [...posted.slice(0, -1), ["__edit__", "remove"] as const, end];
    for (const page of [
      form.validate(posted).form,
      form.validate(edited).form,
      form.validate(removed).form,
      form.draft(posted),
    ])
      expect(itemsOf(page)).toBe(3);
    expect(form.validate(posted).kind).toBe("invalid");
    expect(form.validate(edited).kind).toBe("edited");
  });

  it("respects the limit of each list inside items and cases", () => {
    const Shape = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("line"), points: z.array(z.string()).max(2) }),
    ]);
    const form = createForm(z.object({ all: z.array(Shape).max(2) }));
    const shape = [
      start(":mapping"),
      ["kind", "line"] as const,
      ...list("points", ...times(9, ["", "x"])),
      end,
    ];
    expect(itemsOf(form.draft(list("all", ...times(9, ...shape))))).toBe(2 + 2 * 2);
  });

  it("reads one item more than allowed, and refuses the list", () => {
    const deserialize = vi.fn<Widget["deserialize"]>((...given) => textInput().deserialize(...given));
    const counting: Widget = { ...textInput(), deserialize };
    const Text = z.string().meta({ widget: counting });
    for (const type of [z.array(Text).max(3), z.set(Text).max(3).meta({ widget: sequence() })]) {
      deserialize.mockClear();
      const form = createForm(z.object({ all: type }));
      const result = form.validate(list("all", ...times(1000, ["", "same"])));
      expect(result.kind === "invalid" && result.error.asDict()).toEqual({
        all: "Keep at most 3",
      });
      expect(deserialize).toHaveBeenCalledTimes(4);
    }
  });

  it("shows the posted items of a too short list with an error, and lets people add items", () => {
    const form = createForm(z.object({ all: z.array(z.string()).min(3) }));
    const posted = list("all", ["item", "x"]);
    const result = form.validate(posted);
    expect(result.kind === "invalid" && result.error.asDict()).toEqual({
      all: "Add at least 3",
    });
    expect(itemsOf(result.form)).toBe(1);
    let page = result.form;
    for (const count of [2, 3]) {
      page = form.validate(submittedControls(String(page), "form-all:add")).form;
      expect(itemsOf(page)).toBe(count);
    }
    expect(itemsOf(form.render())).toBe(3);
  });

  it("gives an added item its required items", () => {
    const Inner = z.object({
      names: z.array(z.string()).min(2),
      pair: z.tuple([z.array(z.int()).min(1)]).meta({ widget: tupleGroup() }),
      ages: z.map(z.string(), z.int()).min(1),
    });
    const form = createForm(z.object({ all: z.array(Inner) }));
    const fresh = String(form.render());
    expect(itemsOf(form.validate(submittedControls(fresh, "form-all:add")).form)).toBe(1 + 2 + 1 + 1);
    const many = createForm(z.object({ all: z.array(z.array(z.array(z.string()).min(99)).min(99)) }));
    const added = many.validate(submittedControls(String(many.render()), "form-all:add"));
    expect(itemsOf(added.form)).toBe(1 + 100);
  });

  it("adds no items to posted lists that are too short", () => {
    const form = createForm(z.object({ all: z.array(z.array(z.string()).min(50)).max(1000) }));
    const posted = list("all", ...times(1000, start(":sequence"), end));
    expect(itemsOf(form.validate(posted).form)).toBe(1000);
    expect(itemsOf(form.draft(posted))).toBe(1000);
  });
});

describe("maxPageSize", () => {
  const cases = Array.from({ length: 12 }, (_, i) =>
    z.object({
      kind: z.literal(`case-${i}`),
      ...Object.fromEntries(["a", "b", "c", "d"].map((n) => [n, z.string()])),
    }),
  );
  const [first = z.object({ kind: z.literal("") }), ...others] = cases;
  const Wide = z.object({ all: z.array(z.discriminatedUnion("kind", [first, ...others])) });
  const bomb = list("all", ...times(9000, ["", ""]));

  it("refuses a post whose page would be out of proportion, without drawing it", () => {
    const form = createForm(Wide);
    for (const controls of [bomb, [...bomb.slice(0, -1), add, end]]) {
      const result = form.validate(controls);
      expect(result).toMatchObject({ kind: "malformed", error: { code: "page-too-long" } });
      expect([result.form.status, itemsOf(result.form)]).toEqual([413, 0]);
    }
    expect([form.draft(bomb).status, itemsOf(form.draft(bomb))]).toEqual([413, 0]);
  });

  it("counts a few items too, if a fresh page is long", () => {
    const options = Array.from({ length: 20_000 }, (_, i) => `option-${i}`);
    const long = createForm(z.object({ all: z.array(z.enum(options)) }));
    expect(long.validate(list("all", ...times(5, ["", ""]))).kind).toBe("invalid");
    const result = long.validate(list("all", ...times(40, ["", ""])));
    expect(result).toMatchObject({ kind: "malformed", error: { maxSize: 20_000_000 } });
  });

  it("accepts every page with up to a hundred items, or with filled-in fields", () => {
    const form = createForm(Wide);
    const filled = Array.from({ length: 200 }, () => ({
      kind: "case-1" as const,
      a: "",
      b: "b",
      c: "c",
      d: "d",
    }));
    const page = String(form.render({ all: filled }));
    expect(form.validate(submittedControls(page)).kind).toBe("invalid");
    const boxes = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`box${i}`, z.boolean()]));
    const Boxes = createForm(z.object({ all: z.array(z.object(boxes)) }));
    const none = list("all", ...times(500, start(":mapping"), end));
    expect(Boxes.validate(none).kind).toBe("valid");
    const texts = createForm(z.object({ all: z.array(z.string()) }));
    expect(texts.validate(list("all", ...times(9000, ["item", ""]))).kind).toBe("invalid");
  });

  it("doesn't count the rows of one control", () => {
    const Rows = z.array(z.tuple([z.string(), z.int()])).meta({ widget: textAreaCsv() });
    const form = createForm(z.object({ rows: Rows, days: z.array(z.array(z.string())) }), {
      maxPageSize: 9000,
    });
    const result = form.validate([["rows", "a,1\n".repeat(500)], ...list("days")]);
    expect(result.kind).toBe("valid");
  });

  it("limits posted pages, and not those of render", () => {
    const small = createForm(Wide, { maxPageSize: 10_000 });
    expect(small.validate([]).form.status).toBe(413);
    expect(String(small.render({ all: [] })).length).toBeGreaterThan(10_000);
    const endless = createForm(Wide, { maxPageSize: Infinity });
    expect(endless.validate(list("all", ...times(300, ["", ""]))).kind).toBe("invalid");
    expect(() => createForm(Wide, { maxPageSize: 0 })).toThrow("maxPageSize is 0");
    expect(() => createForm(Wide, { maxPageSize: Number.NaN })).toThrow("maxPageSize is NaN");
  });

  it("counts ids, which get longer with each level", () => {
    const Tree = z.object({
      name: z.string(),
      get children() {
        return z.array(Tree);
      },
    });
    const form = createForm(Tree);
    const deep = times(48, start("children:sequence"), start(":mapping"));
    const leaves = [start("children:sequence"), ...times(9000, ["", ""]), end];
    const { status } = form.draft([...deep, ...leaves, ...times(96, end)]);
    expect(status).toBe(413);
  });
});
