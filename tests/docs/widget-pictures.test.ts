import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import * as form from "@turnform/form";
import * as richText from "@turnform/form/rich-text";
import { describe, expect, it } from "vitest";

const concepts = new URL("../../docs/concepts/", import.meta.url);
const page = readFileSync(new URL("widgets.md", concepts), "utf8");
const exported = new Map<string, unknown>(Object.entries({ ...form, ...richText }));

/** Functions named after their files that draw nothing. */
const INVISIBLE = new Set(["cleanHtml", "hidden"]);

/** Names of all other widgets with their files. A widget is a function named after its file. */
const widgets = readdirSync(new URL("../../packages/form/src/widgets/", import.meta.url)).flatMap((file) => {
  const kebab = file.replace(/\.ts$/, "");
  const name = kebab.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return typeof exported.get(name) === "function" && !INVISIBLE.has(name) ? [[name, kebab] as const] : [];
});

describe("the page about widgets", () => {
  it.each(widgets)("shows a picture of %s, light and dark, and describes it", (name, kebab) => {
    const [, alt = ""] =
      new RegExp(`- \`${name}\`: .+\\n\\n  !\\[(.*)\\]\\(widgets/${kebab}.webp\\)`).exec(page) ?? [];
    expect(alt.length).toBeGreaterThan(20);
    for (const file of [`${kebab}.webp`, `${kebab}-dark.webp`])
      expect(existsSync(new URL(`widgets/${file}`, concepts)), `${file}: run npm run pictures`).toBe(true);
  });

  it("shows all widgets, in small files", () => {
    expect(widgets.length).toBeGreaterThan(25);
    const files = readdirSync(new URL("widgets/", concepts));
    expect(files).toHaveLength(2 * widgets.length);
    const sizes = files.map((file) => statSync(new URL(`widgets/${file}`, concepts)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(600_000);
  });
});
