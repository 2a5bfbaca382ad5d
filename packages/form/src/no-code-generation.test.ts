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
      import { createForm } from "@turnform/form";
      import { createRenderer } from "./packages/form/src/renderer.ts";
      import { handlebars } from "@turnform/form/handlebars";
      let forbidden = false;
      try { new Function("return 1"); } catch { forbidden = true; }
      const form = createForm(z.object({ name: z.string(), rows: z.array(z.object({ a: z.number() })) }));
      const page = form.render({ name: "Ada", rows: [{ a: 1 }] });
      const draw = createRenderer({ templates: { label: handlebars("<b>{{label}}</b>") } });
      console.log(forbidden, String(page).includes('value="Ada"'), draw(page.view()).includes("<b>Name</b>"));
    `;
    expect(await printed(program, "--disallow-code-generation-from-strings")).toBe("true true true");
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
