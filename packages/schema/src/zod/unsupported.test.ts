import { describe, expect, it } from "vitest";
import { z } from "zod";
import * as z3 from "zod/v3";
import { schema } from "../schema.ts";
import { UnsupportedTypeError } from "../unsupported-type-error.ts";

/** Hands a schema of any sort over, as a program without types may do. */
function compileAny(given: unknown): unknown {
  return Reflect.apply(schema, undefined, [given]);
}

const refused: readonly (readonly [name: string, type: z.ZodType, instead: string])[] = [
  ["z.custom()", z.custom<string>(), "leaf()"],
  ["z.instanceof(URL)", z.instanceof(URL), "Use z.codec(z.url(), z.instanceof(URL), …)"],
  ["z.instanceof(Date)", z.instanceof(Date), "Use z.date()"],
  ["z.nan()", z.nan(), "Use z.number()"],
  ["z.never()", z.never(), "z.never().optional()"],
  ["z.promise()", z.promise(z.string()), "Use the type of the result"],
  ["z.success()", z.success(z.string()), "Use the other type"],
  ["z.symbol()", z.symbol(), "Use z.enum()"],
  ["z.transform()", z.transform((value) => value), "Use z.string().transform(…)"],
];

describe("schema", () => {
  it.each(refused)("refuses %s by name, with its path, a reason and a replacement", (name, type, instead) => {
    const make = (): unknown => schema(z.object({ a: z.array(type) }));
    expect(make).toThrow(UnsupportedTypeError);
    expect(make).toThrow(`Field "a.*" is a ${name}: no form can hold it, because `);
    expect(make).toThrow(instead);
  });

  it("refuses types of zod 3, alone and inside a type of zod 4", () => {
    expect(() => compileAny(z3.object({ a: z3.string() }))).toThrow(
      "The schema is a zod 3 type; Turnform needs zod 4",
    );
    const mixed: unknown = Reflect.apply(z.object, undefined, [
      { a: z.object({}).optional(), b: z3.string() },
    ]);
    expect(() => compileAny(mixed)).toThrow('Field "b" is a zod 3 type; Turnform needs zod 4');
  });

  it("refuses values that are no types", () => {
    expect(() => compileAny({ a: z.string() })).toThrow("The schema is an object without a zod type");
    expect(() => compileAny(undefined)).toThrow("The schema is undefined");
    const broken: unknown = Reflect.apply(z.object, undefined, [{ a: "string" }]);
    expect(() => compileAny(broken)).toThrow('Field "a" is a string; a zod 4 type is needed');
  });

  it("takes any type as the output of a codec", () => {
    const link = z.codec(z.url(), z.instanceof(URL), {
      decode: (text) => new URL(text),
      encode: (url) => url.href,
    });
    const compiled = schema(z.object({ link }));
    expect(compiled.node.child("link")).toMatchObject({ kind: "string", constraints: { format: "url" } });
    const shown = compiled.serialize({ link: new URL("https://a.ch/b") });
    expect(shown).toEqual({ link: "https://a.ch/b" });
    expect(compiled.deserialize(shown)).toEqual({ ok: true, value: { link: new URL("https://a.ch/b") } });
  });

  it("shows a codec as the type that reads the post, if that has a notation of its own", () => {
    const seconds = z.codec(z.int(), z.date(), {
      decode: (value) => new Date(value * 1000),
      encode: (date) => date.getTime() / 1000,
    });
    const moment = z.codec(z.iso.datetime(), z.date(), {
      decode: (text) => new Date(text),
      encode: (date) => date.toISOString(),
    });
    const { node } = schema(
      z.object({ seconds, moment, number: z.string().transform(Number).pipe(z.number()) }),
    );
    expect(node.children.map(({ kind }) => kind)).toEqual(["integer", "string", "number"]);
  });

  it("keeps metadata and checks of z.lazy()", () => {
    const lazy = z
      .lazy(() => z.string())
      .refine((text) => text !== "x", "Own")
      .meta({ title: "Lazy" });
    const compiled = schema(z.object({ lazy }));
    expect(compiled.node.child("lazy")?.title).toBe("Lazy");
    const result = compiled.deserialize({ lazy: "x" });
    expect(result.ok || result.error.asDict()).toEqual({ lazy: "Own" });
  });

  it("reads nothing for types without another value", () => {
    const type = z.object({ a: z.undefined(), b: z.void(), c: z.never().optional(), d: z.null() });
    expect(schema(type).deserialize({ a: "", d: "" })).toEqual({ ok: true, value: { d: null } });
    expect(schema(type).deserialize({ c: "x" }).ok).toBe(false);
  });
});
