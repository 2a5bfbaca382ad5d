import { deferred } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Widget } from "../field/widget.ts";
import { handlebars } from "../handlebars/handlebars.ts";
import { checkbox } from "../widgets/checkbox.ts";
import { checkboxChoice } from "../widgets/checkbox-choice.ts";
import { dateInput } from "../widgets/date-input.ts";
import { fileInput } from "../widgets/file-input.ts";
import { mapping } from "../widgets/mapping.ts";
import { numberInput } from "../widgets/number-input.ts";
import { radioChoice } from "../widgets/radio-choice.ts";
import { select } from "../widgets/select.ts";
import { sequence } from "../widgets/sequence.ts";
import { switchInput } from "../widgets/switch-input.ts";
import { tags } from "../widgets/tags.ts";
import { textInput } from "../widgets/text-input.ts";
import { timeInput } from "../widgets/time-input.ts";
import { createForm } from "./form.ts";

/** Calls a function as JavaScript users do, whom types don't warn. */
const untyped = (call: (...given: never[]) => unknown, ...given: readonly unknown[]): unknown =>
  Reflect.apply(call, undefined, given);

/** Makes a form with one field in a list. */
const formOf = (type: z.ZodType) => createForm(z.object({ rows: z.array(z.object({ it: type })) }));

const Name = z.object({ name: z.string() });

describe("misspelt metadata", () => {
  it.each([
    ["tilte", "title"],
    ["Title", "title"],
    ["descripton", "description"],
    ["widgets", "widget"],
    ["nmae", "name"],
    ["requiredMesage", "requiredMessage"],
  ])("is refused: %s", (key, known) => {
    const message = `The metadata of field "it" has "${key}". Did you mean "${known}"? (at "rows.*.it")`;
    expect(() => formOf(z.string().meta({ [key]: "x" }))).toThrow(message);
    expect(() =>
      formOf(
        z
          .string()
          .meta({ [key]: "x" })
          .optional(),
      ),
    ).toThrow(message);
  });

  it.each(["id", "deprecated", "examples", "names", "note", "find", "fire", "label", "column", "x-order"])(
    "is not meant by keys of other libraries: %s",
    (key) => {
      expect(() => formOf(z.string().meta({ [key]: "it" }))).not.toThrow();
    },
  );
});

describe("a widget that does not fit its field", () => {
  it.each<[string, z.ZodType, string]>([
    // @ts-expect-error -- the widget makes other values
    ["a checkbox on a text", z.string().meta({ widget: checkbox() }), "checkbox() reads only boolean"],
    // @ts-expect-error -- the widget makes other values
    ["a switch on a number", z.number().meta({ widget: switchInput() }), "switchInput() reads only boolean"],
    ["a number of a day", z.date().meta({ widget: numberInput() }), "numberInput() reads number, integer,"],
    [
      "a day of a number",
      z.number().meta({ widget: dateInput() }),
      "dateInput() reads date, datetime or string",
    ],
    ["a time of a boolean", z.boolean().meta({ widget: timeInput() }), "timeInput() reads time or string"],
    // @ts-expect-error -- the widget makes other values
    ["a file of a text", z.string().meta({ widget: fileInput() }), "fileInput() reads only file"],
    ["texts as files", z.array(z.string()).meta({ widget: fileInput() }), "fileInput() reads only file"],
    ["a text of a file", z.file().meta({ widget: textInput() }), "Use fileInput()"],
  ])("is refused with its path: %s", (_, type, message) => {
    expect(() => formOf(type)).toThrow(TypeError);
    expect(() => formOf(type)).toThrow(message);
    expect(() => formOf(type)).toThrow(' (at "rows.*.it');
  });

  it("fits any text with its own texts for yes and no", () => {
    const widget = checkbox({ trueValue: "yes", falseValue: "no" });
    const form = createForm(z.object({ it: z.enum(["yes", "no"]).meta({ widget }) }));
    expect(form.validate([["it", "yes"]])).toMatchObject({ kind: "valid", value: { it: "yes" } });
    expect(form.validate([])).toMatchObject({ kind: "valid", value: { it: "no" } });
  });
});

describe("an incomplete widget", () => {
  const own: Widget = { template: "text-input", deserialize: () => "", view: () => ({}) };
  const { template: _template, ...plain } = own;

  it.each<[string, object, string]>([
    ["a group without a control to focus", { ...own, isGroup: true }, 'has no method "focusId"'],
    ["a container without a control to focus", { ...own, edit: () => ({}) }, 'has no method "focusId"'],
    ["a container that fills nothing", { ...own, edit: () => ({}), focusId: String }, 'a method "fill"'],
    ["a widget without a template", plain, "has no template"],
  ])("is refused: %s", (_, widget, message) => {
    const type = z.string().meta(Object.fromEntries([["widget", widget]]));
    expect(() => formOf(type)).toThrow(message);
    expect(() => formOf(type)).toThrow('(at "rows.*.it")');
  });
});

describe("an option with an unknown value", () => {
  it.each<[string, () => unknown, string]>([
    [
      "a layout of a form",
      () => untyped(createForm, Name, { formId: "f", layout: "horizontl" }),
      'The layout of form "f" is "horizontl". Did you mean "horizontal"?',
    ],
    [
      "a method",
      () => untyped(createForm, Name, { method: "put" }),
      'The method of form "form" is "put". Expected one of "get", "post"',
    ],
    [
      "a layout of a list",
      () => formOf(z.array(z.string()).meta({ widget: Reflect.apply(sequence, undefined, [{ layout: 3 }]) })),
      'The layout of sequence "it" is 3. Expected one of "list", "table" (at "rows.*.it")',
    ],
    [
      "a frame",
      () => formOf(Name.meta({ widget: Reflect.apply(mapping, undefined, [{ frame: "cards" }]) })),
      'The frame of mapping "it" is "cards". Did you mean "card"?',
    ],
    [
      "a type of a button",
      () => untyped(createForm, Name, { buttons: [{ name: "go", type: "sumbit" }] }),
      'The type of button "go" is "sumbit". Did you mean "submit"?',
    ],
  ])("is refused: %s", (_, make, message) => {
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
  });
});

describe("an argument of another sort", () => {
  it.each<[string, () => unknown, string]>([
    [
      "no schema",
      () => untyped(createForm, undefined),
      "The schema is undefined; a zod 4 type is needed, such as z.object({ … })",
    ],
    [
      "fields without z.object",
      () => untyped(createForm, { name: z.string() }),
      "The schema is an object without a zod type",
    ],
    [
      "a zod 3 schema",
      () => untyped(createForm, { _def: { typeName: "ZodObject" } }),
      "The schema is a zod 3 type; Turnform needs zod 4",
    ],
    [
      "a deferred part without the option",
      () => createForm(Name.extend({ it: z.string().meta({ title: deferred(() => "It") }) })),
      "The schema has deferred parts (it.title). Give the form the option deferred: true",
    ],
    [
      "buttons as a text",
      () => untyped(createForm, Name, { buttons: "save" }),
      'buttons is "save"; a list is expected, such as buttons: ["save"]',
    ],
    [
      "no button",
      () => untyped(createForm, Name, { buttons: [undefined] }),
      "A button is undefined; a name is expected",
    ],
    [
      "a button without a name",
      () => untyped(createForm, Name, { buttons: [{ title: "Save" }] }),
      "A button is an object; a name is expected",
    ],
    [
      "no template",
      () => untyped(handlebars, undefined),
      "handlebars() needs a template: its source as a text, or a precompiled object; it got undefined",
    ],
    [
      "values as a text",
      () => untyped(select, { values: "ab" }),
      'The values of select() have "ab"; a list of texts is expected',
    ],
    [
      "values with numbers",
      () => untyped(radioChoice, { values: [1, 2] }),
      "The values of radioChoice() have 1; a list of texts",
    ],
    [
      "values as objects",
      () => untyped(tags, { values: [{ value: "a" }] }),
      "The values of tags() have an object",
    ],
    [
      "a label that is none",
      () => untyped(checkboxChoice, { values: [["a", 1]] }),
      "The values of checkboxChoice() have a list",
    ],
  ])("is refused: %s", (_, call, message) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });
});
