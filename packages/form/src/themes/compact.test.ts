import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { compact } from "./compact.ts";

describe("compact", () => {
  it("loads its stylesheet after Turnform's own, and before the layout's", () => {
    const form = createForm(z.object({ name: z.string() }), { theme: compact(), layout: "horizontal" });
    expect(form.resources().map(({ name }) => name)).toEqual([
      "turnform.css",
      "turnform-compact.css",
      "turnform-layouts.css",
      "turnform.js",
    ]);
  });

  it("leaves forced colours alone", () => {
    const css = readFileSync(new URL("../theme/turnform-compact.css", import.meta.url), "utf8");
    const [, colours = ""] = /@media \(forced-colors: none\) \{([^}]*)\}/.exec(css) ?? [];
    expect(colours).toContain("--tf-accent: light-dark(");
    expect(css.replace(colours, "")).not.toMatch(/#[0-9a-f]{3}|light-dark/);
  });
});
