import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { constantNames } from "../../scripts/templates/constant-names.ts";

const folder = mkdtempSync(join(tmpdir(), "turnform-views-"));
afterAll(() => rmSync(folder, { recursive: true }));

function namesIn(source: string): readonly string[] {
  const file = join(folder, "view.ts");
  writeFileSync(file, source);
  return [...constantNames([file])];
}

describe("constantNames", () => {
  it("lists the properties of interfaces named …Constants", () => {
    const source = "export interface AConstants { readonly name: string; b?: number } export interface APage { value: string }";
    expect(namesIn(source)).toEqual(["name", "b"]);
  });

  it("refuses a property that is declared both ways", () => {
    expect(() => namesIn("interface AConstants { a: 1 } interface BPage { a: 1 }")).toThrow(
      new TypeError('"a" is declared both as a constant and as a property of a page. Rename one of them, or move it to the page.'),
    );
  });

  it("refuses a file that it can't parse", () => {
    expect(() => namesIn("interface {")).toThrow(SyntaxError);
  });
});
