import { describe, expect, it } from "vitest";
import { scanned } from "../testing/scanned.ts";
import { formatCsv, parseCsv } from "./csv.ts";

describe("parseCsv", () => {
  it("allows only spaces after a closing quotation mark", () => {
    const rows = [["a", "b"], ["c"]];
    expect(parseCsv('"a" ,b\n"c" ', {})).toEqual({ ok: true, rows });
    for (const text of ['x\n"a"b', 'x\n"a', 'x\n"a" "b"', 'x\n"', 'x\n"""'])
      expect(parseCsv(text, {})).toEqual({ ok: false, line: 2 });
  });

  it("looks at each character a few times, however quotation marks stand", () => {
    const texts: readonly ((size: number) => string)[] = [
      // Each quotation mark might be the closing one, followed by spaces
      (size) => `"${'"x'.repeat(size)}${" ".repeat(size)},`,
      (size) => `"${'" '.repeat(size)},`,
      (size) => '"a,\n'.repeat(size),
      (size) => 'a"\n'.repeat(size),
      (size) => '"a" ,'.repeat(size),
      (size) => '"a""\n'.repeat(size),
      (size) => `${"a\n".repeat(size)}"`,
      (size) => `${"a,".repeat(size)}"a`,
    ];
    for (const textOf of texts) {
      for (const text of [textOf(100), textOf(3000)])
        expect(scanned(() => parseCsv(text, {}))).toBeLessThan(10 * text.length + 100);
    }
  });
});

describe("formatCsv", () => {
  it("quotes only values that need it", () => {
    const row = ["a", "b c", "a,b", 'a"b', "a\nb", "a\rb", "\uFEFFa", " a", "a ", "", 1, ["x"]];
    expect(formatCsv(row, {})).toBe('a,b c,"a,b","a""b","a\nb","a\rb","\uFEFFa"," a","a ",,,');
    expect(formatCsv(["a;b", "a,b", "$x$"], { delimiter: ";", quotechar: "$" })).toBe("$a;b$;a,b;$$$x$$$");
    expect(formatCsv("a", {})).toBe("");
  });
});
