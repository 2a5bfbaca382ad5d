import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Control } from "./control.ts";
import { destructure } from "./destructure.ts";
import { INCLUDED, leaveOut, leftOut } from "./left-out.ts";
import { schema } from "./schema.ts";
import { structure } from "./structure.ts";

const Address = z.object({ street: z.string() });

const group = (shape: "mapping" | "sequence", ...included: readonly string[]): Control[] => [
  ["__start__", `it:${shape}`],
  ...included.map((text) => [INCLUDED, text] as const),
  ["street", "typed"],
  ["__end__", `it:${shape}`],
];

/** Returns what a posted group of a type is read as. */
function read(type: z.ZodType, controls: readonly Control[]): unknown {
  const posted = structure(controls);
  if (!posted.ok) return posted.error.code;
  const result = schema(z.object({ it: type })).deserialize(posted.pstruct);
  return result.ok ? result.value : result.error.asDict();
}

describe("structure", () => {
  it.each([
    ["", { nothing: undefined }],
    ["null", { nothing: null }],
    ["true", undefined],
    ["other", undefined],
  ])("marks a mapping or list with the control %j, which is no value", (text, mark) => {
    for (const shape of ["mapping", "sequence"] as const) {
      const result = structure(group(shape, text));
      expect(result).toMatchObject({
        pstruct: { it: shape === "mapping" ? { street: "typed" } : ["typed"] },
      });
      expect(leftOut(result.ok && result.pstruct["it"])).toEqual(mark);
    }
  });

  it("takes the last control, the box after the hidden one", () => {
    const result = structure(group("mapping", "", "true"));
    expect(result.ok && leftOut(result.pstruct["it"])).toBeUndefined();
  });
});

describe("destructure", () => {
  it("posts the mark again", () => {
    expect(destructure({ it: leaveOut({ street: "typed" }, null) })).toEqual(group("mapping", "null"));
    expect(destructure({ it: leaveOut(["x"], undefined) })).toContainEqual([INCLUDED, ""]);
  });
});

describe("schema", () => {
  it.each([
    ["optional", Address.optional(), {}, {}],
    ["nullable", Address.nullable(), { it: null }, { it: null }],
    ["nullish", Address.nullish(), {}, { it: null }],
    ["nullable and optional", Address.nullable().optional(), {}, { it: null }],
    ["with a default of null", Address.nullable().default(null), { it: null }, { it: null }],
    ["readonly", Address.optional().readonly(), {}, {}],
    ["transformed", Address.nullable().transform((it) => it), { it: null }, { it: null }],
    ["preprocessed", z.preprocess((it) => it, Address.nullish()), {}, { it: null }],
    ["recursive", recursive(), {}, {}],
  ])("reads a group that is left out: %s", (_, type, absent, asNull) => {
    expect(read(type, group("mapping", ""))).toEqual(absent);
    expect(read(type, group("mapping", "null"))).toEqual(asNull);
    expect(read(type, group("mapping", "true"))).toEqual({ it: { street: "typed" } });
  });

  it("ignores the mark of a group that must be there, or that has a default", () => {
    for (const type of [
      Address,
      Address.default({ street: "x" }),
      Address.optional().default({ street: "x" }),
    ])
      expect(schema(type).node.leftOutValues).toEqual([]);
    expect(read(Address, group("mapping", ""))).toEqual({ it: { street: "typed" } });
  });

  it("keeps null and absent apart", () => {
    const type = schema(z.object({ it: Address.nullish(), list: z.array(z.int()).nullish() }));
    for (const value of [{}, { it: null, list: null }, { it: { street: "x" }, list: [] }]) {
      expect(type.serialize(value)).toEqual(value);
      expect(type.deserialize(type.serialize(value))).toEqual({ ok: true, value });
    }
    const places = schema(
      z.object({
        pair: z.tuple([Address.nullish(), z.string()]),
        all: z.record(z.string(), Address.nullish()),
      }),
    );
    for (const it of [null, undefined]) {
      const value = { pair: [it, "x"], all: { a: it } };
      expect(places.deserialize(places.serialize(value))).toEqual({ ok: true, value });
    }
  });

  it("has texts for a new group, although it is left out at first", () => {
    const { node } = schema(z.object({ a: z.string().default("x") }).nullish());
    expect([node.serialize(undefined), node.fresh()]).toEqual([undefined, { a: "x" }]);
    expect(schema(Address.nullable().default(null)).node.fresh()).toEqual({});
    expect(schema(Address.default({ street: "x" })).node.fresh()).toEqual({ street: "x" });
  });
});

function recursive(): z.ZodType {
  const Node = z.object({
    street: z.string(),
    get next() {
      return Node.optional();
    },
  });
  return Node.optional();
}
