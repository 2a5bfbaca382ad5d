import { when } from "@turnform/schema/conditions";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { checkboxChoice } from "../widgets/checkbox-choice.ts";
import { dateParts } from "../widgets/date-parts.ts";
import { fileInput } from "../widgets/file-input.ts";
import { radioChoice } from "../widgets/radio-choice.ts";
import { select } from "../widgets/select.ts";
import { sequence } from "../widgets/sequence.ts";
import { expectErrors, expectValid } from "./expectations.ts";
import { fill } from "./person.ts";

const Move = z.object({ angle: z.number(), label: z.string().optional() }).meta({ title: "Move" });
const Preset = z.object({
  name: z.string().max(5),
  cycles: z
    .array(z.array(Move).meta({ title: "Cycle", orderable: true }))
    .meta({ widget: sequence({ orderable: true }) }),
});
const preset = createForm(Preset, { formId: "preset", buttons: ["save", "cancel"] });

const Person = z.object({
  born: z.date().meta({ widget: dateParts() }),
  since: z.date().optional(),
  size: z.enum(["s", "m"]).meta({
    widget: radioChoice({
      values: [
        ["s", "Small"],
        ["m", "Medium"],
      ],
    }),
  }),
  tags: z.array(z.enum(["a", "b", "c"])).meta({ widget: checkboxChoice() }),
  days: z.array(z.enum(["mo", "tu", "we"])).meta({ widget: select({ multiple: true }) }),
  country: z.enum(["ch", "no"]).meta({
    widget: select({
      values: [
        ["ch", "Switzerland"],
        ["no", "Norway"],
      ],
    }),
  }),
  agreed: z.boolean().meta({ title: "I agree" }),
  photo: z.file().optional(),
  files: z.array(z.file()).meta({ widget: fileInput({ multiple: true }) }),
  note: z.string().optional(),
});
const everything = createForm(Person, { formId: "person", buttons: ["save"] });

describe("fill", () => {
  it("fills in fields by label and by path, and presses a button", () => {
    const person = fill(preset, { data: { name: "x", cycles: [[{ angle: 1 }], [{ angle: 2 }]] } });
    person
      .set("Name", "Ann")
      .set("cycles.0.0.angle", 90)
      .set("cycles.1", [{ angle: 45, label: "b" }]);
    const result = preset.validate(person.press("Save"));
    expect(expectValid(result)).toEqual({
      name: "Ann",
      cycles: [[{ angle: 90, label: undefined }], [{ angle: 45, label: "b" }]],
    });
    expect(result).toMatchObject({ button: "save" });
    expect(preset.validate(person.press("cancel"))).toMatchObject({ button: "cancel" });
  });

  it("fills in every kind of control", () => {
    const [a, b] = [new File(["a"], "a.txt"), new File(["b"], "b.txt")];
    const person = fill(everything)
      .set("born", { year: 2020, month: 5, day: 6 })
      .set("Since", "2021-02-03")
      .set("Size", "Medium")
      .set("tags", ["a", "C"])
      .set("Days", ["mo", "we"])
      .set("country", "Norway")
      .set("I agree", true)
      .choose("Photo", a)
      .choose("files", a, b)
      .set("note", "one\ntwo");
    expect(expectValid(everything.validate(person.press("Save")))).toEqual({
      born: new Date("2020-05-06"),
      since: new Date("2021-02-03"),
      size: "m",
      tags: ["a", "c"],
      days: ["mo", "we"],
      country: "no",
      agreed: true,
      photo: a,
      files: [a, b],
      note: "onetwo",
    });
    expect(person.value("Size")).toBe("m");
    expect(person.value("tags")).toEqual(["a", "c"]);
    expect(person.value("Days")).toEqual(["mo", "we"]);
    expect(person.value("country")).toBe("no");
    expect(person.value("I agree")).toBe(true);
    expect(person.value("files")).toEqual([a, b]);
    expect(person.value("born.year")).toBe("2020");
    person.set("Small", true).set("B", true).set("tags.0", false).set("I agree", false).choose("files");
    expect([person.value("Size"), person.value("tags"), person.value("files")]).toEqual([
      "s",
      ["b", "c"],
      [],
    ]);
  });

  it("edits lists, also nested ones", () => {
    const person = fill(preset).set("Name", "Ann");
    person
      .add("Cycle")
      .add("cycles.0")
      .add("Move")
      .set("cycles.0", [{ angle: 1 }, { angle: 2 }]);
    person.add("Cycles").add("cycles.1").set("cycles.1.0.angle", 3);
    expect(() => person.add("Move")).toThrow(
      'Several buttons fit "Move": cycles.0 ("Add Move of Cycle 1"), cycles.1 ("Add Move of Cycle 2"). Use a longer name or a path',
    );
    person.add("Add Move of Cycle 2").set("cycles.1.1.angle", 4);
    person
      .moveUp("Cycle 2")
      .moveDown("cycles.0")
      .moveUp("cycles.1")
      .remove("Move 2 of Cycle 2")
      .duplicate("cycles.0.1");
    const { cycles } = expectValid(preset.validate(person.set("cycles.0.2.angle", 5).press("Save")));
    expect(cycles.map((moves) => moves.map(({ angle }) => angle))).toEqual([[3, 4, 5], [1]]);
    expect(() => person.moveUp("cycles.0")).toThrow(
      /^The button cycles\.0 \("Move up Cycle 1.*"\) is disabled$/,
    );
  });

  it("adds an item of the outer list if the names of inner buttons contain its name", () => {
    const Person = z.object({ name: z.string() }).meta({ title: "Person" });
    const Team = z.object({ people: z.array(Person) }).meta({ title: "Team" });
    const form = createForm(z.object({ teams: z.array(Team) }), { formId: "club", buttons: ["save"] });
    const person = fill(form).add("Team").add("Team").add("Team 2");
    person.set("teams.1.people.0.name", "Ann");
    expect(expectValid(form.validate(person.press("Save")))).toEqual({
      teams: [{ people: [] }, { people: [{ name: "Ann" }] }],
    });
  });

  it("adds items of several kinds, and chooses the case of a union", () => {
    const Block = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("heading"), text: z.string() }),
      z.object({ kind: z.literal("picture"), address: z.url() }),
    ]);
    const form = createForm(z.object({ one: Block, blocks: z.array(Block) }), {
      formId: "page",
      buttons: ["save"],
    });
    const person = fill(form).add("blocks", "picture").add("blocks", "Heading");
    person.set("blocks", [{ address: "https://a.example" }, { text: "Hello" }]);
    person.set("one.kind", "heading").edit("Choose One").set("one.text", "Top");
    expect(expectValid(form.validate(person.press("Save")))).toEqual({
      one: { kind: "heading", text: "Top" },
      blocks: [
        { kind: "picture", address: "https://a.example" },
        { kind: "heading", text: "Hello" },
      ],
    });
    expect(() => person.add("blocks")).toThrow(/^Several buttons fit "blocks"/);
    expect(() => person.add("blocks", "video")).toThrow(
      'No list of the form has items of the kind "video". Its kinds are heading, picture',
    );
  });

  it("shows fields that depend on others after an update", () => {
    const Invoice = z.object({
      company: z.boolean(),
      vat: z
        .string()
        .optional()
        .meta({ title: "VAT number", showWhen: when("company").is(true) }),
    });
    const form = createForm(Invoice, { formId: "invoice", buttons: ["save"] });
    const person = fill(form);
    expect(() => person.set("VAT number", "1")).toThrow(
      'The field "vat" is hidden, because its condition does not hold. Set the fields that it depends on, and press their button by edit()',
    );
    person.set("Company", true).edit("Update").set("VAT number", "1");
    expect(expectValid(form.validate(person.press("Save")))).toEqual({ company: true, vat: "1" });
  });

  it("tells the update buttons of several fields apart by the names of the fields", () => {
    const Trip = z.object({
      by: z.enum(["train", "car"]),
      plate: z
        .string()
        .optional()
        .meta({ showWhen: when("by").is("car") }),
      meal: z.boolean(),
      diet: z
        .string()
        .optional()
        .meta({ showWhen: when("meal").is(true) }),
    });
    const person = fill(createForm(Trip, { formId: "trip", buttons: ["save"] }));
    person.set("By", "Car").set("Meal", true);
    expect(() => person.edit("Update")).toThrow(
      /^Several buttons fit "Update": "Update By", "Update Meal"\. Use a longer name$/,
    );
    expect(() => person.edit("__edit__")).toThrow(
      'The form has no button "__edit__". It has "Update By", "Update Meal", save ("Save")',
    );
    expect(person.edit("Update By").set("Plate", "A 1").value("By")).toBe("car");
  });

  it("continues on the page of a result", () => {
    const result = preset.validate(fill(preset).set("name", "Too long").press("Save"));
    const page = expectErrors(result, { name: /at most 5/ });
    expect(fill(page).value("Name")).toBe("Too long");
    expect(() => fill(page).add("Cycle")).toThrow(
      "Nobody answers the edit. Give fill() the form itself, or the option send",
    );
    const person = fill(page, { send: (controls) => preset.validate(controls).form });
    expect(person.add("Cycle").value("name")).toBe("Too long");
  });

  it("fills in one of several forms", () => {
    const page = `${preset.render()}${everything.render()}`;
    expect(() => fill(page)).toThrow(
      'The page has the forms "preset", "person". Choose one by the option formId',
    );
    expect(() => fill(page, { formId: "x" })).toThrow(
      'The page has no form "x". It has the forms "preset", "person"',
    );
    expect(() => fill("<p>Hello")).toThrow("The page has no form");
    expect(() => fill(preset.validate([]))).toThrow(/^The page is no HTML/);
    expect(fill(page, { formId: "preset" }).controls()).toEqual(fill(preset).controls());
  });
});

describe("Person", () => {
  it.each<[string, string, unknown, string]>([
    [
      "a misspelt label",
      "Nmae",
      "",
      'The form has no field "Nmae". Did you mean "Name"? It has name ("Name"), cycles.0.0.angle ("Angle"), cycles.0.0.label ("Label"), cycles.0.1.angle ("Angle"), cycles.0.1.label ("Label")',
    ],
    [
      "a label of several fields",
      "Angle",
      1,
      'Several fields are called "Angle": cycles.0.0.angle, cycles.0.1.angle. Use one of these paths',
    ],
    [
      "a group",
      "cycles.0",
      1,
      '"cycles.0" is a group of 4 fields: cycles.0.0.angle, cycles.0.0.label, cycles.0.1.angle, cycles.0.1.label. Set one of them, or give an object or a list',
    ],
    [
      "a value without an item",
      "cycles",
      [[{}, {}, {}]],
      'The list "cycles.0" has no item 3. Add it by add()',
    ],
    ["a truth value for a text", "Name", true, '"name" takes a text, not true'],
  ])("refuses %s", (_, field, value, message) => {
    const person = fill(preset, { data: { cycles: [[{ angle: 1 }, { angle: 2 }]] } });
    expect(() => person.set(field, value as string)).toThrow(message);
  });

  it.each<[string, string, unknown, string]>([
    [
      "an unknown option",
      "country",
      "se",
      '"country" has no option "se". It has ch ("Switzerland"), no ("Norway")',
    ],
    ["an unknown choice", "Size", "l", '"size" has no choice "l". It has s ("Small"), m ("Medium")'],
    ["a text for a box", "I agree", "yes", '"agreed" is a checkbox; it takes true or false, not "yes"'],
    [
      "an impossible date",
      "Since",
      "2021-02-30",
      'A browser does not take "2021-02-30" in "since.date", an input of the type "date"',
    ],
    ["a text for a file", "Photo", "a", '"photo.0" takes files. Choose them by choose()'],
  ])("refuses %s", (_, field, value, message) => {
    expect(() => fill(everything).set(field, value as string)).toThrow(message);
  });

  it("refuses several files for one, and files for a text", () => {
    const file = new File([], "a");
    expect(() => fill(everything).choose("photo", file, file)).toThrow('"photo" takes one file, not 2');
    expect(() => fill(everything).choose("note", file)).toThrow('"note" has no control for files');
  });

  it("refuses an unknown button", () => {
    expect(() => fill(preset).press("Sve")).toThrow(
      'The form has no button "Sve". Did you mean "Save"? It has "Add Cycle", save ("Save"), cancel ("Cancel")',
    );
  });

  it("refuses disabled and readonly controls", () => {
    const person = fill(`<form><fieldset disabled><legend><input name="a"></legend><input name="b"></fieldset>
      <input name="c" readonly><button name="d" disabled>D</button><button>E</button></form>`);
    person.set("a", "1");
    expect(() => person.set("b", "1")).toThrow('The field "b" is disabled');
    expect(() => person.set("c", "1")).toThrow('The field "c" is readonly');
    expect(() => person.press("D")).toThrow('The button d ("D") is disabled');
    expect(person.press("E")).toEqual([
      ["a", "1"],
      ["c", ""],
    ]);
  });
});
