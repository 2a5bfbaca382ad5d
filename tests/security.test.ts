import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";

const root = new URL("../", import.meta.url);
const page = readFileSync(new URL("SECURITY.md", root), "utf8");
const links = [...page.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, text = "", file = ""]) => ({
  text,
  file,
}));

describe("SECURITY.md", () => {
  it.each(links)("names $file, which contains: $text", ({ text, file }) => {
    const path = new URL(file, root);
    expect(existsSync(path)).toBe(true);
    if (text !== basename(file)) expect(readFileSync(path, "utf8")).toContain(text);
  });

  it("names a file and a test for each threat", () => {
    const rows = page.split("\n").filter((line) => /^\| (?!threat)/.test(line));
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row).toMatch(/\.test\.ts\) \|$/);
  });
});
