import { describe, expect, it } from "vitest";
import { z } from "zod";
import { addChild, moveChild, removeChild, reorderChildren, replaceChild } from "./children.ts";

const Person = z
  .strictObject({ first: z.string(), last: z.string(), age: z.int() }, "A person, please")
  .refine((person) => person.first !== person.last, "Two names, please")
  .meta({ title: "Person" });
const ann = { first: "Ann", last: "Lee", age: 9 };

function names(type: z.ZodObject): readonly string[] {
  return Object.keys(type.shape);
}

describe("addChild", () => {
  it("adds a field last, or before another", () => {
    expect(names(addChild(Person, "email", z.email()))).toEqual(["first", "last", "age", "email"]);
    const Middle = addChild(Person, "middle", z.string(), { before: "last" });
    expect(names(Middle)).toEqual(["first", "middle", "last", "age"]);
    expect(Middle.parse({ ...ann, middle: "B." })).toEqual({ ...ann, middle: "B." });
    expect(names(Person)).toEqual(["first", "last", "age"]);
  });

  it("keeps refinements, strictness, messages and metadata", () => {
    const type = addChild(Person, "email", z.email().optional());
    expect(type.meta()).toEqual({ title: "Person" });
    const messages = [{ ...ann, last: "Ann" }, { ...ann, x: 1 }, 1].map(
      (data) => type.safeParse(data).error?.issues[0]?.message,
    );
    expect(messages).toEqual(["Two names, please", "A person, please", "A person, please"]);
  });

  it("throws an error with an existing or a missing field", () => {
    const text: string = "first";
    const Some: z.ZodObject = Person;
    expect(() => addChild(Some, text, z.string())).toThrow('The object already has a field "first"');
    expect(() => addChild(Some, "new", z.string(), { before: "nickname" })).toThrow(
      'No field "nickname" among "first", "last", "age", "new"',
    );
  });

  it("accepts names that every object inherits", () => {
    const type = addChild(addChild(Person, "__proto__", z.string()), "constructor", z.string());
    expect(names(type)).toEqual(["first", "last", "age", "__proto__", "constructor"]);
  });

  it("calls no getter of a recursive field", () => {
    const Category = addChild(
      z.object({
        get sub(): z.ZodOptional<z.ZodArray<z.ZodType>> {
          return z.array(Category).optional();
        },
      }),
      "name",
      z.string(),
      { before: "sub" },
    );
    expect(Category.safeParse({ name: "a", sub: [{ name: "b" }] }).success).toBe(true);
    expect(Category.safeParse({ name: "a", sub: [{}] }).success).toBe(false);
  });
});

describe("replaceChild", () => {
  it("puts another type in a field's place", () => {
    const type = replaceChild(Person, "last", z.literal("Lee"));
    expect(names(type)).toEqual(names(Person));
    expect(type.safeParse({ ...ann, last: "Poe" }).success).toBe(false);
    const Some: z.ZodObject = Person;
    expect(() => replaceChild(Some, "email", z.email())).toThrow('No field "email"');
  });
});

describe("removeChild", () => {
  it("removes a field, and keeps refinements", () => {
    const type = removeChild(Person, "age");
    expect(type.safeParse({ first: "Ann", last: "Lee" }).success).toBe(true);
    expect(type.safeParse({ first: "Ann", last: "Ann" }).error?.issues[0]?.message).toBe("Two names, please");
    const Some: z.ZodObject = Person;
    expect(() => removeChild(Some, "email")).toThrow('No field "email"');
  });
});

describe("moveChild", () => {
  it("moves a field before another, or last", () => {
    expect(names(moveChild(Person, "age", { before: "first" }))).toEqual(["age", "first", "last"]);
    expect(names(moveChild(Person, "first"))).toEqual(["last", "age", "first"]);
    expect(names(moveChild(Person, "first", { before: "first" }))).toEqual(["first", "last", "age"]);
  });

  it("throws an error with the missing field", () => {
    const Some: z.ZodObject = Person;
    expect(() => moveChild(Some, "email")).toThrow('No field "email"');
    expect(() => moveChild(Some, "age", { before: "email" })).toThrow('No field "email"');
    // As a JavaScript user calls it, whom types don't warn.
    const moved = () => Reflect.apply(moveChild, undefined, [Person, "age", "first"]);
    expect(moved).toThrow(TypeError);
    expect(moved).toThrow('The position of "age" is "first"; an object is expected: { before: "');
  });
});

describe("reorderChildren", () => {
  it("puts fields first in the order given", () => {
    const type = reorderChildren(Person, ["age", "last"]);
    expect(names(type)).toEqual(["age", "last", "first"]);
    expect(Object.keys(type.parse(ann))).toEqual(["age", "last", "first"]);
    const Some: z.ZodObject = Person;
    expect(() => reorderChildren(Some, ["email"])).toThrow('No field "email"');
  });
});
