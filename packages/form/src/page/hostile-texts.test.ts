import { readdirSync, readFileSync } from "node:fs";
import { type Control } from "@turnform/schema";
import { joinPath } from "@turnform/schema/tools";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import {
  harmless,
  hostile,
  type MakeType,
  optionsWith,
  themes,
  typesWith,
  widgetOptionsWith,
} from "../testing/hostile.ts";
import { pageOf, type PageElement } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import { widgetSamples } from "../testing/widget-samples.ts";
import type { Theme } from "../themes/theme.ts";

/** Pages of a form that has a text wherever there may be one. */
function pagesWith(text: string, make: MakeType, theme: Theme, value?: unknown): readonly string[] {
  const type = make(widgetOptionsWith(text));
  const field = type.meta({ ...type.meta(), title: text, description: text });
  const name = text.trim();
  const form = createForm(
    z.object({ [name]: field, list: z.array(field) }).meta({ title: text, description: text }),
    { ...optionsWith(text), theme },
  );
  const data = value === undefined ? {} : { [name]: value, list: [value] };
  const fresh = form.render(data).withNotice(text).withHidden({ __once__: text });
  return [
    fresh.withErrors({ "": text, [joinPath([name])]: [text, text], "list.0": text }),
    form.render(data, { readonly: true }),
    // Now every template has drawn its field twice, and what never changes has become part of it.
    form.render(data),
  ].map(String);
}

/** The elements of a page, one inside the other, with the names of their attributes. */
function outline(element: PageElement): string {
  const inside = [...element.children].map(outline).join("");
  return `<${element.localName} ${element.getAttributeNames().toSorted().join(" ")}>${inside}</>`;
}

/** What is on a page that no form of ours has. */
function strangers(page: PageElement): string[] {
  const names = [...page.querySelectorAll("*")].flatMap((element) => [
    element.localName,
    ...element.getAttributeNames(),
  ]);
  return names.filter((name) => /evil|^on|^script$/.test(name));
}

const samples: readonly (readonly [string, (text: string) => MakeType, unknown])[] = [
  ...widgetSamples.map((each) => [each.name, (): MakeType => (o) => each.type(o), each.values[0]] as const),
  ...Object.keys(typesWith("a")).map(
    (name) =>
      [
        `${name} with texts of its own`,
        (text: string): MakeType =>
          (options) =>
            typesWith(text)[name]?.(options) ?? z.string(),
        undefined,
      ] as const,
  ),
];

describe.each(samples)("hostile texts in a form with %s", (_, makeWith, value) => {
  it("stay where they are put, in either theme", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [plain] = themes;
        const tame = pagesWith(harmless(text), makeWith(harmless(text)), plain, value).map(pageOf);
        for (const theme of themes) {
          const pages = pagesWith(text, makeWith(text), theme, value).map(pageOf);
          expect(pages.map(outline)).toEqual(tame.map(outline));
          expect(pages.flatMap(strangers)).toEqual([]);
          for (const page of pages) expect(page.textContent).toContain(text);
        }
      }),
      { numRuns: 1 },
    );
  });

  it("stay where they are shown again after a post, at every depth", () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...themes), (text, theme) => {
        const type = makeWith("a")({});
        const form = createForm(z.object({ it: type, list: z.array(type) }), { formId: "f", theme });
        // Of three items that look alike the last one is put together from the others' HTML.
        const data = value === undefined ? {} : { it: value, list: [value, value, value] };
        const typed = submittedControls(String(form.render(data))).map(([name, each]): Control => [
          name,
          name.startsWith("_") ? each : text,
        ]);
        for (const posted of [
          typed,
          [
            ["it", text],
            ["list", text],
          ] satisfies Control[],
        ]) {
          for (const page of [form.validate(posted).form, form.draft(posted)].map(String).map(pageOf)) {
            expect(strangers(page)).toEqual([]);
            expect([...page.children].map(({ localName }) => localName)).toEqual(["form"]);
          }
        }
      }),
      { numRuns: 1 },
    );
  });
});

it("templates write nothing unescaped but the rich text that was cleaned", () => {
  const folder = new URL("../templates/", import.meta.url);
  const unescaped = readdirSync(folder)
    .filter((file) => file.endsWith(".hbs"))
    .flatMap((file) =>
      [...readFileSync(new URL(file, folder), "utf8").matchAll(/\{\{\{.*?\}\}\}|\{\{&.*?\}\}/g)].map(
        ([found]) => [file, found],
      ),
    );
  expect(unescaped).toEqual([["rich-text-readonly.hbs", "{{{html}}}"]]);
});
