import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { playableCode, shownCode } from "./shown-code.ts";

const text = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

it("leaves out what only the gallery needs", () => {
  const code = `import { z } from "zod";

export const title = "A";
export const about =
  "One; two. " +
  "Three.";
export const group = "B";

const A = z.string();
`;
  expect(text(shownCode("a.ts", code))).toBe('import { z } from "zod";\n\nconst A = z.string();');
});

it("keeps the data for the playground", () => {
  const code = 'export const title = "A";\n\nconst a = 1;\n\nexport const filled = { a };\n';
  expect(playableCode(code)).toBe("const a = 1;\n\nexport const data = { a };");
});

it("keeps everything else of each module", () => {
  for (const folder of ["examples", "features"]) {
    const url = new URL(`${folder}/`, import.meta.url);
    for (const file of readdirSync(url).filter((name) => name.endsWith(".ts"))) {
      const code = readFileSync(new URL(file, url), "utf8");
      const shown = text(shownCode(file, code));
      expect(shown, file).not.toMatch(/^export const (title|about|group|docs)/m);
      const kept = shown.split("\n");
      expect(
        kept.filter((line) => !code.includes(line)),
        file,
      ).toEqual([]);
      const exported = code.match(/^(?:export )?(?:const|function|async function) \w+/gm) ?? [];
      const missing = exported.filter((start) => !shown.includes(start));
      expect(
        missing.filter((start) => !/ (?:title|about|group|docs|files|filled|bindings)$/.test(start)),
        file,
      ).toEqual([]);
    }
  }
});
