import { describe, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { atLeast } from "../checks/bounds.ts";
import { oneOf } from "../checks/one-of.ts";
import { choiceSet } from "./choice-set.ts";
import { type Decimal, money } from "./decimal.ts";
import { enumOf } from "./enum-of.ts";

describe("types", () => {
  it("infer their values", () => {
    expectTypeOf<z.output<ReturnType<typeof money>>>().toEqualTypeOf<Decimal>();
    const set = choiceSet(["a", "b"]);
    expectTypeOf<z.output<typeof set>>().toEqualTypeOf<Set<"a" | "b">>();
    const colour = enumOf("Colour", { RED: 1, GREEN: 2 });
    expectTypeOf<z.output<typeof colour>>().toEqualTypeOf<1 | 2>();
  });

  it("refuse checks of other types", () => {
    z.string().check(oneOf(["a"]), atLeast("a"));
    // @ts-expect-error -- a number is not compared with a text
    z.number().check(atLeast("a"));
    // @ts-expect-error -- a text is not compared with numbers
    z.string().check(oneOf([1]));
    // @ts-expect-error -- choices must not be empty
    choiceSet([]);
  });
});
