import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);
const flags = ["--conditions=@turnform/source", "--import", "tsx", "--input-type=module"];

/** Runs a program in its own process and returns its output. */
async function printed(program: string, ...more: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [...flags, ...more, "--eval", program]);
  return stdout.trim();
}

describe("the package", () => {
  it("draws built-in, precompiled and function templates without generating code from strings", async () => {
    const program = `
      import Handlebars from "handlebars";
      import { z } from "zod";
      import { createFormWith } from "@turnform/form";
      import { precompiled } from "@turnform/form/handlebars-runtime";
      let forbidden = false;
      try { new Function("return 1"); } catch { forbidden = true; }
      // A build step would have written this module.
      const spec = await import("data:text/javascript,export default " + encodeURIComponent(Handlebars.precompile("<app>{{label}}{{> help}}")));
      const createForm = createFormWith({ templates: { label: precompiled(spec.default), help: () => "<app-function>" } });
      const schema = z.object({ a: z.string(), b: z.string().meta({ widget: { template: () => "<field-function>" } }), c: z.int() });
      const html = String(createForm(schema, { templates: { "number-input": () => "<form-function>" } }).render({ a: "Ada" }));
      const marks = ["<app>A", "<app-function>", "<field-function>", "<form-function>", 'value="Ada"'];
      console.log(forbidden, marks.filter((mark) => !html.includes(mark)).join());
    `;
    expect(await printed(program, "--disallow-code-generation-from-strings")).toBe("true");
  });

  it("loads Handlebars only for its entries, and the compiler only for sources", async () => {
    const program = `
      import { createRequire } from "node:module";
      const { cache } = createRequire(import.meta.url);
      const loaded = () => Object.keys(cache).filter((file) => file.includes("/handlebars/")).map((file) => file.split("/").at(-1));
      const seen = [];
      for (const name of ["@turnform/form", "@turnform/form/handlebars-runtime", "@turnform/form/handlebars"]) {
        await import(name);
        seen.push([loaded().length > 0, loaded().includes("parser.js"), loaded().includes("javascript-compiler.js")]);
      }
      console.log(JSON.stringify(seen));
    `;
    expect(await printed(program)).toBe("[[false,false,false],[true,false,false],[true,true,true]]");
  });
});
