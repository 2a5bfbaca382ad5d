import { describe, expect, it } from "vitest";
import { compile, withTypedNames } from "./compile.ts";

describe("compile", () => {
  it("refuses a JSON Schema that is no JSON, with its line", () => {
    expect(compile('{\n  "type": "object",\n}')).toMatchObject({
      kind: "mistake",
      message: expect.stringMatching(/^The JSON Schema is no JSON: .*property name/),
      line: 3,
    });
    expect(compile('{ "type": "object" }')).toMatchObject({ kind: "script" });
  });
});

describe("withTypedNames", () => {
  it("names imports as they were typed", () => {
    const compiled = compile(
      'import { z } from "zod";\nimport { createForm } from "@turnform/form";\nz; createForm;',
    );
    const script = compiled.kind === "script" ? compiled.script : "";
    expect(withTypedNames("_zod.z.strin is not a function", script)).toBe("z.strin is not a function");
    expect(withTypedNames("(0 , _form.createForm) is not a function", script)).toBe(
      "createForm is not a function",
    );
    expect(withTypedNames("_own.name is not a function", script)).toBe("_own.name is not a function");
  });
});
