import { type Control, date, destructure } from "@turnform/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm, type Form } from "../form.ts";
import { submittedControls } from "../testing/submitted.ts";
import { widgetSamples } from "../testing/widget-samples.ts";
import type { Place } from "../place.ts";
import type { View } from "../view.ts";
import { mapping } from "./mapping.ts";
import { radioChoice } from "./radio-choice.ts";
import { select } from "./select.ts";
import { sequence } from "./sequence.ts";
import { textArea } from "./text-area.ts";
import { textInput } from "./text-input.ts";
import { tupleGroup } from "./tuple-group.ts";
import type { Widget } from "./widget.ts";

const Item = z.object({
  text: z.string().max(5).meta({ description: "Short" }),
  note: z.string().optional().meta({ widget: textArea() }),
  number: z.number().max(9),
  day: date(),
  clock: z.iso.time(),
  box: z.boolean(),
  kind: z.enum(["slow", "fast"]),
  way: z.enum(["left", "right"]).meta({ widget: radioChoice() }),
  inner: z.object({ text: z.string().min(2) }).meta({ widget: mapping({ frame: "details" }) }),
});
const Members = z
  .array(z.array(z.string().max(5)).min(1).max(3))
  .max(3)
  .meta({ orderable: true, description: "Each with their names" });
const schema = z.object({
  texts: z.array(z.string()),
  items: z.array(Item).min(1).max(6).meta({ orderable: true }),
  titled: z.array(Item).meta({ widget: sequence({ itemTitle: "Item ${text}" }) }),
  rows: z.array(z.object({ a: z.string(), b: z.number() })).meta({ widget: sequence({ layout: "table" }) }),
  lists: z.array(z.array(z.object({ text: z.string() }))),
  teams: z.array(z.object({ name: z.string(), members: Members, guests: z.array(z.string()) })),
});

const stamped = createForm(schema, { formId: "f" });
// With a template of one's own each item is drawn by itself.
const drawn = createForm(schema, { formId: "f", templates: { "color-input": () => "" } });

const text = fc.constantFrom(
  "",
  "a",
  "<b>&\"'`=",
  "\u007Fa0\u007F",
  "\u007Fb2\u007F",
  "$&$1",
  "é😀",
  "too long",
);
const textual = (...more: string[]) => fc.oneof(text, fc.constantFrom(...more));
const item = fc.record({
  text,
  note: text,
  number: textual("1", "1.5", "99", "x"),
  day: textual("2020-05-06"),
  clock: textual("10:20"),
  box: fc.constantFrom("true", "false"),
  kind: textual("slow", "fast"),
  way: textual("left", "right"),
  inner: fc.record({ text }),
});
/** Many of a few, so that several look alike. */
const items = fc
  .tuple(fc.array(item, { minLength: 1, maxLength: 2 }), fc.array(fc.nat(1), { maxLength: 7 }))
  .map(([few, order]) => order.flatMap((at) => few.slice(at, at + 1)));
const posted = fc.record({
  texts: fc.array(text),
  items,
  titled: items,
  rows: fc.array(fc.record({ a: text, b: textual("1") })),
  lists: fc.array(fc.array(fc.record({ text }))),
  teams: fc.array(
    fc.record({
      name: text,
      members: fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 4 }),
      guests: fc.array(text, { maxLength: 3 }),
    }),
  ),
});
const button = fc.constantFrom(
  "f-items:add",
  "f-items-1:down",
  "f-items-0:duplicate",
  "f-texts:add",
  "f-lists-0:remove",
  "f-lists-1:add",
  "f-teams-1-members-0:down",
);

function pageOf(form: Pick<Form<z.ZodObject>, "validate">, controls: readonly Control[]): string {
  const result = form.validate(controls);
  if (result.kind === "malformed") throw new TypeError("The markers can't be read");
  return String(result.form);
}

describe("stampedItem", () => {
  it("makes few views for many items that look alike", () => {
    let views = 0;
    const input = textInput();
    const view = (place: Place): View => (views++, input.view(place));
    const widget: Widget = { ...input, view: Object.assign(view, input.view) };
    const form = createForm(z.object({ names: z.array(z.string().meta({ widget })) }));
    const names = Array.from({ length: 500 }, (_, i) => `Name ${i}`);
    expect(String(form.render({ names }))).toContain('value="Name 499"');
    expect(views).toBeLessThan(20);
  });

  it("draws by its own view what a widget made of another one shows", () => {
    const input = textInput();
    const widget: Widget = {
      ...input,
      view: (place) => ({ ...input.view(place), help: `${place.text.length} letters` }),
    };
    const form = createForm(z.object({ names: z.array(z.string().meta({ widget })) }));
    const page = String(form.render({ names: ["", "a", "bc", "def"] }));
    expect(Array.from(page.matchAll(/(\d) letters/g), ([, count]) => count)).toEqual([..."0123", "0"]);
  });

  it("draws a list's items as if each were drawn by itself, right or wrong", () => {
    fc.assert(
      fc.property(posted, (data) => {
        const controls: Control[] = [...destructure(data), ["submit", "submit"]];
        expect(pageOf(stamped, controls)).toBe(pageOf(drawn, controls));
      }),
      { numRuns: 100 },
    );
  });

  it("tells what is wrong with a field from the same with the next one", () => {
    const area = z.string().min(1).meta({ widget: textArea() });
    const Pairs = z.object({ pairs: z.array(z.object({ a: area, b: area })) });
    const [left, right] = [
      { a: "", b: "b" },
      { a: "a", b: "" },
    ];
    const controls = destructure({ pairs: [left, left, right, right] });
    const page = pageOf(createForm(Pairs, { formId: "p" }), controls);
    const wrong = Array.from(page.matchAll(/id="p-pairs-(\d-[ab]):error"/g), ([, field]) => field);
    expect(wrong).toEqual(["0-a", "1-a", "2-b", "3-b"]);
  });

  it.each(widgetSamples)("draws $name so in lists and lists of lists, right or wrong", (sample) => {
    const { values } = sample;
    const Item = z.object({ one: sample.type({}), many: z.array(sample.type({})) });
    const Lists = z.object({ items: z.array(Item) });
    const [left, right] = [values[0], values.at(-1)];
    const items = [left, left, left, right, right, left].map((one) => ({
      one,
      many: [one, one, one, left, right],
    }));
    const [ours, plain] = [
      createForm(Lists),
      createForm(Lists, { templates: { "color-readonly": () => "" } }),
    ];
    const page = String(plain.render({ items }));
    expect(String(ours.render({ items }))).toBe(page);
    const controls = submittedControls(page);
    const wrong = controls.map(([name, value], i): Control => {
      const isValue = typeof value === "string" && !/^__|^_charset_$|^submit$/.test(name);
      return isValue ? [name, i % 7 === 0 ? "" : "x".repeat(20)] : [name, value];
    });
    for (const posted of [controls, wrong]) expect(pageOf(ours, posted)).toBe(pageOf(plain, posted));
  });

  it("draws the parts of a tuple that can grow each by its own field", () => {
    const parts = z
      .tuple([z.string(), z.string(), z.string(), z.enum(["a", "b"])], z.string())
      .meta({ widget: tupleGroup() });
    const page = createForm(z.object({ parts }), { formId: "p" }).render({
      parts: ["", "", "", "a", "", ""],
    });
    const html = String(page);
    const names = Array.from(html.matchAll(/id="p-parts-(\d)" name="(\d|item|\*)"/g), ([, id, name]) => [
      id,
      name,
    ]);
    expect(names.slice(0, 3)).toEqual([
      ["0", "0"],
      ["1", "1"],
      ["2", "2"],
    ]);
    expect([...page.chunks()].join("")).toBe(html);
  });

  it("keeps no long looks: a message may quote what was posted", () => {
    let views = 0;
    const input = select();
    const view = (place: Place): View => (views++, input.view(place));
    const widget: Widget = { ...input, view: Object.assign(view, input.view) };
    const kind = z.enum(["a", "b"]).meta({ widget });
    const form = createForm(z.object({ kinds: z.array(kind) }));
    const viewsOf = (posted: string): number => {
      views = 0;
      pageOf(form, destructure({ kinds: Array.from({ length: 50 }, () => posted) }));
      return views;
    };
    expect(viewsOf("x")).toBeLessThan(20);
    expect(viewsOf("x".repeat(2000))).toBeGreaterThanOrEqual(50);
  });

  it("draws them so where a list was edited, and one of its buttons or items takes the focus", () => {
    fc.assert(
      fc.property(posted, button, (data, pressed) => {
        const controls = submittedControls(String(drawn.draft(destructure(data))), pressed);
        expect(pageOf(stamped, controls)).toBe(pageOf(drawn, controls));
      }),
      { numRuns: 20 },
    );
  });
});
