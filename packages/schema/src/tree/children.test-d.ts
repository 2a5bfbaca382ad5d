import { describe, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { addChild, moveChild, removeChild, reorderChildren, replaceChild } from "./children.ts";
import { mergeObjects } from "./merge-objects.ts";

const Person = z.strictObject({ name: z.string(), age: z.int().optional() });
type Output<T extends z.ZodType> = z.output<T>;

describe("children", () => {
  it("infers the changed object", () => {
    const added = addChild(Person, "email", z.email(), { before: "age" });
    expectTypeOf<Output<typeof added>>().toEqualTypeOf<{
      name: string;
      age?: number | undefined;
      email: string;
    }>();
    const replaced = replaceChild(Person, "age", z.string());
    expectTypeOf<Output<typeof replaced>>().toEqualTypeOf<{ name: string; age: string }>();
    const removed = removeChild(Person, "age");
    expectTypeOf<Output<typeof removed>>().toEqualTypeOf<{ name: string }>();
    expectTypeOf(moveChild(Person, "age", { before: "name" })).toEqualTypeOf(Person);
    expectTypeOf(reorderChildren(Person, ["age"])).toEqualTypeOf(Person);
  });

  it("keeps the treatment of unknown names", () => {
    const loose = addChild(z.looseObject({ a: z.string() }), "b", z.string());
    expectTypeOf<Output<typeof loose>>().toEqualTypeOf<{ [x: string]: unknown; a: string; b: string }>();
  });

  it("accepts any object", () => {
    const some: z.ZodObject = Person;
    expectTypeOf(addChild(some, "email", z.email())).toExtend<z.ZodObject>();
    expectTypeOf(removeChild(some, "email")).toExtend<z.ZodObject>();
  });

  it("refuses existing names, or missing ones", () => {
    // @ts-expect-error -- the name exists
    addChild(Person, "name", z.string());
    // @ts-expect-error -- the next field is missing
    addChild(Person, "email", z.email(), { before: "phone" });
    // @ts-expect-error -- there is no phone
    replaceChild(Person, "phone", z.string());
    // @ts-expect-error -- there is no phone
    removeChild(Person, "phone");
    // @ts-expect-error -- there is no phone
    moveChild(Person, "phone");
    // @ts-expect-error -- there is no phone
    reorderChildren(Person, ["phone"]);
    // @ts-expect-error -- a list has no fields
    addChild(z.array(z.string()), "name", z.string());
  });
});

describe("mergeObjects", () => {
  it("infers an object of all fields, the last of each name", () => {
    const merged = mergeObjects(Person, z.object({ age: z.string() }), z.looseObject({ email: z.email() }));
    expectTypeOf<Output<typeof merged>>().toEqualTypeOf<{
      [x: string]: unknown;
      name: string;
      age: string;
      email: string;
    }>();
    expectTypeOf(mergeObjects(Person)).toEqualTypeOf(Person);
  });

  it("refuses other types than objects, and an empty list", () => {
    // @ts-expect-error -- a list has no fields
    mergeObjects(Person, z.array(z.string()));
    // @ts-expect-error -- an argument is required
    mergeObjects();
  });
});
