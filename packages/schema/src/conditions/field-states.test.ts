import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";
import type { Conditions } from "./conditions.ts";
import { allOf, not, shownWhen, when } from "./when.ts";

function conditionsOf(type: z.ZodType): Conditions {
  const { conditions } = schema(type);
  if (!conditions) throw new TypeError("The schema has conditions");
  return conditions;
}

const text = z.string().optional();

describe("FieldStates", () => {
  it("tells the hidden and required fields of each posted object", () => {
    const type = z.object({
      on: z.boolean(),
      rows: z.array(
        z.object({
          own: z.boolean(),
          a: shownWhen(when("own").is(true), text),
          b: shownWhen(when("/on").is(true), text),
        }),
      ),
    });
    const cstruct = { on: "true", rows: [{ own: "true" }, { own: "false" }] };
    const states = conditionsOf(type).evaluate(cstruct);
    expect(cstruct.rows.map((row) => ["a", "b", "own"].map((name) => states.isHidden(row, name)))).toEqual([
      [false, false, false],
      [true, false, false],
    ]);
    expect(cstruct.rows.map((row) => states.isRequired(row, "a"))).toEqual([true, false]);
    expect(states.isHidden({}, "a")).toBe(false);
  });

  it("tells them inside groups that are hidden or left out too", () => {
    const group = z.object({ on: z.boolean(), a: shownWhen(when("on").is(true), text) });
    const type = z.object({ on: z.boolean(), g: shownWhen(when("on").is(true), group) });
    const cstruct = { on: "false", g: { on: "false" } };
    expect(conditionsOf(type).evaluate(cstruct).isHidden(cstruct.g, "a")).toBe(true);
  });

  it("includes objects that are not in the cstruct yet", () => {
    const type = z.object({
      on: z.boolean(),
      rows: z.array(z.object({ a: shownWhen(when("../on").is(true), text) })),
    });
    const { conditions, node } = schema(type);
    const item = node.child("rows")?.child(0);
    const [cstruct, blank] = [{ on: "false", rows: [] }, {}];
    const states = conditions?.evaluate(cstruct);
    if (item) states?.include(cstruct, item, blank);
    expect(states?.isHidden(blank, "a")).toBe(true);
  });

  it("writes computed texts", () => {
    const Row = z.object({
      n: z.int(),
      sum: z.number().meta({ computed: ({ n }: { n?: number }) => (n === undefined ? undefined : n / 2) }),
    });
    const cstruct = { rows: [{ n: "3" }, { n: "x" }] };
    const states = conditionsOf(z.object({ rows: z.array(Row) })).evaluate(cstruct);
    expect(cstruct.rows.map((row) => states.computedTexts(row, "sum"))).toEqual(["1.5", undefined]);
    const blank = { n: "8" };
    states.include(cstruct, schema(Row).node, blank);
    expect(states.computedTexts(blank, "sum")).toBe("4");
  });

  it("keeps apart the places of one object that stands in several", () => {
    const item = { own: "x" };
    const type = z.object({
      list: z.array(
        z.object({
          on: z.boolean(),
          items: z.array(z.object({ own: text.meta({ showWhen: when("../on").is(true) }) })),
        }),
      ),
    });
    const cstruct = {
      list: [
        { on: "true", items: [item] },
        { on: "false", items: [item] },
      ],
    };
    expect(schema(type).deserialize(cstruct)).toEqual({
      ok: true,
      value: {
        list: [
          { on: true, items: [{ own: "x" }] },
          { on: false, items: [{}] },
        ],
      },
    });
  });

  it("reads a long text once, however many items depend on it", () => {
    let decoded = 0;
    const wire = {
      decode: (given: string) => {
        decoded++;
        return given;
      },
      encode: (given: string) => given,
    };
    const condition = when("../name").is("x");
    const type = z.object({
      name: z.string().meta({ wire }),
      rows: z.array(z.object({ a: text.meta({ showWhen: condition }) })),
    });
    const { conditions } = schema(type);
    decoded = 0;
    conditions?.evaluate({ name: "x", rows: Array.from({ length: 1000 }, () => ({ a: "a" })) });
    expect(decoded).toBeLessThan(10);
  });
});

describe("Conditions", () => {
  const type = z.object({
    kind: z.enum(["a", "b"]),
    n: z.number().optional(),
    day: z.date().optional(),
    g: z.object({ on: z.boolean() }),
    c: z.string().meta({ computed: () => "c" }),
    it: text.meta({
      showWhen: allOf(when("kind").isOneOf(["a"]), not(when("n").isAbove(5)), when("g.on").is(true)),
      requireWhen: when("day").isBelow(new Date("2026-01-02")),
    }),
    name: text.meta({ showWhen: when("it").matches(/^x/i), requireWhen: when("g").isFilled() }),
  });

  it("writes conditions as JSON with the texts that fields post", () => {
    const { conditions, node } = schema(type);
    expect(conditions?.textsOf(node, "it")).toEqual({
      show: {
        all: [{ at: "kind", isOneOf: ["a"] }, { not: { at: "n", isAbove: "5" } }, { at: "g.on", is: "true" }],
      },
      require: { at: "day", isBelow: "2026-01-02T00:00:00.000Z" },
    });
    expect(conditions?.textsOf(node, "name")).toEqual({
      show: { at: "it", matches: { source: "^x", flags: "i" } },
      require: { at: "g", isFilled: true },
    });
    expect(conditions?.textsOf(node, "kind")).toEqual({});
  });

  it("tells the fields that others read, and computed ones", () => {
    const { conditions, node } = schema(type);
    const group = node.child("g");
    const names = ["kind", "n", "day", "g", "c", "it", "name"];
    expect(names.filter((name) => conditions?.isRead(node, name))).toEqual(["kind", "n", "day", "g", "it"]);
    expect(group && conditions?.isRead(group, "on")).toBe(true);
    expect(names.filter((name) => conditions?.isComputed(node, name))).toEqual(["c"]);
  });
});
