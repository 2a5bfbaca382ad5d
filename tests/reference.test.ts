import { describe, expect, it } from "vitest";
import { type Export, readPackages } from "../scripts/exports.ts";
import { writeReference } from "../scripts/reference.ts";

const packages = readPackages(["schema", "form", "express-adapter"]);
const exports = packages.flatMap(({ entries }) => entries.flatMap(({ exports }) => exports));

const named = (wanted: string): readonly Export[] => exports.filter(({ name }) => name === wanted);

describe("the packages", () => {
  it("have a docstring for every export", () => {
    const bare = exports.filter(({ declarations }) => !declarations.some(({ docstring }) => docstring));
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it("use a name for one export only, because links go by names", () => {
    const things = new Set(exports.map(({ name, declarations }) => JSON.stringify([name, declarations])));
    expect(things.size).toBe(new Set(exports.map(({ name }) => name)).size);
  });
});

describe("readPackages", () => {
  it("finds the exports of each entry of a package", () => {
    expect(packages.map(({ entries }) => entries.map(({ name }) => name))).toEqual([
      [
        "@turnform/schema",
        "@turnform/schema/checks",
        "@turnform/schema/conditions",
        "@turnform/schema/lazy",
        "@turnform/schema/left-out",
        "@turnform/schema/misspelt",
        "@turnform/schema/tools",
      ],
      [
        "@turnform/form",
        "@turnform/form/rich-text",
        "@turnform/form/handlebars",
        "@turnform/form/handlebars-runtime",
        "@turnform/form/testing",
      ],
      ["@turnform/express-adapter", "@turnform/express-adapter/web", "@turnform/express-adapter/openapi"],
    ]);
    expect(named("createForm")).toMatchObject([{ group: "Functions" }]);
    expect(named("Invalid")).toMatchObject([{ group: "Classes" }]);
    expect(named("HttpError")).toMatchObject([{ group: "Errors" }, { group: "Errors" }]);
    expect(named("english")).toMatchObject([{ group: "Constants" }]);
    expect(named("FormOptions")).toMatchObject([{ group: "Types" }]);
  });

  it("reads declarations without their comments and private parts, and the docstrings of members", () => {
    expect(named("Html")).toMatchObject([
      {
        declarations: [
          {
            signature:
              "class Html {\n    constructor(html: string);\n    toString(): string;\n    toHTML(): string;\n}",
            docstring: { text: "A piece of HTML that templates write without escaping.", tags: [] },
            members: [
              {
                name: "toHTML",
                docstring: {
                  text: "Returns the HTML. Handlebars doesn't escape objects with a method of this name.",
                },
              },
            ],
          },
        ],
      },
    ]);
  });
});

describe("writeReference", () => {
  const [page = "", ...others] = writeReference([
    {
      folder: "shapes",
      name: "@example/shapes",
      description: "Shapes",
      entries: [
        {
          name: "@example/shapes",
          exports: [
            {
              name: "area",
              group: "Functions",
              declarations: [
                {
                  signature: "function area(of: Shape): number;",
                  docstring: {
                    text: "The area of a {@link Shape.kind}.\n\n    area({})\n    // → 0\n\nNever less.",
                    tags: [
                      { name: "param", text: "of Any shape" },
                      { name: "see", text: "https://example.org/" },
                    ],
                  },
                  members: [],
                },
              ],
            },
            {
              name: "Shape",
              group: "Types",
              declarations: [
                {
                  signature: "interface Shape {\n    kind: string;\n}",
                  docstring: { text: "A {@link hidden} shape.", tags: [] },
                  members: [{ name: "kind", docstring: { text: "Its kind.", tags: [] } }],
                },
              ],
            },
          ],
        },
        { name: "@example/shapes/more", exports: [{ name: "shape", group: "Functions", declarations: [] }] },
      ],
    },
  ]).values();

  it("writes a page for each package, with a heading for each export", () => {
    expect(others).toEqual([]);
    expect(page.match(/^#.*/gm)).toEqual([
      "# Reference: @example/shapes",
      "## Functions",
      "### area",
      "## Types",
      "### Shape",
      "## From @example/shapes/more",
      "### shape",
    ]);
  });

  it("writes signatures, examples, tags and members, with links to named exports", () => {
    expect(page).toContain(`### area

\`\`\`ts
function area(of: Shape): number;
\`\`\`

The area of a [\`Shape.kind\`](shapes.md#shape).

\`\`\`ts
area({})
// → 0
\`\`\`

Never less.

* \`of\`: Any shape
* **See** <https://example.org/>

See also [\`Shape\`](shapes.md#shape).
`);
    expect(page).toContain("A `hidden` shape.\n\n+ `kind`: Its kind.\n");
  });
});
