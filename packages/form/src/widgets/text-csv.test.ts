import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { textAreaCsv } from "./text-area-csv.ts";
import { textInputCsv } from "./text-input-csv.ts";

const Row = z.tuple([z.int(), z.string().meta({ title: "Name" })]);
const area = createForm(z.object({ rows: z.array(Row).meta({ widget: textAreaCsv({ rows: 5 }) }) }));
const input = createForm(z.object({ row: Row }));
const shown = (page: unknown) => pageOf(String(page)).querySelector("textarea, #form-row");
const errors = (page: unknown) =>
  [...pageOf(String(page)).querySelectorAll(".tf-error .tf-message")].map(({ textContent }) => textContent);

describe("textAreaCsv", () => {
  const read = (rows: string) => area.validate([["rows", rows]]);

  it("reads rows", () => {
    const cases = {
      '1,"a ""quoted"" b"': [[1, 'a "quoted" b']],
      " 1 , a ": [[1, " a "]],
      '1,"multi\r\nline"': [[1, "multi\nline"]],
      "1,a\r\n2,b\r\n": [
        [1, "a"],
        [2, "b"],
      ],
      "1,a\u00002": [[1, "a\u00002"]],
    };
    for (const [text, rows] of Object.entries(cases)) expect(read(text)).toMatchObject({ value: { rows } });
  });

  it("reads other delimiters and quotation marks", () => {
    const widget = textAreaCsv({ delimiter: ";", quotechar: "'" });
    const form = createForm(z.object({ rows: z.array(Row).meta({ widget }) }));
    expect(form.validate([["rows", "1;'a;b'\r\n2;c,d"]])).toMatchObject({
      value: {
        rows: [
          [1, "a;b"],
          [2, "c,d"],
        ],
      },
    });
  });

  it("reads an empty text as missing", () => {
    for (const text of ["", "  \r\n"]) expect(errors(read(text).form)).toEqual(["Required"]);
    expect(errors(area.validate([]).form)).toEqual(["Required"]);
  });

  it("shows errors of rows at the field, and links to it", () => {
    const { form } = read("1,a\r\n\r\nx,");
    expect(errors(form)).toEqual([
      expect.stringMatching(/^Row 2: /),
      'Row 3, Column 1: "x" is not a number',
      "Row 3, Name: Required",
    ]);
    const links = [...pageOf(String(form)).querySelectorAll(".tf-summary a")];
    expect(new Set(links.map((link) => link.getAttribute("href")))).toEqual(new Set(["#form-rows"]));
    expect(links.at(-1)?.textContent).toBe("Rows: Row 3, Name: Required");
    expect(shown(form)?.getAttribute("aria-invalid")).toBe("true");
  });

  it("counts errors beyond the first rows", () => {
    const found = errors(read("x,a\n".repeat(50)).form);
    expect(found).toHaveLength(21);
    expect(found.at(-1)).toBe("And 30 more");
  });

  it("shows again what was typed, to the letter", () => {
    for (const text of ['"1",a\r\nx, "b"', '1,"a'])
      expect(shown(read(text).form)?.textContent?.trim()).toBe(
        text.replace("\r\n", "\n").replaceAll('"', "&quot;"),
      );
  });

  it("names the line with an unmatched quotation mark", () => {
    expect(errors(read('1,"a\nb"\n2,"c').form)).toEqual(["Line 3: the quotation marks don't match"]);
  });

  it("refuses a field that is not a list of rows", () => {
    for (const type of [z.string(), z.array(z.string()), z.array(z.object({ a: z.string() }))])
      expect(() => createForm(z.object({ it: type.meta({ widget: textAreaCsv() }) }))).toThrow(
        "list of rows",
      );
  });
});

describe("textInputCsv", () => {
  it("keeps lines after the first", () => {
    const words = createForm(z.object({ it: z.array(z.string()).meta({ widget: textInputCsv() }) }));
    for (const text of ["a,b\nc", "\na,b\r\n\r\nc"])
      expect(words.validate([["it", text]])).toMatchObject({ value: { it: ["a", "b", "c"] } });
  });

  const read = (row: string) => input.validate([["row", row]]);

  it("is the widget of a tuple of single values", () => {
    expect(shown(input.render({ row: [1, "a, b"] }))?.getAttribute("value")).toBe('1,"a, b"');
  });

  it("renders values of any shape", () => {
    const cell = [
      ["__start__", "x:mapping"],
      ["a", "b"],
      ["__end__", "x"],
    ] as const;
    const row = [["__start__", "row:sequence"], ...cell, ["x", "y"], ["__end__", "row"]] as const;
    const { form } = input.validate(row);
    expect([form.status, shown(form)?.getAttribute("value")]).toEqual([422, ",y"]);
    const rows = [["__start__", "rows:sequence"], ...row, ["__end__", "rows"]] as const;
    expect(shown(area.validate(rows).form)?.textContent).toBe("\n,y\n");
  });

  it("reads a row", () => {
    expect(read('1,"x, y"')).toMatchObject({ value: { row: [1, "x, y"] } });
    expect(errors(read(" ").form)).toEqual(["Required"]);
    expect(errors(read("x,").form)).toEqual(['Column 1: "x" is not a number', "Name: Required"]);
    expect(errors(read('"1,x').form)).toEqual(["The quotation marks don't match"]);
  });

  it("reads a list of single values, and refuses other fields", () => {
    const widget = textInputCsv({ delimiter: " " });
    const list = createForm(z.object({ it: z.array(z.int()).meta({ widget }) }));
    expect(list.validate([["it", "1 2 3"]])).toMatchObject({ value: { it: [1, 2, 3] } });
    expect(() => createForm(z.object({ it: z.string().meta({ widget }) }))).toThrow("row of single values");
  });

  it("shows again what was typed, to the letter", () => {
    expect(shown(read('"x", y').form)?.getAttribute("value")).toBe('"x", y');
  });

  it("reads a hostile text in linear time", () => {
    for (const text of ['"'.repeat(30_001), '"a"x'.repeat(6_000), '",'.repeat(10_001), "\n".repeat(30_000)]) {
      const start = performance.now();
      read(`1${text}`);
      read(text);
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });
});
