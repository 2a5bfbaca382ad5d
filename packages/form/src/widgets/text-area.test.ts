import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { textArea } from "./text-area.ts";

const form = createForm(
  z.object({
    text: z
      .string()
      .max(5)
      .meta({ widget: textArea({ rows: 3, cols: 40 }) }),
    raw: z
      .string()
      .optional()
      .meta({ widget: textArea({ strip: false }) }),
  }),
);

describe("textArea", () => {
  it("has rows, columns and limits", () => {
    const area = pageOf(String(form.render())).querySelector("textarea");
    expect(["rows", "cols", "maxlength"].map((name) => area?.getAttribute(name))).toEqual(["3", "40", "5"]);
  });

  it("counts a line break as browsers do", () => {
    expect(form.validate([["text", "ab\r\ncd"]])).toMatchObject({
      kind: "valid",
      value: { text: "ab\ncd" },
    });
  });

  it("removes white space around the text, unless `strip` is false", () => {
    const posted = [
      ["text", "\r\n a \r\n"],
      ["raw", "\r\n a \r\n"],
    ] as const;
    expect(form.validate(posted)).toMatchObject({ value: { text: "a", raw: "\n a \n" } });
  });

  it("keeps a line break at the start, which browsers would drop", () => {
    expect(String(form.render({ raw: "\n\na" }))).toContain(">\n\n\na</textarea>");
  });
});
