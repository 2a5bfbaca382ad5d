import { describe, it } from "vitest";
import { subjects } from "./subjects.ts";

describe("the subjects of the benchmarks", () => {
  it.each(Object.entries(subjects))("do the same work on all sides: %s", async (_, load) => {
    const { subject } = await load();
    await subject.check(10);
  });
});
