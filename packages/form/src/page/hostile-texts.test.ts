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

/** Returns pages of a form with a text in every possible place. */
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
    // Draws every field a second time, with its constants staged.
    form.render(data),
  ].map(String);
}

/** Returns the nested elements of a page with the names of their attributes. */
function outline(element: PageElement): string {
  const inside = [...element.children].map(outline).join("");
  return `<${element.localName} ${element.getAttributeNames().toSorted().join(" ")}>${inside}</>`;
}

/** Returns elements and attributes that Turnform never writes. */
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
  it("stay in their places, in either theme", () => {
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

  it("stay in their places after a post, at every depth", () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...themes), (text, theme) => {
        const type = makeWith("a")({});
        const form = createForm(z.object({ it: type, list: z.array(type) }), { formId: "f", theme });
        // The last of three equal items is put together from the HTML of the others.
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

it("templates write nothing unescaped except cleaned rich text", () => {
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
