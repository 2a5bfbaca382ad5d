import { describe, expect, it } from "vitest";
import { z } from "zod";
import { row, section, tabs } from "../field/arrangement.ts";
import { createForm } from "./form.ts";

const Person = z.object({
  name: z.string(),
  email: z.string(),
  zip: z.string(),
  city: z.string(),
  notes: z.string().optional(),
});

describe("an arrangement", () => {
  const make = (arrange: unknown) => () =>
    // @ts-expect-error -- a program without types
    createForm(Person, { arrange });

  it("refuses unknown names, and names the nearest", () => {
    expect(make([section("Who", ["nmae"])])).toThrow(
      'The form has no field "nmae" to arrange. Did you mean "name"?',
    );
    expect(make(["x"])).toThrow('"x" to arrange. It has name, email, zip, city, notes');
  });

  it("refuses a name in two places", () => {
    expect(make(["zip", row(["zip"])])).toThrow('The form is arranged with "zip" in two places');
  });

  it("refuses anything but names and blocks", () => {
    expect(make("name")).toThrow('The form is arranged by "name"; a list is expected');
    expect(make([1])).toThrow("The form is arranged with 1. Expected a field's name, section(), row()");
    expect(make([{ kind: "grid", content: [] }])).toThrow("arranged with grid()");
    expect(make([tabs(["name"] as never)])).toThrow('tabs of "name". Expected section()');
    expect(make([tabs([row(["name"])] as never)])).toThrow("tabs of row(). Expected section()");
  });

  it("names the path of a nested object", () => {
    const People = z.object({ people: z.array(Person.meta({ arrange: ["nmae"] })) });
    expect(() => createForm(People)).toThrow('Field "people.*" has no field "nmae" to arrange');
  });

  it("is for the fields of objects only", () => {
    const Words = z.object({ words: z.array(z.string()).meta({ arrange: [] }) });
    expect(() => createForm(Words)).toThrow('Field "words" is of kind array; only the fields of an object');
  });

  it("puts fields without a place last, in the schema's order", () => {
    const form = createForm(Person, { arrange: ["notes", "zip"] });
    expect(Object.keys(form.render().fields)).toEqual(["notes", "zip", "name", "email", "city"]);
  });

  it("wins over the metadata's arrangement of the form", () => {
    const Arranged = Person.meta({ arrange: ["city"] });
    expect(Object.keys(createForm(Arranged).render().fields)[0]).toBe("city");
    expect(Object.keys(createForm(Arranged, { arrange: ["zip"] }).render().fields)[0]).toBe("zip");
  });
});
