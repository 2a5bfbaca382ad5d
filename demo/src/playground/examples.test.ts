import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { examples } from "./examples.ts";

describe("the playground's examples", () => {
  it("are the files of the folder, each once", () => {
    const files = readdirSync(new URL("examples/", import.meta.url));
    expect(examples.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
  });
});
