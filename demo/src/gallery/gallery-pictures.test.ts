import { readdirSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findExamples } from "./example.ts";
import { findFeatures } from "./feature.ts";

const folder = new URL("../../public/gallery-pictures/", import.meta.url);
const files = readdirSync(folder);

describe("the pictures of the gallery's cards", () => {
  it("show each page, light and dark: npm run pictures takes them", async () => {
    const pages = [...(await findExamples()), ...(await findFeatures())];
    const expected = pages.flatMap(({ name }) => [`${name}.webp`, `${name}-dark.webp`]);
    expect(files.toSorted()).toEqual(expected.toSorted());
  });

  it("take less than a megabyte", () => {
    const sizes = files.map((file) => statSync(new URL(file, folder)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000);
  });
});
