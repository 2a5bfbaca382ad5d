import { describe, expect, it } from "vitest";
import { applyExcerpt } from "./excerpt.ts";

const file = "// a.ts\none\ntwo\nthree\n";

describe("applyExcerpt", () => {
  it("replaces lines between two existing ones", () => {
    expect(applyExcerpt(file, "// a.ts\n// …\none\n2\n  2\nthree\n// …\n")).toBe(
      "// a.ts\none\n2\n  2\nthree\n",
    );
  });

  it("replaces the beginning and the end", () => {
    expect(applyExcerpt(file, "// a.ts\n1\none\n// …\nthree\n4\n")).toBe("// a.ts\n1\none\ntwo\nthree\n4\n");
  });

  it("takes code without elisions for the whole file", () => {
    expect(applyExcerpt(file, "// a.ts\nnew\n")).toBe("// a.ts\nnew\n");
  });

  it("refuses a line that is not in the file", () => {
    expect(() => applyExcerpt(file, "// a.ts\n// …\nfour\n// …\n")).toThrow("does not have: four");
  });
});
