import { describe, expect, it } from "vitest";
import { z } from "zod";
import { deferred } from "../deferred.ts";
import { schema } from "../schema.ts";
import type { Condition } from "./condition.ts";
import { allOf, shownWhen, when } from "./when.ts";

const text = z.string().optional();

/** Returns the error of an object with one conditional field next to others. */
function mistake(condition: unknown, others: z.ZodRawShape = {}): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- callers without types may pass anything
  return messageOf(
    z.object({
      kind: z.enum(["person", "company"]),
      ...others,
      vat: text.meta({ showWhen: condition as Condition }),
    }),
  );
}

function messageOf(type: z.ZodType): string {
  try {
    schema(type);
    return "";
  } catch (error) {
    return String(error);
  }
}

describe("schema with conditions", () => {
  it("refuses unknown paths, with the nearest name", () => {
    expect(mistake(when("kin").isFilled())).toBe(
      'TypeError: Field "vat": showWhen reads "kin", which finds no field "kin". Did you mean "kind"?',
    );
    expect(mistake(when("zzz").isFilled())).toContain('It has "kind", "vat".');
    expect(mistake(when("../kind").isFilled())).toContain(
      'reads "../kind", which goes 1 object up, and none is around',
    );
    const up = (path: string) => {
      const deep = text.meta({ showWhen: when(path).isFilled() });
      return () => schema(z.object({ a: z.object({ b: z.object({ deep }) }) }));
    };
    expect(up("../../../x")).toThrow("goes 3 objects up, and only 2 are around");
    expect(mistake(when("/nope").isFilled())).toContain('finds no field "nope"');
    expect(mistake(when("").isFilled())).toContain('reads "", which is no path');
    expect(mistake(when("kind.x").isFilled())).toContain('leads into "kind", which is a single value (enum)');
    expect(mistake(when("a.x").isFilled(), { a: z.array(z.object({ x: text })) })).toContain(
      'leads into "a", which holds any number of values: a condition reads its fields only from inside it',
    );
    expect(mistake(when("a.x").isFilled(), { a: z.tuple([z.object({ x: text })]) })).toContain(
      'leads into "a", which is a tuple: a condition reads its fields only from inside it',
    );
    expect(
      mistake(when("u.z").isFilled(), {
        u: z.discriminatedUnion("k", [z.object({ k: z.literal("a"), x: text })]),
      }),
    ).toContain('finds no field "z"');
  });

  it("refuses operators and values that do not fit", () => {
    expect(mistake(when("kind").is("firm"))).toBe(
      'TypeError: Field "vat": showWhen compares "kind" with "firm", which is none of its values: person, company',
    );
    expect(mistake(when("kind").isOneOf(["person", "firm"]))).toContain('with "firm"');
    expect(mistake(when("n").is("x"), { n: z.number() })).toContain(
      'compares "n" with "x", which is none of its values (number)',
    );
    expect(mistake(when("n").matches(/x/), { n: z.number() })).toContain("its values are no texts (number)");
    expect(mistake(when("kind").isAbove("a"))).toContain("none of its values");
    expect(mistake(when("t").isAbove("a"), { t: z.string() })).toContain("its values have no order (string)");
    expect(mistake(when("a").is("x"), { a: z.array(z.string()) })).toContain(
      'compares "a", which has several values (array)',
    );
    expect(mistake(when("f").is("x"), { f: z.file() })).toContain("none of its values (file)");
    expect(mistake(when("c").isFilled(), { c: z.number().meta({ computed: () => 1 }) })).toContain(
      'reads "c", which is computed',
    );
  });

  it("refuses values that are no conditions", () => {
    expect(mistake("kind")).toBe('TypeError: Field "vat": showWhen is no condition: use when()');
    expect(mistake(when("kind"))).toContain("finish it with an operator");
    expect(mistake({ at: "kind" })).toContain('needs exactly one operator for "kind"');
    expect(mistake({ at: "kind", is: "person", isNot: "company" })).toContain("needs exactly one operator");
    expect(mistake({ at: "kind", is: null })).toContain("compares with null: use isEmpty()");
    expect(mistake({ at: "kind", isOneOf: "person" })).toContain("needs a list of values in isOneOf");
    expect(mistake({ at: "kind", matches: "person" })).toContain("needs a regular expression in matches");
    expect(mistake({ at: "kind", matches: { source: "(", flags: "" } })).toContain(
      "needs a regular expression",
    );
    expect(mistake({ at: "kind", isFilled: false })).toContain("needs isFilled: true");
    expect(mistake({ at: 3, isFilled: true })).toContain("a path is a text");
    expect(mistake({ all: when("kind").isFilled() })).toContain("needs a list of conditions in all and any");
    expect(mistake(allOf(when("kind").isFilled(), when("kin").isFilled()))).toContain('"kin"');
  });

  it("refuses fields that depend on themselves, and circles", () => {
    expect(mistake(when("vat").isFilled())).toContain('reads "vat", which is the field itself or inside it');
    expect(
      messageOf(
        z.object({
          g: z
            .object({ on: z.boolean() })
            .optional()
            .meta({ showWhen: when("g.on").is(true) }),
        }),
      ),
    ).toContain('Field "g": showWhen reads "g.on", which is the field itself or inside it');
    const circle = (names: readonly string[]) =>
      z.object(
        Object.fromEntries(
          names.map((name, i) => [name, text.meta({ showWhen: when(names.at(i - 1) ?? "").isFilled() })]),
        ),
      );
    expect(messageOf(circle(["a", "b"]))).toBe(
      'TypeError: Fields are shown by each other, in a circle: "a" by "b" by "a". Remove one showWhen',
    );
    expect(messageOf(circle(["a", "b", "c"]))).toContain('"a" by "c" by "b" by "a"');
    const inside = z.object({
      a: z.object({ x: text.meta({ showWhen: when("../b").isFilled() }) }),
      b: text.meta({ showWhen: when("a.x").isFilled() }),
    });
    expect(messageOf(inside)).toContain("in a circle");
  });

  it("accepts the same rule at each level of a recursive schema, and finds circles between levels", () => {
    const Up = z.object({
      a: text,
      get kids() {
        return z.array(
          z.object({
            a: text.meta({ showWhen: when("../a").isFilled() }),
            get kids(): z.ZodArray {
              return Up.shape.kids;
            },
          }),
        );
      },
    });
    expect(messageOf(Up)).toBe("");
    const Down = z.object({
      a: text.meta({ showWhen: when("kid.a").isFilled() }),
      get kid() {
        return Down.optional();
      },
    });
    expect(messageOf(Down)).toBe("");
    const Both = z.object({
      a: text.meta({ showWhen: when("kid.b").isFilled() }),
      kid: z.object({ b: text.meta({ showWhen: when("../a").isFilled() }) }).optional(),
    });
    expect(messageOf(Both)).toContain("in a circle");
  });

  it("refuses types that need a value", () => {
    expect(messageOf(z.object({ a: text, b: z.string().meta({ showWhen: when("a").isFilled() }) }))).toBe(
      'TypeError: Field "b" has showWhen, but its type refuses a missing value. Add .optional(), or make it with shownWhen(condition, type)',
    );
    expect(
      messageOf(z.object({ a: text, b: z.string().meta({ requireWhen: when("a").isFilled() }) })),
    ).toContain("requireWhen");
  });

  it("refuses conditions in places that are no fields of objects", () => {
    const shown = text.meta({ showWhen: when("a").isFilled() });
    expect(messageOf(z.object({ a: text, l: z.array(shown) }))).toContain(
      'Field "l.*" has showWhen, but it is an item of a list, tuple, record or map. Set showWhen on a field of an object',
    );
    expect(messageOf(z.object({ a: text, l: z.tuple([shown]) }))).toContain("item of a list");
    expect(messageOf(z.object({ a: text, l: z.record(z.string(), shown) }))).toContain("item of a list");
    expect(messageOf(z.object({ a: text, l: z.record(z.enum(["x"]), shown) }))).toContain("item of a list");
    expect(messageOf(z.object({ a: text }).meta({ showWhen: when("a").isFilled() }))).toContain(
      "The schema has showWhen",
    );
    const option = z.object({ k: z.literal("x"), a: text }).meta({ showWhen: when("a").isFilled() });
    expect(messageOf(z.object({ a: text, u: z.discriminatedUnion("k", [option]) }))).not.toBe("");
    const tag = z.object({
      k: z
        .literal("x")
        .optional()
        .meta({ showWhen: when("a").isFilled() }),
      a: text,
    });
    expect(messageOf(z.object({ u: z.discriminatedUnion("k", [tag]) }))).toContain("is the tag of a union");
    expect(
      messageOf(z.object({ a: text, p: z.preprocess((v) => v, z.object({ s: shown, a: text })) })),
    ).toContain("z.preprocess()");
    expect(
      messageOf(
        z
          .object({ a: text })
          .catchall(z.object({ a: text, s: shown }))
          .extend({ s: shown }),
      ),
    ).toContain("unknown names");
    expect(messageOf(z.object({ m: z.union([z.string(), z.object({ a: text, s: shown })]) }))).toContain(
      "union without a tag",
    );
  });

  it("checks computed fields", () => {
    expect(
      messageOf(
        z.object({ a: text, c: text.meta({ computed: () => 1, requireWhen: when("a").isFilled() }) }),
      ),
    ).toContain("is computed, so nobody can fill it in");
  });

  it("checks again when a schema is bound, if binding may add fields", () => {
    const open = z.object({ a: text }).meta({ onBind: (type: z.ZodObject) => type.extend({ b: text }) });
    const type = z.object({ o: open, c: text.meta({ showWhen: when("o.b").isFilled() }) });
    const unbound = schema(type);
    expect(unbound.bind({}).deserialize({ o: { b: "x" }, c: "c" })).toEqual({
      ok: true,
      value: { o: { b: "x" }, c: "c" },
    });
    const wrong = schema(z.object({ o: open, c: text.meta({ showWhen: when("o.z").isFilled() }) }));
    expect(() => wrong.bind({})).toThrow('finds no field "z"');
    const titled = z.object({
      a: text.meta({ title: deferred(() => "A") }),
      c: text.meta({ showWhen: when("z").isFilled() }),
    });
    expect(() => schema(titled)).toThrow('finds no field "z"');
  });

  it("binds deferred conditions", () => {
    const type = z.object({
      a: text,
      b: text.meta({ showWhen: deferred(({ wanted }: { wanted: string }) => when("a").is(wanted)) }),
    });
    const bound = schema(type).bind({ wanted: "x" });
    expect(bound.deserialize({ a: "x", b: "b" })).toEqual({ ok: true, value: { a: "x", b: "b" } });
    expect(bound.deserialize({ a: "y", b: "b" })).toEqual({ ok: true, value: { a: "y" } });
  });

  it("has no conditions for a schema without them", () => {
    expect(schema(z.object({ a: text })).conditions).toBeUndefined();
    expect(schema(z.object({ a: text, b: shownWhen(when("a").isFilled(), text) })).conditions).toBeDefined();
  });
});
