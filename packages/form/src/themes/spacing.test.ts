import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Stylesheets of all themes but Bootstrap's, whose sizes are Bootstrap's. */
const sheets = ["../theme/", "../client/widgets/"].flatMap((path) => {
  const folder = new URL(path, import.meta.url);
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".css") && !file.startsWith("bootstrap/"))
    .map((file) => [file, readFileSync(new URL(file, folder), "utf8")] as const);
});

/** Returns the declarations that a pattern finds, each with its file. */
const declarations = (pattern: RegExp): string[] =>
  sheets.flatMap(([file, css]) => [...css.matchAll(pattern)].map(([line]) => `${file}: ${line}`));

describe("the stylesheets", () => {
  it("have spaces in steps of 4 pixels", () => {
    const spaces = declarations(/(?<![\w-])(?:--tf-(?:gap|pad)|gap|margin|padding)[\w-]*: [^;]+;/g);
    expect(spaces.length).toBeGreaterThan(100);
    const isOff = (space: string): boolean =>
      [...space.matchAll(/([\d.]+)rem/g)].some(([, rem]) => !Number.isInteger(Number(rem) * 4));
    expect(spaces.filter(isOff)).toEqual([]);
  });

  it("have sizes of fonts from one scale", () => {
    const sizes = declarations(/(?<![\w-])font-size: [^;]+;/g);
    expect(sizes.length).toBeGreaterThan(10);
    expect(sizes.filter((size) => !/: (?:var\(--tf-font-\w+\)|1rem|inherit|[\d.]+em);$/.test(size))).toEqual(
      [],
    );
  });
});
