import { describe, expect, it } from "vitest";
import { choiceSet } from "./choice-set.ts";

describe("choiceSet", () => {
  it("is a set of its choices, none or all of them", () => {
    const colours = choiceSet(["red", "green"]);
    expect(colours.parse(new Set(["red"]))).toEqual(new Set(["red"]));
    expect(colours.safeParse(new Set()).success).toBe(true);
    expect(colours.safeParse(new Set(["blue"])).error?.issues[0]).toMatchObject({
      code: "invalid_value",
      values: ["red", "green"],
    });
    expect(colours.min(1).safeParse(new Set()).success).toBe(false);
  });
});
