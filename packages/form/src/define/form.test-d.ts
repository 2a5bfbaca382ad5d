import { describe, expectTypeOf, it } from "vitest";
import { decimal } from "@turnform/schema";
import { z } from "zod";
import { path } from "../field/paths.ts";
import { german } from "../languages/german.ts";
import { rangeInput } from "../widgets/range-input.ts";
import { createForm, createFormWith } from "./form.ts";
import type { DataOf, Form, FormSchema } from "./form-interface.ts";

const Move = z.object({ angle: z.number(), note: z.string().optional() });
const Preset = z.object({
  name: z.string(),
  born: z.date(),
  price: decimal(),
  size: z.enum(["s", "m"]),
  moves: z.array(Move),
  at: z.tuple([z.number(), z.string()]),
  tags: z.set(z.string()),
});
const form = createForm(Preset, { buttons: ["save", { name: "delete", title: "Delete it" }] });
const computed: string = Object.keys(Preset.shape)[0] ?? "";

describe("the names of buttons", () => {
  it("are a union in the result", () => {
    const result = form.validate([]);
    if (result.kind === "valid") expectTypeOf(result.button).toEqualTypeOf<"save" | "delete" | undefined>();
    // @ts-expect-error -- no such button
    if (result.kind === "invalid" && result.button === "sav") return;
    expectTypeOf(form.withWidgets({}).validate([])).toEqualTypeOf(result);
  });

  it("have defaults", () => {
    const result = createForm(Preset).validate([]);
    if (result.kind === "valid") expectTypeOf(result.button).toEqualTypeOf<"submit" | undefined>();
    const create = createFormWith({ buttons: ["go"] });
    const gone = create(Preset).validate([]);
    if (gone.kind === "valid") expectTypeOf(gone.button).toEqualTypeOf<"go" | undefined>();
    const own = create(Preset, { buttons: ["own"] }).validate([]);
    if (own.kind === "valid") expectTypeOf(own.button).toEqualTypeOf<"own" | undefined>();
  });

  it("are a list of names and buttons", () => {
    // @ts-expect-error -- a text is no list
    createForm(Preset, { buttons: "save" });
    // @ts-expect-error -- a button has a name
    createForm(Preset, { buttons: [{ title: "Save" }] });
  });
});

describe("changed paths", () => {
  it("are those of the schema's output", () => {
    const result = createForm(
      z.object({ moves: z.array(Move), name: z.string().transform(Number) }),
    ).validate([]);
    if (result.kind !== "valid") return;
    type Changed = (typeof result.changed)[number];
    expectTypeOf<Changed>().toEqualTypeOf<
      "" | "name" | "moves" | `moves.${number}` | `moves.${number}.angle` | `moves.${number}.note`
    >();
    result.changed.includes("moves.0.angle");
    // @ts-expect-error -- no such field
    result.changed.includes("nmae");
  });
});

describe("paths", () => {
  it("are checked by field and withErrors", () => {
    const page = form.render();
    page.field("moves.0.angle");
    page.field("at.1");
    page.field(`moves.${page.status}.note`);
    page
      .withErrors({ "": "Sorry", name: ["Taken"], "moves.7.angle": "Too far" })
      .withNotice("")
      .field("name");
    const result = form.validate([]);
    result.form.field("moves.1");
    // @ts-expect-error -- a misspelt name
    page.field("nmae");
    // @ts-expect-error -- an item has a position
    page.field("moves.angle");
    // @ts-expect-error -- a misspelt name
    page.withErrors({ nmae: "Taken" });
    // @ts-expect-error -- a message is a text
    page.withErrors({ name: 1 });
    // @ts-expect-error -- a misspelt name
    result.form.withErrors({ "moves.0.angel": "Taken" });
  });

  it("are checked by withWidgets and the option widgets", () => {
    form.withWidgets({
      "moves.*.angle": rangeInput(),
      "**.note": { placeholder: "…" },
      "*": { cssClass: "x" },
    });
    createForm(Preset, { widgets: { "moves.*": { cssClass: "move" } } });
    // @ts-expect-error -- a star is missing
    form.withWidgets({ "moves.angle": rangeInput() });
    // @ts-expect-error -- a misspelt name
    createForm(Preset, { widgets: { "moves.*.angel": rangeInput() } });
  });

  it("may be computed", () => {
    const page = form.render();
    page.field(path(computed));
    page.withErrors({ [computed]: "Taken" });
    form.withWidgets({ [computed]: rangeInput() });
    // @ts-expect-error -- a text needs path()
    page.field(computed);
  });
});

describe("data", () => {
  it("is any part of the output", () => {
    form.render({ name: "Ann", moves: [{ angle: 1 }, {}], at: [1], tags: new Set(["a"]) });
    form.validate([], { born: new Date() });
    form.draft([], {});
    expectTypeOf<DataOf<z.ZodArray<typeof Move>>>().toEqualTypeOf<
      readonly ({ readonly angle?: number | undefined; readonly note?: string | undefined } | undefined)[]
    >();
    // @ts-expect-error -- a name is a text
    form.render({ name: 1 });
    // @ts-expect-error -- a misspelt name
    form.render({ nmae: "Ann" });
    // @ts-expect-error -- moves are a list
    form.render({ moves: { angle: 1 } });
    // @ts-expect-error -- a date is whole
    form.render({ born: { getTime: () => 1 } });
    // @ts-expect-error -- a choice of the schema
    form.validate([], { size: "xl" });
    // @ts-expect-error -- a decimal is no text
    form.draft([], { price: "2.50" });
  });
});

describe("a form with deferred parts", () => {
  const unbound = createForm(Move, { deferred: true, buttons: ["save"] });

  it("is rendered and validated only when it is bound", () => {
    unbound
      .withLanguage(german)
      .withWidgets({ angle: rangeInput() })
      .bind({ user: "Ann" })
      .render({ angle: 1 });
    // @ts-expect-error -- bind it first
    void unbound.render;
    // @ts-expect-error -- bind it first
    void unbound.withLanguage(german).validate;
    expectTypeOf(unbound.bind({})).toEqualTypeOf<Form<typeof Move, "save">>();
    createForm(Move, { deferred: false }).render();
  });
});

describe("a form of a union or intersection", () => {
  const Shape = z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("dot"), width: z.number() }),
    z.object({ kind: z.literal("line"), points: z.array(Move) }),
  ]);
  const shape = createForm(Shape, { buttons: ["save"] });

  it("has the paths and the data of all cases", () => {
    shape.withWidgets({ "points.*.angle": rangeInput() });
    const page = shape.render({ kind: "line", points: [{}] }).withErrors({ kind: "Wrong", "": "Sorry" });
    page.field("width");
    page.field("points.0.angle");
    // @ts-expect-error -- no case has it
    page.field("angle");
    // @ts-expect-error -- a misspelt name
    page.withErrors({ "points.0.angel": "Wrong" });
    // @ts-expect-error -- a misspelt name
    shape.withWidgets({ pionts: {} });
    // @ts-expect-error -- no such case
    shape.render({ kind: "circle" });
    // @ts-expect-error -- another case has points
    shape.render({ kind: "dot", points: [] });
    const result = shape.validate([]);
    if (result.kind !== "valid") return;
    expectTypeOf(result.value).toEqualTypeOf<z.output<typeof Shape>>();
    expectTypeOf(result.button).toEqualTypeOf<"save" | undefined>();
  });

  it("may be any mixture of objects", () => {
    const both = createForm(Preset.and(Shape));
    both.render({ name: "Ann", kind: "dot" }).field("moves.0.angle");
    both.render().field("points.0.note");
    createForm(z.union([Move, Preset]))
      .render({ angle: 1 })
      .withErrors({ name: "Taken" });
    createForm(z.xor([Move, Preset.readonly()]))
      .render()
      .field("at.1");
    createForm(Move.transform(({ angle }) => angle))
      .render()
      .field("note");
    // @ts-expect-error -- neither side has it
    both.render().field("angle");
    // @ts-expect-error -- an option has no fields
    createForm(z.union([Move, z.string()]));
    // @ts-expect-error -- a list has no names
    createForm(z.array(Move));
    // @ts-expect-error -- a form is never absent
    createForm(Move.optional());
  });
});

describe("Form", () => {
  it("fits a form of any schema", () => {
    const forms: readonly Form<z.ZodObject>[] = [form, createForm(Move)];
    const mixed: readonly Form<FormSchema>[] = [form, createForm(z.union([Move, Preset])), ...forms];
    mixed[0]?.render({ any: "data" });
    forms[0]?.render({ any: "data" }).field("any.path");
    // @ts-expect-error -- data has fields
    forms[0]?.render("data");
    expectTypeOf(form.bind({})).toEqualTypeOf(form);
  });
});
