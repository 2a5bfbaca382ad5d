import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { clientResources } from "./resources.ts";
import { textInput } from "../widgets/text-input.ts";

const { resolve } = createRequire(import.meta.url);
const read = (file: string): Buffer => readFileSync(resolve(`@turnform/form/client/${file}`));
const names = (form: { resources(): readonly { name: string }[] }) =>
  form.resources().map(({ name }) => name);

describe("resources", () => {
  it("are a stylesheet and a script for every form and page", () => {
    const form = createForm(z.object({ name: z.string() }));
    expect(names(form)).toEqual(["turnform.css", "turnform.js"]);
    expect(form.render().resources()).toEqual(form.resources());
  });

  it("include the script that asks before a person leaves only for forms that want it", () => {
    const schema = z.object({ name: z.string() });
    expect(names(createForm(schema, { warnUnsaved: true }))).toContain("turnform-unsaved.js");
    expect(names(createForm(schema))).not.toContain("turnform-unsaved.js");
  });

  it("include the script of dragging only for forms with items to move", () => {
    const list = z.array(z.string());
    expect(names(createForm(z.object({ list: list.meta({ orderable: true }) })))).toContain(
      "turnform-drag.js",
    );
    expect(names(createForm(z.object({ list })))).not.toContain("turnform-drag.js");
  });

  it("include the breadcrumb of deep items only if lists can be nested deeper than six levels", () => {
    let list: z.ZodType = z.string();
    for (let level = 1; level <= 6; level++) list = z.array(list);
    expect(names(createForm(z.object({ list })))).not.toContain("turnform-breadcrumb.js");
    expect(names(createForm(z.object({ list: z.array(list) })))).toContain("turnform-breadcrumb.js");
  });

  it("include the files of widgets at any depth, each once", () => {
    const widget = (...resources: string[]) => ({ ...textInput(), resources });
    const Node = z.object({
      name: z.string().meta({ widget: widget("turnform.js") }),
      get nodes() {
        return z.array(Node);
      },
    });
    const lists = ["turnform-toolbar.js", "turnform-undo.css", "turnform-undo.js"];
    const deep = ["turnform-breadcrumb.css", "turnform-breadcrumb.js"];
    expect(names(createForm(Node))).toEqual(["turnform.css", "turnform.js", ...lists, ...deep]);
    const Row = z.string().meta({ widget: widget("map.js") });
    expect(() => createForm(z.object({ rows: z.array(Row) }))).toThrow(
      'A form loads "map.js", which is no file',
    );
  });
});

describe("clientResources", () => {
  it("names built files with their digests", () => {
    expect(clientResources.map(({ name }) => name)).toEqual(expect.arrayContaining(["turnform.js"]));
    for (const { name, file, integrity } of clientResources) {
      const content = read(name);
      expect(read(file).equals(content)).toBe(true);
      expect(`sha384-${createHash("sha384").update(content).digest("base64")}`).toBe(integrity);
      expect(brotliDecompressSync(read(`${file}.br`)).equals(content)).toBe(true);
      expect(gunzipSync(read(`${file}.gz`)).equals(content)).toBe(true);
    }
  });

  it("matches the manifest", () => {
    const manifest: unknown = JSON.parse(read("manifest.json").toString());
    expect(Object.fromEntries(clientResources.map(({ name, ...rest }) => [name, rest]))).toEqual(manifest);
  });
});
