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
  it("writes the mask as a pattern, and shows its shape", () => {
    const control = controlOf({ mask: "(##) @*!#.|" });
    const pattern = control?.getAttribute("pattern") ?? "";
    expect(pattern).toBe(String.raw`\([0-9][0-9]\) [A-Za-z][A-Za-z0-9]#\.\|`);
    const whole = new RegExp(`^(?:${pattern})$`, "v");
    expect(["(12) a9#.|", "(12) 99#.|"].map((text) => whole.test(text))).toEqual([true, false]);
    expect(control?.getAttribute("placeholder")).toBe("(__) __#.|");
    expect(controlOf({ mask: "##", maskPlaceholder: "0" })?.getAttribute("placeholder")).toBe("00");
    expect(controlOf({ mask: "##", placeholder: "12" })?.getAttribute("placeholder")).toBe("12");
  });

  it("prefers the schema's pattern if HTML can express it", () => {
    expect(controlOf({ mask: "##" }, z.string().regex(/^[1-9]\d$/))?.getAttribute("pattern")).toBe(
      String.raw`[1-9]\d`,
    );
  });

  it("asks telephones for digits if the mask has no letters", () => {
    expect(controlOf({ mask: "##/##" })?.getAttribute("inputmode")).toBe("numeric");
    expect(controlOf({ mask: "##-@" })?.hasAttribute("inputmode")).toBe(false);
  });

  it("loads its script only on pages with the widget", () => {
    const names = (type: z.ZodType) =>
      createForm(z.object({ it: type }))
        .resources()
        .map(({ file }) => file)
        .join(" ");
    expect(names(z.string().meta({ widget: maskedInput({ mask: "#" }) }))).toContain("masked-input");
    expect(names(z.string())).not.toContain("masked-input");
  });
});
