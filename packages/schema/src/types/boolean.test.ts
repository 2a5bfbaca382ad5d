import { describe, expect, it } from "vitest";
import type { Wire } from "../wire/wire.ts";
import { boolean } from "./boolean.ts";

describe("boolean", () => {
  const yesNo = boolean({
    trueChoices: ["y", "yes"],
    falseChoices: ["n", "no"],
    trueValue: "yes",
    falseValue: "no",
  });

  it("reads its choices in any case, and writes its values", () => {
    const wire: Wire | undefined = yesNo.meta()?.wire;
    expect(["YES", "y", "No"].map((text) => wire?.decode(text))).toEqual([true, true, false]);
    expect([true, false].map((value) => wire?.encode(value))).toEqual(["yes", "no"]);
  });

  it("reports a text outside its choices", () => {
    expect(yesNo.meta()?.wire?.decode("Maybe")).toBe("Maybe");
    expect(yesNo.safeParse("Maybe").error?.issues[0]).toMatchObject({
      params: { id: "notInChoices", false_choices: "'n', 'no'", true_choices: "'y', 'yes'" },
    });
  });

  it("reads every text except the false ones as true without trueChoices", () => {
    const wire: Wire | undefined = boolean().meta()?.wire;
    expect(["", "no", " false", "fAlSe", "0"].map((text) => wire?.decode(text))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it("keeps the empty text as a text", () => {
    expect(boolean().meta()).toMatchObject({ kind: "boolean", allowEmpty: true });
  });
});
