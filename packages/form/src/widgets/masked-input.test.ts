import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { maskedInput, type MaskedInputOptions } from "./masked-input.ts";

const controlOf = (options: MaskedInputOptions, type = z.string()) =>
  pageOf(
    String(createForm(z.object({ it: type.meta({ widget: maskedInput(options) }) })).render()),
  ).querySelector("#form-it");

describe("maskedInput", () => {
  it("says the mask as a pattern, and shows its shape", () => {
    const control = controlOf({ mask: "(##) @*!#.|" });
    const pattern = control?.getAttribute("pattern") ?? "";
    expect(pattern).toBe(String.raw`\([0-9][0-9]\) [A-Za-z][A-Za-z0-9]#\.\|`);
    const whole = new RegExp(`^(?:${pattern})$`, "v");
    expect(["(12) a9#.|", "(12) 99#.|"].map((text) => whole.test(text))).toEqual([true, false]);
    expect(control?.getAttribute("placeholder")).toBe("(__) __#.|");
    expect(controlOf({ mask: "##", maskPlaceholder: "0" })?.getAttribute("placeholder")).toBe("00");
    expect(controlOf({ mask: "##", placeholder: "12" })?.getAttribute("placeholder")).toBe("12");
  });

  it("leaves the pattern to the schema where HTML can say that", () => {
    expect(controlOf({ mask: "##" }, z.string().regex(/^[1-9]\d$/))?.getAttribute("pattern")).toBe(
      String.raw`[1-9]\d`,
    );
  });

  it("has digits on a telephone where there is nothing else to type", () => {
    expect(controlOf({ mask: "##/##" })?.getAttribute("inputmode")).toBe("numeric");
    expect(controlOf({ mask: "##-@" })?.hasAttribute("inputmode")).toBe(false);
  });

  it("loads its script only where it is", () => {
    const names = (type: z.ZodType) =>
      createForm(z.object({ it: type }))
        .resources()
        .map(({ file }) => file)
        .join(" ");
    expect(names(z.string().meta({ widget: maskedInput({ mask: "#" }) }))).toContain("masked-input");
    expect(names(z.string())).not.toContain("masked-input");
  });
});
