import { describe, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { mapping } from "../widgets/mapping.ts";
import { columns, details, row, section, tabs } from "./arrangement.ts";
import { path } from "./paths.ts";

const Person = z.object({
  name: z.string(),
  email: z.string().optional(),
  zip: z.string(),
  city: z.string().default("Bern"),
});
const computed: readonly string[] = Object.keys(Person.shape);

describe("the option arrange", () => {
  it("has the names of the schema's fields", () => {
    createForm(Person, {
      buttons: ["save"],
      arrange: [
        "name",
        section("Who", ["email", row(["zip", "city"])]),
        tabs([section("One", ["name"]), section("Two", [row(["zip"])])]),
        columns([["name"], [row(["city"])]]),
        details("More", ["zip"], { open: true }),
      ],
    });
    // @ts-expect-error -- a misspelt name
    createForm(Person, { arrange: ["nmae"] });
    // @ts-expect-error -- a misspelt name in a section
    createForm(Person, { arrange: [section("Who", ["emial", row(["zip"])])] });
    // @ts-expect-error -- a misspelt name in a row in a section
    createForm(Person, { arrange: [section("Who", ["email", row(["zip", "ciyt"])])] });
    // @ts-expect-error -- a misspelt name in tabs
    createForm(Person, { arrange: [tabs([section("One", ["nmae"]), section("Two", ["zip"])])] });
    // @ts-expect-error -- a misspelt name in a column
    createForm(Person, { arrange: [columns([["name"], ["ciyt"]])] });
    // @ts-expect-error -- tabs hold sections
    createForm(Person, { arrange: [tabs([row(["name"])])] });
  });

  it("may have computed names", () => {
    createForm(Person, { arrange: [path("name"), section("Who", computed.map(path))] });
    // @ts-expect-error -- a text needs path()
    createForm(Person, { arrange: computed });
    // @ts-expect-error -- a text needs path()
    createForm(Person, { arrange: [section("Who", computed)] });
  });

  it("may have blocks made elsewhere", () => {
    const any = section("Who", ["name", "whatever"]);
    createForm(Person, { arrange: [any, row([any])] });
    Person.meta({ arrange: [any] });
    const one = section<"nmae">("Who", ["nmae"]);
    // @ts-expect-error -- a block for other data
    createForm(Person, { arrange: [one] });
    // @ts-expect-error -- a block for other data
    Person.meta({ arrange: [one] });
  });

  it("has any names for a schema that the compiler does not know", () => {
    const anyObject: z.ZodObject = Person;
    createForm(anyObject, { arrange: ["whatever", section("Who", ["emial"])] });
    anyObject.meta({ arrange: ["whatever", section("Who", ["emial"])] });
  });
});

describe("the metadata's arrange", () => {
  it("has the names of the object's fields", () => {
    Person.meta({
      arrange: [
        section("Who", ["email", row(["zip", "city"])]),
        tabs([section("One", ["name"]), section("Two", [row(["zip"])])]),
        columns([["name"], [row(["city"])]]),
      ],
    });
    Person.optional().meta({ arrange: ["name", section("Who", ["email"])] });
    Person.nullable().meta({ arrange: ["name", section("Who", [path("email")])] });
    // @ts-expect-error -- a misspelt name
    Person.meta({ arrange: [section("Who", ["name", row(["zip", "ciyt"])])] });
    // @ts-expect-error -- a misspelt name in tabs
    Person.meta({ arrange: [tabs([section("One", ["nmae"])])] });
    // @ts-expect-error -- a misspelt name
    Person.optional().meta({ arrange: ["name", section("Who", ["emial"])] });
  });

  it("fits recursive schemas", () => {
    const Tree = z
      .object({
        name: z.string(),
        get left() {
          return Tree.optional();
        },
        get more() {
          return z.array(Tree);
        },
      })
      .meta({ arrange: ["name"], widget: mapping() });
    createForm(Tree, { arrange: [row(["name", "left"])] });
  });
});
