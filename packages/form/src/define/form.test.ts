import type { Control } from "@turnform/schema";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "./form.ts";
import { german } from "../languages/german.ts";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import { checkbox } from "../widgets/checkbox.ts";
import { checkedInput } from "../widgets/checked-input.ts";
import { dateParts } from "../widgets/date-parts.ts";
import { rangeInput } from "../widgets/range-input.ts";
import { tupleGroup } from "../widgets/tuple-group.ts";

const Move = z.object({ angle: z.number().min(0).max(180), loop: z.boolean() }).meta({ title: "Move" });
const Preset = z.object({
  name: z.string().max(20).meta({ description: "What it is called" }),
  colour: z.enum(["red", "green"]).optional(),
  cycles: z
    .array(z.array(Move).max(3).meta({ title: "Cycle", orderable: true }))
    .min(1)
    .max(2)
    .meta({ orderable: true }),
});
const form = createForm(Preset, { formId: "preset", buttons: ["save", "save_copy"] });
const preset = {
  name: "sweep",
  colour: "red" as const,
  cycles: [
    [
      { angle: 1, loop: true },
      { angle: 2, loop: false },
    ],
    [],
  ],
};

const dom = (html: unknown) => parseHTML(`<!doctype html><html><body>${String(html)}</body></html>`).document;

/** Returns the controls of a page with one of them replaced. */
function typing(page: unknown, name: string, nth: number, value: string): Control[] {
  let seen = 0;
  return submittedControls(String(page)).map((control) =>
    control[0] === name && seen++ === nth ? [name, value] : control,
  );
}

describe("createForm", () => {
  it("posts back what it renders, in order, empty sequences included", () => {
    const result = form.validate(submittedControls(String(form.render(preset))));
    expect(result).toMatchObject({ kind: "valid", value: preset });
    expect(result).not.toHaveProperty("button");
  });

  it("posts back any data that it renders", () => {
    const text = fc
      .string({ minLength: 1, maxLength: 20 })
      .filter((name) => name.trim() === name && name !== "");
    const move = fc.record({
      angle: fc.double({ min: 0, max: 180, noNaN: true }).map((angle) => angle + 0),
      loop: fc.boolean(),
    });
    const data = fc.record({
      name: text.filter((name) => !/[\r\n\0]/.test(name)),
      cycles: fc.array(fc.array(move, { maxLength: 3 }), { minLength: 1, maxLength: 2 }),
    });
    fc.assert(
      fc.property(data, (value) => {
        expect(form.validate(submittedControls(String(form.render(value))))).toMatchObject({
          kind: "valid",
          value,
        });
      }),
      { numRuns: 50 },
    );
  });

  it("starts with the required items, and with defaults", () => {
    const Count = z.object({ count: z.int().default(3), names: z.array(z.string()).min(2) });
    const controls = submittedControls(String(createForm(Count).render()));
    expect(controls.filter(([name]) => name === "count" || name === "item")).toEqual([
      ["count", "3"],
      ["item", ""],
      ["item", ""],
    ]);
  });

  it("returns the name of the pressed button", () => {
    const controls = submittedControls(String(form.render(preset)));
    expect(form.validate([...controls, ["save_copy", "save_copy"]])).toMatchObject({
      kind: "valid",
      button: "save_copy",
    });
    expect(form.validate([...controls, ["save", "other"]])).not.toHaveProperty("button");
  });

  it("shows the typed values, with each error at its field and in the summary", () => {
    const result = form.validate(typing(form.render(preset), "angle", 1, "270"));
    expect(result.kind).toBe("invalid");
    expect(result.form.status).toBe(422);
    const document = dom(result.form);
    const field = document.getElementById("preset-cycles-0-1-angle");
    expect(field?.getAttribute("value")).toBe("270");
    expect(field?.getAttribute("aria-invalid")).toBe("true");
    expect(field?.getAttribute("aria-describedby")).toBe("preset-cycles-0-1-angle:error");
    expect(document.getElementById("preset-cycles-0-1-angle:error")?.textContent).toContain(
      "Must be 180 or less",
    );
    const link = document.querySelector(".tf-summary a");
    expect(link?.getAttribute("href")).toBe("#preset-cycles-0-1-angle");
    expect(link?.textContent).toBe("Cycle 1, Move 2, Angle: Must be 180 or less");
    expect(submittedControls(String(result.form))).toEqual(typing(form.render(preset), "angle", 1, "270"));
  });

  it("posts a page with errors to `#`, without the fragment of a link in its summary", () => {
    const actionOf = (page: unknown) => dom(page).querySelector("form")?.getAttribute("action");
    const wrong = typing(form.render(preset), "angle", 1, "270");
    expect(actionOf(form.render(preset))).toBe("");
    expect(actionOf(form.validate(wrong).form)).toBe("#");
    expect(actionOf(createForm(Preset, { action: "/save" }).validate(wrong).form)).toBe("/save");
  });

  it("enforces limits of sequences on the server", () => {
    const many = form.render({ ...preset, cycles: [[], [], []] });
    expect(form.validate(submittedControls(String(many)))).toMatchObject({ kind: "invalid" });
    expect(dom(many).getElementById("preset-cycles:add")?.hasAttribute("disabled")).toBe(true);
  });

  it("shows an invalid number again, for correction", () => {
    const page = form.validate(typing(form.render(preset), "angle", 0, "1x")).form;
    expect(dom(page).getElementById("preset-cycles-0-0-angle")?.getAttribute("type")).toBe("text");
  });

  it("reports an item of another kind as an error at its place", () => {
    const controls: Control[] = [
      ["name", "x"],
      ["__start__", "cycles:sequence"],
      ["cycle", "text"],
      ["__end__", ""],
    ];
    const result = form.validate(controls);
    expect(result.kind === "invalid" && result.error.asDict()).toEqual({
      "cycles.0": '"text" is not a list',
    });
    expect(String(result.form)).toContain("is not a list");
  });

  it("returns an error and an empty page for unreadable markers", () => {
    expect(form.validate([["__start__", "a:b"]])).toMatchObject({
      kind: "malformed",
      error: { code: "unknown-start" },
      form: { status: 400 },
    });
  });

  it("escapes everything that it shows", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const page = form.render({ name: `<x y='${text}'>&"` });
        expect(dom(page).querySelector("x")).toBe(null);
      }),
    );
  });

  it("returns a page for any controls", () => {
    const names = fc.constantFrom(
      "__start__",
      "__end__",
      "__edit__",
      "__formid__",
      "__upload__",
      "name",
      "colour",
      "cycles",
      "toString",
    );
    const values = fc.constantFrom(
      "cycles:sequence",
      ":sequence",
      ":mapping",
      "name:mapping",
      "colour:sequence",
      "add",
      "up",
      "remove",
      "x",
      "",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.oneof(values, fc.string())), { maxLength: 30 }), (controls) => {
        const result = form.validate(controls);
        expect(["valid", "invalid", "edited", "malformed"]).toContain(result.kind);
        expect(String(result.form)).toMatch(/^<form [^]*<\/form>$/);
      }),
      { numRuns: 300 },
    );
  });

  it("gives every element its own id, and every label a control", () => {
    const document = dom(form.render(preset));
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const label of document.querySelectorAll("label")) {
      expect(ids).toContain(label.getAttribute("for"));
    }
  });

  it("keeps the ids of different paths apart", () => {
    const Odd = z.object({
      "a-b": z.string(),
      a: z.object({ b: z.string(), ":help": z.string() }),
      "": z.string(),
      " ": z.string(),
    });
    const ids = [...dom(createForm(Odd).render()).querySelectorAll("[id]")].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => !/\s/.test(id))).toBe(true);
  });

  it("refuses names that can't be posted, schemas without fields and fields without widgets", () => {
    const make =
      (shape: z.core.$ZodLooseShape, options = {}) =>
      () =>
        createForm(z.object(shape), options);
    expect(make({ submit: z.string() })).toThrow('Field "submit" has the name of a control');
    expect(make({ a: z.object({ __end__: z.string() }) })).toThrow(
      'Field "__end__" has the name of a marker',
    );
    expect(make({ " a": z.object({ b: z.string() }) })).toThrow("no white space around it");
    expect(make({}, { buttons: ["go", "go"] })).toThrow('the name "go"');
    expect(make({}, { buttons: ["__edit__"] })).toThrow('the name "__edit__"');
    expect(make({}, { formId: "a b" })).toThrow("without white space");
    expect(make({}, { method: "get", enhance: true })).toThrow("can't be enhanced");
    expect(make({ a: z.array(z.union([z.object({}), z.string()])) })).toThrow(
      'Field "a.*" is a z.union() of object, string, and no single control shows all of them',
    );
    expect(() => createForm(z.array(z.string()) as never)).toThrow(
      "is an object, or a union of objects, not array",
    );
  });

  it("refuses items that can't be edited, because they would be lost", () => {
    const fixed = z.string().meta({ widget: { readonly: true } });
    for (const type of [z.array(fixed), z.set(fixed), z.tuple([z.object({})], fixed)])
      expect(() => createForm(z.object({ a: type }))).toThrow("make the list readonly");
  });

  it("links errors to read-only values", () => {
    const form = createForm(z.object({ a: z.string().meta({ widget: { readonly: true } }) }));
    const page = pageOf(String(form.render({ a: "x" }).withErrors({ a: "Taken" })));
    expect(page.querySelector("[id='form-a']")?.getAttribute("tabindex")).toBe("-1");
  });

  it("accepts a recursive schema", () => {
    const Person = z.object({
      name: z.string(),
      get children() {
        return z.array(Person);
      },
    });
    const family = { name: "Ann", children: [{ name: "Bob", children: [] }] };
    const people = createForm(Person);
    expect(people.validate(submittedControls(String(people.render(family))))).toMatchObject({
      kind: "valid",
      value: family,
    });
  });

  it("refuses a recursive schema without a list in between, which has no end", () => {
    const Box = z.object({
      get inner() {
        return Box.optional();
      },
    });
    expect(() => createForm(z.object({ box: Box }))).toThrow(
      new TypeError('Field "inner" stands inside itself, with no end: put a list or a union between'),
    );
  });

  it("keeps its given id", () => {
    const document = dom(createForm(z.object({ a: z.string() }), { formId: "log-in" }).render());
    expect(document.querySelector("#log-in [name=__formid__]")?.getAttribute("value")).toBe("log-in");
  });

  it("lets the browser check only the schema's rules", () => {
    const Numbers = z.object({
      odd: z.number().multipleOf(5).meta({ widget: rangeInput() }),
      more: z.int().positive(),
      post: z.string().regex(/^\d{5}$/),
      free: z.string().meta({ allowEmpty: true }),
      agree: z.literal(true),
      some: z.boolean(),
    });
    const document = dom(createForm(Numbers).render({ odd: 7 }));
    const attribute = (id: string, name: string) => document.getElementById(`form-${id}`)?.getAttribute(name);
    expect([attribute("odd", "step"), attribute("more", "pattern")]).toEqual(["any", null]);
    expect(attribute("post", "pattern")).toBe("\\d{5}");
    expect(["free", "agree", "some"].map((id) => attribute(id, "required"))).toEqual([null, "", null]);
    const result = createForm(Numbers).validate([
      ["odd", "5"],
      ["more", "1"],
      ["post", "12345"],
    ]);
    expect(result.kind === "invalid" && result.error.asDict()).toEqual({
      free: "Required",
      agree: "Required",
    });
  });

  it("posts a checkbox with its own value", () => {
    const Box = z.object({ on: z.boolean().meta({ widget: checkbox({ trueValue: "ja" }) }) });
    const box = createForm(Box);
    const controls = submittedControls(String(box.render({ on: true })));
    expect(controls).toContainEqual(["on", "ja"]);
    expect(box.validate(controls)).toMatchObject({ kind: "valid", value: { on: true } });
    expect(box.validate([])).toMatchObject({ kind: "valid", value: { on: false } });
  });

  it("draws at most the allowed items of a post that has too many", () => {
    const items = Array.from({ length: 1000 }, (): Control => ["item", "x"]);
    const List = createForm(z.object({ list: z.array(z.string()).max(3) }));
    const page = String(List.validate([["__start__", "list:sequence"], ...items, ["__end__", ""]]).form);
    expect(page).toContain("Keep at most 3");
    expect(page.match(/data-tf-item="1">/g)).toHaveLength(3 + 1);
    expect(String(List.render({ list: ["a", "b", "c", "d"] })).match(/data-tf-item="1">/g)).toHaveLength(
      4 + 1,
    );
  });

  it("waits for asynchronous refinements", async () => {
    const Taken = z.object({ name: z.string().refine(async () => false, "Taken") });
    const result = await createForm(Taken).validateAsync([["name", "x"]]);
    expect(result.kind === "invalid" && result.error.asDict()).toEqual({ name: "Taken" });
  });

  it("grows linearly with the depth of its sequences", () => {
    const nested = (depth: number): z.ZodType =>
      depth === 0 ? z.string() : z.array(nested(depth - 1)).min(1);
    const size = (depth: number) =>
      String(createForm(z.object({ a: nested(depth) })).render({ a: [] })).length;
    expect(size(8) / size(4)).toBeLessThan(2.5);
  });
});

describe("a form's methods", () => {
  it("work taken off the form", async () => {
    const { bind, draft, render, resources, validate, validateAsync, withLanguage, withWidgets } = form;
    const controls = submittedControls(String(render(preset)));
    expect(validate(controls)).toMatchObject({ kind: "valid", value: preset });
    expect(await validateAsync(controls)).toMatchObject({ kind: "valid", value: preset });
    expect(String(draft(controls))).toContain('value="sweep"');
    expect(resources()).toEqual(form.resources());
    for (const other of [bind({}), withLanguage(german), withWidgets({ "cycles.*.*.angle": rangeInput() })])
      expect(other.render(preset).formId).toBe("preset");
  });
});

describe("controls that are no list", () => {
  it.each([
    ["the body as an object", { name: "Ann" }, "they are object"],
    ["the body as a text", "name=Ann", "they are string"],
    ["nothing", undefined, "they are undefined"],
    ["a body that nobody parsed", Buffer.from("name=Ann"), "a list that begins with 110"],
    ["a list of objects", [{ name: "a", value: "b" }], "a list that begins with an object"],
  ])("are refused: %s", async (_, controls, message) => {
    // As a JavaScript user calls it, whom types don't warn.
    expect(() => Reflect.apply(form.validate, undefined, [controls])).toThrow(message);
    expect(() => Reflect.apply(form.draft, undefined, [controls])).toThrow(message);
    await expect(Reflect.apply(form.validateAsync, undefined, [controls])).rejects.toThrow(message);
  });
});

describe("Form.draft", () => {
  it("shows typed values without validation, and posts them back", () => {
    const typed = typing(form.render(preset), "angle", 0, "9999");
    const page = form.draft([...typed, ["save", "save"]]);
    expect(page.status).toBe(200);
    expect(String(page)).not.toContain("tf-error");
    expect(dom(page).querySelector("[autofocus]")).toBe(null);
    expect(submittedControls(String(page))).toEqual(typed);
  });

  it("keeps invalid numbers and dates, and values typed once of twice", () => {
    const Odd = createForm(
      z.object({
        count: z.int(),
        born: z.date().meta({ widget: dateParts() }),
        email: z.string().meta({ widget: checkedInput() }),
        prices: z.record(z.string(), z.number()),
      }),
    );
    const controls: Control[] = [
      ["count", "two"],
      ["__start__", "born:mapping"],
      ["year", "1990"],
      ["month", ""],
      ["day", "31"],
      ["__end__", ""],
      ["__start__", "email:mapping"],
      ["email", "ann@"],
      ["email-confirm", ""],
      ["__end__", ""],
      ["__start__", "prices:sequence"],
      ["__start__", "entry:sequence"],
      ["key", "pear"],
      ["value", "cheap"],
      ["__end__", ""],
      ["__end__", ""],
    ];
    const names = new Set(["count", "year", "month", "day", "email", "email-confirm"]);
    const kept = submittedControls(String(Odd.draft(controls))).filter(([name]) => names.has(name));
    expect(kept).toEqual(controls.filter(([name]) => names.has(name)));
    expect(String(Odd.draft(controls))).toMatch(/value="pear"[^]*value="cheap"/);
  });

  it("carries out no edit, and shows an empty page for unreadable markers", () => {
    const controls = submittedControls(String(form.render(preset)), "preset-cycles-1:remove");
    expect(form.validate(submittedControls(String(form.draft(controls))))).toMatchObject({
      kind: "valid",
      value: preset,
    });
    expect(form.draft([["__start__", "a:b"]]).status).toBe(400);
  });
});

describe("edits without JavaScript", () => {
  /** Returns the page after pressing the buttons with these ids, one after the other. */
  function press(page: unknown, ...ids: string[]): unknown {
    return ids.reduce<unknown>((shown, id) => {
      const result = form.validate(submittedControls(String(shown), id));
      expect(result.kind).toBe("edited");
      return result.form;
    }, page);
  }
  const valueOf = (page: unknown) => {
    const result = form.validate(submittedControls(String(page)));
    return result.kind === "valid"
      ? result.value.cycles.map((moves) => moves.map((move) => move.angle))
      : result.kind;
  };

  it("adds after an item or at the end, removes and moves, at each level", () => {
    const page = form.render(preset);
    expect(valueOf(press(page, "preset-cycles-0-0:down"))).toEqual([[2, 1], []]);
    expect(valueOf(press(page, "preset-cycles-0-1:up"))).toEqual([[2, 1], []]);
    expect(valueOf(press(page, "preset-cycles-0-0:remove"))).toEqual([[2], []]);
    expect(valueOf(press(page, "preset-cycles-0:remove", "preset-cycles-0:add"))).toBe("invalid");
    expect(valueOf(press(page, "preset-cycles-1:remove"))).toEqual([[1, 2]]);
  });

  it("inserts and duplicates after the item", () => {
    const page = form.render(preset);
    expect(valueOf(press(page, "preset-cycles-0-0:duplicate"))).toEqual([[1, 1, 2], []]);
    expect(valueOf(press(page, "preset-cycles-1:remove", "preset-cycles-0:duplicate"))).toEqual([
      [1, 2],
      [1, 2],
    ]);
    const inserted = press(page, "preset-cycles-0-0:insert");
    expect(submittedControls(String(inserted)).filter(([name]) => name === "angle")).toEqual([
      ["angle", "1"],
      ["angle", ""],
      ["angle", "2"],
    ]);
    expect(dom(inserted).querySelector("[autofocus]")?.id).toBe("preset-cycles-0-1-angle");
  });

  it("changes nothing if there is nothing to edit, or no room", () => {
    const edit = (...controls: Control[]) => {
      const result = form.validate([["__start__", "cycles:sequence"], ...controls, ["__end__", ""]]);
      expect(result.kind).toBe("edited");
      const shown = submittedControls(String(result.form));
      return shown.filter(([name, value]) => name === "__start__" && value !== "item:rename").length;
    };
    const item: Control[] = [
      ["__start__", ":sequence"],
      ["__end__", ""],
    ];
    // A posted page shows the items that were posted.
    for (const op of ["remove", "up", "down", "duplicate"]) expect(edit(["__edit__", op])).toBe(1);
    for (const op of ["add", "duplicate"]) expect(edit(...item, ...item, ["__edit__", op])).toBe(3);
    expect(edit(...item, ["__edit__", "choose"])).toBe(2);
    const nowhere: Control[] = [
      ["__start__", "name:sequence"],
      ["__edit__", "add"],
      ["__end__", ""],
    ];
    expect(form.validate(nowhere).kind).toBe("edited");
  });

  it("keeps everything typed, validates nothing, and sets the focus for the next step", () => {
    const typed = form.validate(typing(form.render(preset), "angle", 0, "9999")).form;
    const document = dom(press(typed, "preset-cycles-1:add"));
    expect(document.querySelector(".tf-error")).toBe(null);
    expect(document.getElementById("preset-cycles-0-0-angle")?.getAttribute("value")).toBe("9999");
    expect([...document.querySelectorAll("[autofocus]")].map((element) => element.id)).toEqual([
      "preset-cycles-1-0-angle",
    ]);
    expect(dom(press(typed, "preset-cycles-1:remove")).querySelector("[autofocus]")?.id).toBe(
      "preset-cycles:add",
    );
  });
});

describe("FilledForm", () => {
  it("refuses errors at paths that the schema does not have", () => {
    const page = form.render();
    // @ts-expect-error -- a misspelt name
    expect(() => page.withErrors({ nmae: "Taken" })).toThrow(
      'The form "preset" has no field at "nmae". Did you mean "name"?',
    );
    // @ts-expect-error -- a list of lists
    expect(() => page.withErrors({ "cycles.0.angle": "Odd" })).toThrow('"cycles.0.0.angle"');
    expect(page.withErrors({ "cycles.5.3.angle": "Odd" }).error?.asDict()).toEqual({
      "cycles.5.3.angle": "Odd",
    });
  });

  it("links errors of fields that are not on the page to the fields around them", () => {
    const Shape = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("dot"), at: z.string() }),
      z.object({ kind: z.literal("line"), points: z.array(z.string()) }),
    ]);
    const Drawing = z
      .object({
        shapes: z.array(Shape),
        by: z.record(z.string(), z.int()),
        rest: z.tuple([z.int()]).rest(z.int()).meta({ widget: tupleGroup() }),
      })
      .refine(({ shapes }) => shapes.length > 1, { path: ["shapes", 1, "kind"], error: "One more" });
    const drawing = createForm(Drawing, { formId: "d" });
    const data: z.output<typeof Drawing> = {
      shapes: [{ kind: "dot", at: "x" }],
      by: { ann: 1 },
      rest: [1, 2],
    };
    const links = (page: unknown) =>
      [...dom(page).querySelectorAll(".tf-summary a")].map((link) => [
        link.getAttribute("href"),
        link.textContent,
        dom(page).getElementById(link.getAttribute("href")?.slice(1) ?? "") !== null,
      ]);
    const errors = {
      "shapes.0.kind": "a",
      "shapes.0.points.0": "b",
      "shapes.3.at": "c",
      "by.ann": "d",
      "by.zoe": "e",
      "rest.1": "f",
      "rest.2": "g",
    };
    expect(links(drawing.render(data).withErrors(errors))).toEqual([
      ["#d-shapes-0-kind", "Shapes, Item 1, Kind: a", true],
      ["#d-shapes-0", "Shapes, Item 1, Points, Item 1: b", true],
      ["#d-shapes", "Shapes, Item 4, At: c", true],
      ["#d-by-0-1", "By, Entry 1, Value: d", true],
      ["#d-by", "By: e", true],
      ["#d-rest-1", "Rest, More 2: f", true],
      ["#d-rest", "Rest, More 3: g", true],
    ]);
    const posted = drawing.validate(submittedControls(String(drawing.render(data))));
    expect(links(posted.form)).toEqual([["#d-shapes", "Shapes, Item 2, Kind: One more", true]]);
  });

  it("shows errors by hand", () => {
    const page = form
      .render(preset)
      .withErrors({ name: "Taken", "cycles.0.1.angle": ["Odd", "Far"], "": "Sorry" });
    expect(page.status).toBe(422);
    const document = dom(page);
    expect([...document.querySelectorAll(".tf-summary a")].map((link) => link.textContent)).toEqual([
      "Sorry",
      "Name: Taken",
      "Cycle 1, Move 2, Angle: Odd",
      "Cycle 1, Move 2, Angle: Far",
    ]);
    expect(form.render(preset).withErrors({ name: [] }).status).toBe(200);
    expect(document.getElementById("preset-name")?.getAttribute("aria-describedby")).toBe(
      "preset-name:help preset-name:error",
    );
  });
});
