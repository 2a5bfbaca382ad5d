import { type Control, structure } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { work } from "../testing/work.ts";
import { sequence } from "../widgets/sequence.ts";

const start = (marker: string): Control => ["__start__", marker];
const end: Control = ["__end__", ""];
const times = (count: number, ...controls: Control[]): Control[] =>
  Array.from({ length: count }, () => controls).flat();

describe("a hostile post", () => {
  it("finds no way into prototypes by the names of fields", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const form = createForm(z.object(Object.fromEntries(names.map((name) => [name, z.string()]))));
    const result = form.validate(names.map((name) => [name, name]));
    const value = new Map(result.kind === "valid" ? Object.entries(result.value) : []);
    expect(value).toEqual(new Map(names.map((name) => [name, name])));
    for (const name of names) {
      const around = [
        start(`${name}:mapping`),
        start("prototype:mapping"),
        ["polluted", "yes"],
        end,
        end,
      ] as const;
      for (const schema of [
        z.object({}),
        z.looseObject({}),
        z.object({ a: z.record(z.string(), z.unknown()) }),
      ])
        String(createForm(schema).validate([start("a:mapping"), ...around, end, ...around]).form);
      expect({}).not.toHaveProperty("polluted");
      expect(Object).not.toHaveProperty("prototype.polluted");
    }
  });

  it("may nest as deep as markers allow, and is refused beyond", () => {
    const Tree = z.object({
      name: z.string(),
      get children() {
        return z.array(Tree);
      },
    });
    const form = createForm(Tree);
    const nested = (depth: number): Control[] => [
      ...times(depth, start("children:sequence"), start(":mapping"), ["name", "x"]),
      ...times(2 * depth, end),
    ];
    expect(work(() => String(form.validate(nested(49)).form))).toBeLessThan(3000);
    expect(form.validate(nested(49)).kind).toBe("invalid");
    for (const bomb of [nested(15_000), times(90_000, start("children:sequence")), times(90_000, end)])
      expect(form.validate(bomb).kind).toBe("malformed");
  });

  it("is read in linear time, even if its names have equal hashes", () => {
    const floods: ((index: number) => string)[] = [
      (index) => String(index * 16_384),
      (index) => String(4_294_967_294 - index),
      (index) => `${"x".repeat(500)}${index}`,
      () => "x",
    ];
    const record = createForm(z.object({ all: z.record(z.string(), z.string()) }));
    for (const nameOf of floods) {
      const pairs = Array.from({ length: 90_000 }, (_, index): Control => [nameOf(index), ""]);
      expect(work(() => structure(pairs))).toBeLessThan(2000);
      const page = [start("all:mapping"), ...pairs.slice(0, 10_000), end];
      expect(work(() => record.validate(page))).toBeLessThan(2000);
    }
  });

  it("gets a page with a summary of fifty errors, and the number of the others", () => {
    const form = createForm(z.object({ list: z.array(z.int()) }));
    const wrong: Control[] = [start("list:sequence"), ...times(500, ["item", "x"]), end];
    const summary = form.validate(wrong).form.view().summary;
    expect(summary?.entries).toHaveLength(51);
    expect(summary?.entries.at(-1)?.text).toBe("And 450 more");
  });

  it("changes nothing with forged edit buttons", () => {
    const fixed = (options: object) => z.array(z.string()).meta({ widget: sequence(options) });
    const form = createForm(
      z.object({
        read: fixed({ readonly: true }),
        off: fixed({ disabled: true }),
        full: z.array(z.string()).min(2).max(2),
        inside: z.object({ list: z.array(z.string()) }).meta({ widget: { readonly: true } }),
      }),
    );
    const list = ["a", "b"];
    const data = { read: list, off: list, full: list, inside: { list } };
    const shown = (page: unknown): string[] =>
      [...String(page).matchAll(/id="([^"]*):item"/g)].map(([, id = ""]) => id);
    const items: Control[] = [
      ["item", "a"],
      ["item", "b"],
    ];
    const full: Control[] = [start("full:sequence"), ...items, end];
    for (const edit of ["add", "duplicate", "remove"].map((op): Control => ["__edit__", op])) {
      for (const forged of [
        [start("read:sequence"), ...items, edit, end, ...full],
        [start("off:sequence"), ...items, edit, end, ...full],
        [start("full:sequence"), ...items, edit, end],
        [start("inside:mapping"), start("list:sequence"), ...items, edit, end, end, ...full],
      ]) {
        const result = form.validate(forged, data);
        expect([result.kind, shown(result.form)]).toEqual(["edited", shown(form.render(data))]);
      }
    }
  });
});
