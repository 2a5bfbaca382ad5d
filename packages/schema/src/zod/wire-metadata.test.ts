import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";

const wire = { decode: (text: string) => Number(text.slice(1)), encode: (value: number) => `#${value}` };
const json = {
  decode: (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  },
  encode: (value: unknown) => JSON.stringify(value),
};
const roundTrip = (type: z.ZodType, value: unknown) => {
  const compiled = schema(z.object({ it: type }));
  const texts = compiled.serialize({ it: value });
  const result = compiled.deserialize(texts);
  return [texts, result.ok ? result.value : result.error.asDict()];
};

describe("a wire in metadata", () => {
  it.each([
    z.number().meta({ wire }),
    z.number().optional().meta({ wire }),
    z.number().meta({ title: "It" }).default(3).meta({ wire }),
    z.number().nullable().readonly().meta({ wire }),
  ])("counts for the wrapped type too", (type) => {
    expect(roundTrip(type, 5)).toEqual([{ it: "#5" }, { it: 5 }]);
  });

  it.each<[z.ZodType, unknown]>([
    [z.json(), { a: [1, null] }],
    [z.union([z.string(), z.array(z.string())]), ["a", "b"]],
    [z.array(z.int()).min(2), [1, 2]],
    [z.object({ a: z.int() }), { a: 1 }],
    [z.record(z.string(), z.int()), { a: 1 }],
  ])("writes a type with parts as one text", (type, value) => {
    expect(roundTrip(type.meta({ wire: json }), value)).toEqual([
      { it: JSON.stringify(value) },
      { it: value },
    ]);
    expect(schema(type.meta({ wire: json })).node.children).toEqual([]);
  });

  it("reports what is wrong in such a text", () => {
    const type = schema(z.object({ it: z.object({ a: z.int() }).meta({ wire: json }) }));
    const errors = ["[", '{"a":"x"}', ""].map((text) => {
      const result = type.deserialize({ it: text });
      return result.ok || result.error.asDict();
    });
    expect(errors).toEqual([
      { it: '"[" is not a group of fields' },
      { "it.a": '"x" is not a number' },
      { it: "Required" },
    ]);
  });

  it("is refused on a transform, which no text reaches", () => {
    const type = z.number().transform((value) => value + 1);
    expect(() => schema(z.object({ it: type.meta({ wire }) }))).toThrow(
      'Field "it" has a wire on a transform',
    );
    expect(roundTrip(z.number().meta({ wire }).transform(Number), 5)).toEqual([{ it: "#5" }, { it: 5 }]);
  });
});
