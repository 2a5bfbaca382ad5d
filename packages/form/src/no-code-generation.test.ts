import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);
const flags = ["--conditions=@turnform/source", "--import", "tsx", "--input-type=module"];

/** What a program prints that runs in a process of its own. */
async function printed(program: string, ...more: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [...flags, ...more, "--eval", program]);
  return stdout.trim();
}

describe("the package", () => {
  it("draws and reads templates where no code may be generated from strings", async () => {
    const program = `
      import { z } from "zod";
      import { createFormWith } from "@turnform/form";
      import { handlebars } from "@turnform/form/handlebars";
      let forbidden = false;
      try { new Function("return 1"); } catch { forbidden = true; }
      const read = (text) => handlebars("<" + text + ">{{label}}");
      const field = (template) => z.string().meta({ widget: { template } });
      const createForm = createFormWith({ templates: { label: read("app"), help: () => "<app-function>" } });
      const schema = z.object({ a: field(read("field")), b: field(() => "<field-function>"), c: z.string(), d: z.int() });
      const form = createForm(schema, { templates: { "text-input": read("form"), "number-input": () => "<form-function>" } });
      const plain = createForm(schema).withWidgets({ c: { template: read("path") } });
      const html = [form, plain].map((each) => String(each.render({ c: "Ada" }))).join("");
      const marks = ["app", "app-function", "form", "form-function", "field", "field-function", "path"];
      console.log(forbidden, marks.filter((mark) => !html.includes("<" + mark + ">")).join());
    `;
    expect(await printed(program, "--disallow-code-generation-from-strings")).toBe("true");
  });

  it("loads Handlebars' parser for those alone who read templates", async () => {
    const program = `
      import { createRequire } from "node:module";
      const { cache } = createRequire(import.meta.url);
      const loaded = () => Object.keys(cache).filter((file) => file.includes("/handlebars/")).map((file) => file.split("/").at(-1));
      await import("@turnform/form");
      const before = loaded();
      await import("@turnform/form/handlebars");
      console.log(JSON.stringify([before, loaded().includes("parser.js"), loaded().includes("javascript-compiler.js")]));
    `;
    expect(await printed(program)).toBe("[[],true,false]");
  });
});
