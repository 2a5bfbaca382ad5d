import { isDeepStrictEqual } from "node:util";
import { checkboxChoice } from "./checkbox-choice.ts";
import { type Control, structure } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import { widgetSamples } from "../testing/widget-samples.ts";
import type { SampleOptions } from "../testing/sample.ts";

const OWN = new Set(["_charset_", "__formid__"]);

/** Returns the controls that a page posts, without the form's own. */
const posted = (html: unknown): Control[] =>
  submittedControls(String(html)).filter(([name]) => !OWN.has(name));

/** Returns the posted pstruct, which does not depend on the names of radio buttons. */
const meaning = (html: unknown): unknown => {
  const result = structure(posted(html));
  return result.ok ? JSON.parse(JSON.stringify(result.pstruct)) : result.error;
};

/** Returns a page to which the script has added an item to the outermost list, made from the blank item. */
function withAdded(html: string, number: number): string {
  const page = pageOf(html);
  const list = page.querySelector("[data-tf-sequence]");
  const template = [...page.querySelectorAll("template[data-tf-blank]")].find(
    (each) => each.closest("[data-tf-sequence]") === list,
  );
  const id = list?.id ?? "";
  const blank = (template?.innerHTML ?? "").replaceAll(
    /\b(id|name|for|href|list|data-tf-value-of|aria-\w+|form|headers)="([^"]*)"/g,
    (_, attribute: string, value: string) =>
      `${attribute}="${value
        .split(" ")
        .map((word) => word.replace(`${id}-*`, `${id}-${number}`))
        .join(" ")}"`,
  );
  const items = page.querySelector("[data-tf-items]");
  items?.insertAdjacentHTML("beforeend", blank);
  return page.innerHTML;
}

function expectSound(html: string): void {
  const page = pageOf(html);
  const outside = [...page.querySelectorAll("*")].filter((element) => !element.closest("template"));
  const ids = outside.map(({ id }) => id).filter(Boolean);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  const known = new Set(ids);
  for (const element of outside) {
    for (const name of [
      "for",
      "aria-describedby",
      "aria-labelledby",
      "aria-controls",
      "list",
      "data-tf-value-of",
    ]) {
      const words = element.getAttribute(name)?.split(" ") ?? [];
      expect(words.filter((id) => !known.has(id))).toEqual([]);
    }
  }
}

describe.each(widgetSamples)("$name", (sample) => {
  const { values } = sample;
  const type = (options: SampleOptions) => sample.type(options);
  const single = createForm(z.object({ it: type({}) }), { formId: "f" });
  const nested = createForm(z.object({ it: z.array(z.array(type({}))) }), { formId: "f" });

  it("posts the shown value back, also in lists of lists", () => {
    for (const value of values) {
      expect(single.validate(submittedControls(String(single.render({ it: value }))))).toMatchObject({
        kind: "valid",
        value: { it: value },
      });
    }
    const it = [values, [], values];
    expect(nested.validate(submittedControls(String(nested.render({ it }))))).toMatchObject({
      kind: "valid",
      value: { it },
    });
  });

  it("reads its value from JSON, also in lists of lists", () => {
    if (sample.name.startsWith("fileInput")) return;
    for (const form of [single, nested]) {
      for (const value of values) {
        const it = form === single ? value : [[value], []];
        const data: unknown = JSON.parse(JSON.stringify({ it: form.node.child("it")?.serialize(it) }));
        expect(form.validateData(data)).toMatchObject({ kind: "valid", value: { it } });
        // Numbers, booleans and texts are the same in JSON
        const typed: unknown = JSON.parse(JSON.stringify({ it }));
        if (isDeepStrictEqual(typed, { it }))
          expect(form.validateData(typed)).toMatchObject({ value: { it } });
      }
    }
  });

  it("gives every element a unique id, and refers only to existing ids", () => {
    expectSound(String(single.render({ it: values[0] })));
    expectSound(String(nested.render({ it: [values, values] })));
    expectSound(String(single.render().withErrors({ it: "Wrong" })));
  });

  it("makes the same item from its blank item as the server does", () => {
    const form = createForm(z.object({ it: z.array(type({})) }), { formId: "f" });
    const page = String(form.render({ it: values }));
    // A list of several kinds has no button for an item of none.
    const controls = submittedControls(page);
    const byServer = form.validate(
      controls.toSpliced(
        controls.findLastIndex(([name]) => name === "__end__"),
        0,
        ["__edit__", "add"],
      ),
    );
    expect(byServer.kind).toBe("edited");
    const byScript = withAdded(page, 7);
    expectSound(byScript);
    expect(meaning(byScript)).toEqual(meaning(byServer.form));
  });

  it("makes independent items from its blank item", () => {
    const twice = withAdded(withAdded(String(nested.render({ it: [] })), 1), 2);
    expectSound(twice);
    const groups = [...pageOf(twice).querySelectorAll("input[type=radio]")]
      .filter((radio) => !radio.closest("template"))
      .map((radio) => [radio.getAttribute("name"), radio.closest("[data-tf-item]")?.id]);
    expect(new Set(groups.map(([name]) => name)).size).toBe(new Set(groups.map(String)).size);
  });

  it("shows its value and posts nothing if readonly", () => {
    for (const value of values) {
      const html = String(createForm(z.object({ it: type({}) })).render({ it: value }, { readonly: true }));
      expect(posted(html)).toEqual([]);
      expectSound(html);
    }
    const fixed = createForm(z.object({ it: type({ readonly: true }).optional() }));
    expect(posted(fixed.render({ it: values[0] }))).toEqual([]);
  });

  it("keeps its value if readonly or disabled, whatever is posted", () => {
    for (const options of [{ readonly: true }, { disabled: true }]) {
      const form = createForm(z.object({ it: type(options).optional() }));
      const forged = submittedControls(String(single.render({ it: values[1] })));
      expect(form.validate(forged, { it: values[0] })).toMatchObject({
        kind: "valid",
        value: values[0] === undefined ? {} : { it: values[0] },
      });
    }
  });

  it("posts its value if hidden", () => {
    const form = createForm(z.object({ it: type({ hidden: true }) }));
    for (const value of values) {
      const html = String(form.render({ it: value }));
      expect(pageOf(html).querySelectorAll(".tf-field, fieldset, label")).toHaveLength(0);
      expect(form.validate(submittedControls(html))).toMatchObject({ kind: "valid", value: { it: value } });
    }
  });

  it("refuses HTML's readonly on choices, which browsers ignore, and points to the option", () => {
    const types = [z.enum(["a", "b"]), z.boolean(), z.file()];
    for (const type of types) {
      for (const attributes of [{ readonly: true }, { READONLY: "" }]) {
        const it = type.meta({ widget: { attributes } });
        expect(() => createForm(z.object({ it }))).toThrow('set "readonly: true" as an option of its widget');
      }
      const allowed = type.meta({ widget: { attributes: { readonly: false } } });
      expect(String(createForm(z.object({ allowed })).render())).not.toContain("readonly");
    }
    const ticked = z
      .array(z.enum(["a"]))
      .meta({ widget: checkboxChoice({ attributes: { readonly: true } }) });
    expect(() => createForm(z.object({ ticked }))).toThrow("browsers ignore there");
    const text = z.string().meta({ widget: { attributes: { readonly: true } } });
    expect(String(createForm(z.object({ text })).render())).toContain("readonly");
  });

  it("adds classes and attributes", () => {
    const options = { cssClass: "mine", itemCssClass: "around", attributes: { "data-mine": '<&">' } };
    const page = pageOf(String(createForm(z.object({ it: type(options) })).render({ it: values[0] })));
    expect(page.querySelector(".mine")).not.toBeNull();
    expect(page.querySelector(".around")).not.toBeNull();
    expect(page.querySelector("[data-mine]")?.getAttribute("data-mine")).toBe('<&">');
  });

  it("takes the focus with `autofocus`, and shows an error at its field", () => {
    const focused = createForm(z.object({ other: z.string(), it: type({ autofocus: true }) }));
    expect([...pageOf(String(focused.render())).querySelectorAll("[autofocus]")]).toHaveLength(1);
    const page = pageOf(String(single.render().withErrors({ it: "Wrong <b>" })));
    expect(page.querySelector("[id='f-it:error']")?.textContent).toContain("Wrong <b>");
    expect(page.querySelector("[id='f-it']")).not.toBeNull();
    expect(page.querySelector("[aria-describedby~='f-it:error']")).not.toBeNull();
  });
});
