import { describe, expect, it } from "vitest";
import { z } from "zod";
import { oneOf } from "./checks/one-of.ts";
import { deferred } from "./deferred.ts";
import { schema } from "./schema.ts";
import { UnboundError } from "./unbound-error.ts";

interface Request {
  readonly user: string;
  readonly colours: readonly string[];
}

const Colour = z.string().meta({
  title: deferred((request: Request) => `Colour of ${request.user}`),
  onBind: (type: z.ZodString, { colours }: Request) => type.check(oneOf(colours)),
});
const Plain = z.object({ x: z.int() });
const Preset = z.object({ plain: Plain, lists: z.array(z.array(Colour.optional())) });
const preset = schema(Preset);
const ann = { user: "Ann", colours: ["red"] };

const colourOf = ({ node }: { node: typeof preset.node }) => node.child("lists")?.child(0)?.child(0);

describe("deferred", () => {
  it("computes metadata and types from the bindings, at any depth", () => {
    const bound = preset.bind(ann);
    expect(colourOf(bound)?.title).toBe("Colour of Ann");
    const posted = { plain: { x: "1" }, lists: [["red"], ["blue"]] };
    const result = bound.deserialize(posted);
    expect(!result.ok && result.error.asDict()).toEqual({ "lists.1.0": "Must be one of: red" });
    expect(bound.deserialize({ plain: { x: "1" }, lists: [["red", ""]] })).toEqual({
      ok: true,
      value: { plain: { x: 1 }, lists: [["red"]] },
    });
  });

  it("changes neither the schema nor another binding", () => {
    const bound = preset.bind(ann);
    const other = preset.bind({ user: "Bob", colours: ["blue"] });
    expect([bound, other].map((each) => colourOf(each)?.title)).toEqual(["Colour of Ann", "Colour of Bob"]);
    expect(other.bind(ann).deserialize({ plain: { x: "1" }, lists: [["red"]] }).ok).toBe(true);
    expect(Object.keys(Colour.meta() ?? {})).toEqual(["title", "onBind"]);
  });

  it("shares all other parts", () => {
    const [one, two] = [preset.bind(ann), preset.bind(ann)];
    expect(one.node.child("plain")?.type).toBe(two.node.child("plain")?.type);
    expect(one.node.child("lists")?.child(0)?.child(0)).not.toBe(two.node.child("lists")?.child(0)?.child(0));
  });

  it("changes a type whose new metadata is deferred too", () => {
    const Name = z.string().meta({
      onBind: (type: z.ZodString, { user }: Request) =>
        type.default(user).meta({ title: deferred((request: Request) => `Not ${request.user}`) }),
    });
    const bound = schema(z.object({ name: Name })).bind(ann);
    expect(bound.deserialize({ name: "" })).toEqual({ ok: true, value: { name: "Ann" } });
    expect(bound.node.child("name")?.title).toBe("Not Ann");
  });

  it("throws an error with names and paths until it is bound", () => {
    const places = ["lists.*.*.title", "lists.*.*.onBind"];
    for (const use of [
      () => preset.deserialize({}),
      () => preset.serialize(),
      () => preset.trySerialize({}),
    ]) {
      expect(use).toThrow(new UnboundError(places));
    }
    expect(new UnboundError(places).message).toContain("lists.*.*.title");
  });

  it("adds and removes fields", () => {
    const Form = z.object({ name: z.string() }).meta({
      onBind: (type: z.ZodObject, { admin }: { admin: boolean }) =>
        admin ? type.extend({ role: z.string() }) : type,
    });
    const names = (admin: boolean) =>
      schema(Form)
        .bind({ admin })
        .node.children.map((child) => child.name);
    expect([names(true), names(false)]).toEqual([["name", "role"], ["name"]]);
  });
});
