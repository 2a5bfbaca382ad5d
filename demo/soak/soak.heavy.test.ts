import { describe, expect, it } from "vitest";
import { checksTable } from "./report.ts";
import { soak } from "./soak.ts";

describe("the demo", () => {
  it("survives load, kills, and a second process on its database", async () => {
    const checks = await soak(Math.min(10, Number(process.env["HEAVY_SECONDS"] ?? 10)), console.log);
    console.log(checksTable(checks));
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});
