import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm, createFormWith } from "./form.ts";
import type { Form } from "./form-interface.ts";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import type { Widget } from "../field/widget.ts";
import { mapping } from "../widgets/mapping.ts";
import { password } from "../widgets/password.ts";
import { rangeInput } from "../widgets/range-input.ts";
import { selectSearch } from "../widgets/select-search.ts";
import { switchInput } from "../widgets/switch-input.ts";
import { textArea } from "../widgets/text-area.ts";

const Move = z.object({ angle: z.number().min(0).max(180), loop: z.boolean() });
const Preset = z.object({
  name: z.string().meta({ widget: textArea() }),
  mood: z.string().meta({ kind: "secret" }),
  cycles: z.array(z.array(Move)),
  last: Move,
});
const data = {
  name: "sweep",
  mood: "calm",
  cycles: [[{ angle: 1, loop: true }]],
  last: { angle: 2, loop: false },
};

/** Returns the templates of a page's controls, by their ids. */
function drawnBy(form: Form<z.ZodObject>, ids: readonly string[]): (string | null | undefined)[] {
  const page = pageOf(String(form.render(data)));
  return ids.map((id) => {
    const control = page.querySelector(`[id='form-${id}']`);
    return (
      control?.getAttribute("role") ??
      control?.getAttribute("inputmode") ??
      control?.getAttribute("type") ??
      control?.localName
    );
  });
}
const ids = ["name", "mood", "cycles-0-0-angle", "cycles-0-0-loop", "last-angle", "last-loop"];

describe("createForm", () => {
  it("uses widgets by the metadata's kind or the node's", () => {
    const kinds = { boolean: switchInput(), secret: password(), number: { suffix: "°" } };
    const form = createForm(Preset, { kinds });
    expect(drawnBy(form, ids)).toEqual(["textarea", "password", "decimal", "switch", "decimal", "switch"]);
    expect([...pageOf(String(form.render(data))).querySelectorAll(".tf-affix")]).toHaveLength(2);
  });

  it("prefers a widget by path to the metadata's, and that to one by kind", () => {
    const form = createForm(Preset, { kinds: { string: password() }, widgets: { mood: switchInput() } });
    expect(drawnBy(form, ids).slice(0, 2)).toEqual(["textarea", "switch"]);
  });
});

describe("Form.withWidgets", () => {
  const form = createForm(Preset, { formId: "form", buttons: ["save"] });

  it("changes only the widgets at the paths", () => {
    const other = form.withWidgets({ "cycles.*.*.angle": rangeInput(), "**.loop": switchInput() });
    expect(drawnBy(other, ids)).toEqual(["textarea", "text", "range", "switch", "decimal", "switch"]);
    expect(drawnBy(form, ids)).toEqual(["textarea", "text", "decimal", "checkbox", "decimal", "checkbox"]);
    expect(other.validate(submittedControls(String(other.render(data))))).toMatchObject({
      kind: "valid",
      value: data,
    });
    expect(other.resources().map(({ name }) => name)).toContain("turnform-range.js");
    expect(form.resources().map(({ name }) => name)).not.toContain("turnform-range.js");
  });

  it("adds options to the existing widget; the last matching path counts", () => {
    const other = form.withWidgets({ "*": { placeholder: "…" }, mood: { readonly: true, placeholder: "!" } });
    const again = other.withWidgets({ mood: { suffix: "°" } });
    expect(String(other.render(data))).toContain('placeholder="…"');
    expect(String(other.render(data).field("mood").control)).toContain("calm");
    expect(String(again.render(data))).toContain("°");
  });

  it("reaches every level of a recursive schema, and the values of records", () => {
    const Tree = z.object({
      note: z.string(),
      get nodes() {
        return z.array(Tree);
      },
    });
    const tree = createForm(Tree).withWidgets({ "**.note": textArea() });
    const deep = { note: "a", nodes: [{ note: "b", nodes: [{ note: "c", nodes: [] }] }] };
    expect([...pageOf(String(tree.render(deep))).querySelectorAll("input[name=note]")]).toEqual([]);
    const record = createForm(z.object({ moods: z.record(z.string(), z.enum(["calm", "wild"])) }));
    const html = String(record.withWidgets({ "moods.*": selectSearch() }).render({ moods: { a: "calm" } }));
    expect(html.match(/<tf-select-search/g)).toHaveLength(2);
  });

  it("refuses a path without a field, and a widget that does not fit", () => {
    // @ts-expect-error -- a list of lists
    expect(() => form.withWidgets({ "cycles.*.angle": rangeInput() })).toThrow(
      'A widget is given for "cycles.*.angle", but the schema has no field there. Did you mean "cycles.*.*.angle"?',
    );
    expect(() => form.withWidgets({ cycles: selectSearch({ multiple: false }) })).toThrow("cycles");
    expect(() => form.withWidgets({ cycles: textArea() })).toThrow("its widget takes a single value");
    expect(() => form.withWidgets({ name: mapping() })).toThrow(
      "is of kind string, but its widget mapping needs an object",
    );
  });

  it("keeps the widgets after bind and withLanguage", () => {
    const other = form.withWidgets({ mood: password() });
    expect(drawnBy(other.bind({}), ids)[1]).toBe("password");
  });
});

describe("a widget that is none", () => {
  const rate = { template: "rate", deserialize: () => "", view: () => ({}) };
  const { view: _view, ...blind } = rate;
  const { deserialize: _deserialize, ...deaf } = rate;

  it.each([
    ["a function that makes one", textArea, "is a function: call it"],
    ["nothing", null, "is null; a widget or options are expected"],
    ["a name", "textArea", "is textArea; a widget or options are expected"],
    ["a widget that does not read", deaf, 'has no method "deserialize"'],
    ["a widget that does not describe", blind, 'has no method "view"'],
    ["options with a slip", { sufix: "kg" }, 'it has "sufix"'],
  ])("is refused when the form is made: %s", (_, widget, message) => {
    // As a JavaScript user writes it, whom types don't warn.
    const type = z.object({ a: z.string().meta(Object.fromEntries([["widget", widget]])) });
    expect(() => createForm(type)).toThrow(TypeError);
    expect(() => createForm(type)).toThrow(`The widget of field "a" `);
    expect(() => createForm(type)).toThrow(message);
  });

  it("is refused if there is no template of the name that it gives", () => {
    const draw = () => "drawn";
    const withRate = { help: draw, rate: draw };
    const of = (widget: Widget) => z.object({ a: z.string().meta({ widget }) });
    expect(() => createForm(of(rate))).toThrow('The widget of field "a" names the template "rate"');
    expect(() => createForm(of({ ...rate, template: "toString" }))).toThrow("toString");
    expect(() => createForm(of({ ...rate, readonlyTemplate: "shown" }), { templates: withRate })).toThrow(
      'names the readonlyTemplate "shown"',
    );
    for (const form of [
      createForm(of({ ...rate, options: { template: draw } })),
      createForm(of(rate), { templates: withRate }),
    ])
      expect(String(form.render())).toContain("drawn");
  });
});

describe("createFormWith", () => {
  it("accepts widgets for paths that only some of its forms have", () => {
    const create = createFormWith({ widgets: { "**.note": textArea(), "**.loop": switchInput() } });
    expect(drawnBy(create(Preset), ids)[3]).toBe("switch");
    // @ts-expect-error -- no such field
    expect(() => create(Preset, { widgets: { note: textArea() } })).toThrow('"note"');
  });

  it("sets defaults of all forms, which each form may override", () => {
    const create = createFormWith({
      buttons: ["save"],
      kinds: { boolean: switchInput() },
      noValidate: true,
    });
    const form = create(Preset, { kinds: { secret: password() }, noValidate: false });
    expect(drawnBy(form, ids)).toEqual(["textarea", "password", "decimal", "switch", "decimal", "switch"]);
    expect(String(form.render())).toContain('name="save"');
    expect(String(create(Preset).render())).toContain(" novalidate");
    expect(String(form.render())).not.toContain(" novalidate");
  });
});
