import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as web from "./web.ts";

it("exports the public surface and nothing else", () => {
  expect(Object.keys(web).toSorted()).toEqual([
    "FieldErrors",
    "HttpError",
    "LimitError",
    "StoredFile",
    "controlsFromRequest",
    "fileStore",
    "formHandler",
    "formsHandler",
    "memoryStore",
    "memorySubmits",
    "requestLanguage",
    "rotateOwner",
    "webAssets",
    "webTurn",
  ]);
});

it("needs neither Express nor its types", () => {
  const imported = new Set(["./web.ts"]);
  for (const file of imported) {
    if (!file.startsWith("./")) continue;
    const source = readFileSync(new URL(file, import.meta.url), "utf8");
    for (const [, name = ""] of source.matchAll(/ from "([^"]+)";/g)) imported.add(name);
  }
  expect(imported).toContain("./cycle.ts");
  expect(imported).toContain("@turnform/form");
  expect(imported).not.toContain("express");
});
