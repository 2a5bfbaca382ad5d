import { describe, expect, it } from "vitest";
import type { Wire } from "../wire/wire.ts";
import { schema } from "../schema.ts";
import { enumOf } from "./enum-of.ts";

describe("enumOf", () => {
  const members = { RED: 1, GREEN: 2, ROUGE: 1 } as const;

  it("reads names, and writes the first name of a value", () => {
    const type = enumOf("Colour", members);
    const wire: Wire | undefined = type.meta()?.wire;
    expect(["RED", "ROUGE", "GREEN"].map((text) => wire?.decode(text))).toEqual([1, 1, 2]);
    expect([1, 2].map((value) => wire?.encode(value))).toEqual(["RED", "GREEN"]);
    expect(type.meta()).toMatchObject({
      kind: "enum",
      choices: [
        { text: "RED", value: 1 },
        { text: "GREEN", value: 2 },
      ],
    });
  });

  it("offers its names to widgets", () => {
    const { choices } = schema(enumOf("Colour", members)).node;
    expect(choices?.map(({ text }) => text)).toEqual(["RED", "GREEN"]);
  });

  it("reads and writes values with by: value", () => {
    const wire: Wire | undefined = enumOf("Colour", members, { by: "value" }).meta()?.wire;
    expect(["1", " 2", "RED", "3"].map((text) => wire?.decode(text))).toEqual([1, 2, "RED", "3"]);
    expect(wire?.encode(2)).toBe("2");
  });

  it("reports other texts by its title, including inherited names", () => {
    for (const value of ["red", "__proto__", "toString", 3]) {
      expect(enumOf("Colour", members).safeParse(value).error?.issues[0]).toMatchObject({
        params: { id: "notMember", cls: "Colour" },
      });
    }
    expect(enumOf("Colour", members).meta()?.wire?.decode("constructor")).toBe("constructor");
  });

  it("skips the reverse entries of a numeric TypeScript enum", () => {
    const compiled = { 0: "UP", 1: "DOWN", UP: 0, DOWN: 1 };
    const type = enumOf("Direction", compiled);
    expect(type.safeParse(0).success).toBe(true);
    expect(type.safeParse("UP").success).toBe(false);
    expect(type.meta()?.wire?.decode("1")).toBe("1");
  });
});
