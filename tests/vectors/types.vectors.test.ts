import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Case, runCases } from "./cases.ts";
import { departures } from "./departures.ts";
import { submissionDepartures } from "./form-departures.ts";
import { pageDepartures } from "./page-departures.ts";
import { type RecordedCase, runSchemaCase } from "./schema-case.ts";

for (const file of ["types.json", "validators.json"]) {
  runCases<Case & RecordedCase>(file, runSchemaCase);
}

describe("departures", () => {
  it("match the entries of docs/departures.md", () => {
    const page = readFileSync(new URL("../../docs/departures.md", import.meta.url), "utf8");
    const headings = [...page.matchAll(/^### (.*)$/gm)].map((match) => match[1]);
    const names = [...departures, ...submissionDepartures, ...pageDepartures].map(({ name }) => name);
    expect(new Set(headings)).toEqual(new Set([...names, "Also, without a case"]));
  });
});
