import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { bootstrap } from "./bootstrap.ts";

const read = (file: URL | string): string => readFileSync(file, "utf8");
const folder = new URL("../templates/", import.meta.url);
const templates = readdirSync(folder).filter((file) => file.endsWith(".hbs"));

/** Classes in templates, written by `{{css "…"}}`. */
const written = new Set(
  templates.flatMap((file) =>
    [...read(new URL(file, folder)).matchAll(/\{\{css "(.*?)"\}\}/g)].flatMap(([, names = ""]) =>
      names.split(" "),
    ),
  ),
);
const stylesheet = read(createRequire(import.meta.url).resolve("bootstrap/dist/css/bootstrap.css"));

const names = (form: { resources(): readonly { name: string }[] }) =>
  form.resources().map(({ name }) => name);
const Person = z.object({ name: z.string(), nice: z.boolean() });

describe("bootstrap", () => {
  it("extends only classes of templates", () => {
    expect(Object.keys(bootstrap().classes).filter((name) => !written.has(name))).toEqual([]);
  });

  it("adds only classes of Bootstrap", () => {
    const added = Object.values(bootstrap().classes).flatMap((each) => each.split(" "));
    expect(added.filter((name) => !new RegExp(`\\.${name}\\b(?!-)`).test(stylesheet))).toEqual([]);
  });

  it("keeps Turnform's own classes, which scripts use", () => {
    const page = pageOf(String(createForm(Person, { theme: bootstrap() }).validate([]).form));
    expect(page.querySelector("[name=name]")?.getAttribute("class")).toBe(
      "tf-input form-control tf-wrong is-invalid",
    );
    expect(page.querySelector("[name=nice]")?.getAttribute("class")).toBe("tf-checkbox form-check-input");
  });

  it("loads Bootstrap, then its own stylesheet, then the layout's", () => {
    const form = createForm(Person, { theme: bootstrap(), layout: "horizontal" });
    expect(names(form)).toEqual([
      "bootstrap.css",
      "turnform-bootstrap.css",
      "turnform-layouts.css",
      "turnform.js",
    ]);
    expect(form.resources()[0]?.version).toMatch(/^5\.3\.\d+$/);
    expect(form.resources()[1]?.version).toBe(form.resources()[3]?.version);
  });

  it("does not load Bootstrap if the page already does", () => {
    const form = createForm(Person, { theme: bootstrap({ stylesheet: false }) });
    expect(names(form)).toEqual(["turnform-bootstrap.css", "turnform.js"]);
  });
});

it("uses every class of a template in a stylesheet or a script", () => {
  const sources = ["../theme/", "../client/"].flatMap((path) => {
    const base = new URL(path, import.meta.url);
    return readdirSync(base, { recursive: true })
      .map(String)
      .filter((file) => /\.(?:css|ts)$/.test(file))
      .map((file) => read(new URL(file, base)));
  });
  const known = sources.join("\n");
  const unknown = [...written].filter((name) => !new RegExp(`\\b${name}\\b(?!-)`).test(known));
  expect(unknown.filter((name) => !(name in bootstrap().classes))).toEqual([]);
});
