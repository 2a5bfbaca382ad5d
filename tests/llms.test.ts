import { describe, expect, it } from "vitest";
import { writeLlms } from "../scripts/llms.ts";

const files: Readonly<Record<string, string>> = {
  "README.md": "# Shapes\n\nDraws shapes\nof all kinds.\n\nMore.\n",
  "docs/README.md": `# Docs

All pages.

## The guide

1. [Begin](guide/begin.md)

## The project

- [History](history.md): old times.
- [Contributing](../CONTRIBUTING.md): rules.
`,
  "docs/guide/begin.md": "# Begin\n\nDraw.\n",
  "docs/history.md": "# History\n",
  "reference/shapes.md": "# Reference: shapes\n",
};
const texts = writeLlms((path) => files[path] ?? "", new Map([["reference/shapes.md", "shapes"]]));

describe("writeLlms", () => {
  it("writes an index with the summary and links to the pages of the docs", () => {
    expect(texts.get("llms.txt")).toBe(`# Turnform

> Draws shapes of all kinds.

## The guide

- [Begin](docs/guide/begin.md)

## The project

- [History](docs/history.md): old times.

## Reference

- [shapes](reference/shapes.md)
`);
  });

  it("writes the pages for users and the reference, each after its path", () => {
    expect(texts.get("llms-full.txt")?.match(/^<!-- .* -->$/gm)).toEqual([
      "<!-- README.md -->",
      "<!-- docs/guide/begin.md -->",
      "<!-- reference/shapes.md -->",
    ]);
    expect(texts.get("llms-full.txt")).toContain("# Begin\n\nDraw.\n");
  });
});
