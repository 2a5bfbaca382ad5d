import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";

const Street = z.object({ street: z.string(), city: z.string() });
const Box = z.object({ box: z.int(), city: z.string() }).meta({ title: "PO box" });
const Address = schema(z.object({ to: z.union([Street, Box]) }));

/** Returns the value of a cstruct, or its messages. */
function read(to: unknown, type = Address): unknown {
  const result = type.deserialize({ to });
  return result.ok ? result.value.to : result.error.asDict();
}

describe("a union of objects", () => {
  it("is read by the chosen option, whose errors it gives", () => {
    expect(read({ __option__: "1", box: "5", city: "Oslo" })).toEqual({ box: 5, city: "Oslo" });
    expect(read({ __option__: "1", street: "x", city: "Oslo" })).toEqual({ "to.box": "Required" });
    expect(read({ __option__: "", city: "Oslo" })).toEqual({ "to.__option__": "Required" });
    expect(read({ __option__: "7", city: "Oslo" })).toEqual({ "to.__option__": "Choose one of the options" });
    expect(read({ __option__: ["1"], city: "Oslo" })).toHaveProperty(["to.__option__"]);
  });

  it("says its own message if none is chosen", () => {
    const type = schema(z.object({ to: z.union([Street, Box], "Where to?") }));
    const result = type.deserialize({ to: { __option__: "" } });
    expect(result.ok || result.error.asDict()).toEqual({ "to.__option__": "Where to?" });
  });

  it("is read by the first option that fits, if none is chosen", () => {
    expect(read({ box: "5", city: "Oslo" })).toEqual({ box: 5, city: "Oslo" });
    expect(read({ street: "a", city: "" })).toEqual({ "to.city": "Required" });
  });

  it("shows the option that fits a value best", () => {
    const shown = (value: object): unknown => Object(Address.serialize({ to: value })).to;
    expect(shown({ box: 5, city: "Oslo" })).toEqual({ __option__: "1", box: "5", city: "Oslo" });
    expect(shown({ box: -1.5 })).toEqual({ __option__: "1", box: "-1.5" });
    expect(shown({ street: "a" })).toEqual({ __option__: "0", street: "a" });
  });

  it("tells options with the same fields apart by their checks", () => {
    const contact = schema(
      z.object({ to: z.union([z.object({ at: z.email() }), z.object({ at: z.url() })]) }),
    );
    for (const at of ["a@b.ch", "https://a.ch/"]) {
      const cstruct = contact.serialize({ to: { at } });
      expect(cstruct).toEqual({ to: { __option__: at === "a@b.ch" ? "0" : "1", at } });
      expect(contact.deserialize(cstruct)).toEqual({ ok: true, value: { to: { at } } });
    }
  });

  it("keeps the choice of overlapping options", () => {
    const type = schema(
      z.object({ to: z.union([z.object({ a: z.string() }), z.strictObject({ a: z.string().min(3) })]) }),
    );
    const result = type.deserialize({ to: { __option__: "1", a: "x" } });
    expect(result.ok || result.error.asDict()).toEqual({ "to.a": "Enter at least 3 characters" });
  });

  it("titles options by their metadata, or by their first fields", () => {
    const options = Address.node.child("to")?.children ?? [];
    expect(options.flatMap(({ children }) => children[0]?.choices?.map(({ title }) => title))).toEqual([
      "Street, City",
      "PO box",
    ]);
  });

  it("joins unions inside, and keeps those with checks apart", () => {
    const Tube = z.object({ tube: z.int() });
    const joined = schema(z.object({ to: z.union([Street, z.union([Box, Tube])]) }));
    expect(joined.node.child("to")?.children).toHaveLength(3);
    const apart = schema(
      z.object({ to: z.union([Street, z.union([Box, Tube]).refine(() => false, "Never")]) }),
    );
    expect(apart.node.child("to")?.children).toHaveLength(2);
    const cstruct = apart.serialize({ to: { tube: 5 } });
    expect(cstruct).toEqual({ to: { __option___: "1", __option__: "1", tube: "5" } });
    const result = apart.deserialize(cstruct);
    expect(result.ok || result.error.asDict()).toEqual({ to: "Never" });
  });

  it("runs its own checks after those of the option", () => {
    const checked = schema(
      z.object({
        to: z
          .union([Street, Box])
          .refine(({ city }) => city !== "Oslo", { path: ["city"], error: "Not there" }),
      }),
    );
    const result = checked.deserialize({ to: { __option__: "1", box: "1", city: "Oslo" } });
    expect(result.ok || result.error.asDict()).toEqual({ "to.city": "Not there" });
  });

  it("refuses values of several options of z.xor()", () => {
    const either = schema(
      z.object({ to: z.xor([z.object({ a: z.string() }), z.object({ b: z.string() })]) }),
    );
    expect(either.deserialize({ to: { __option__: "1", b: "x" } })).toEqual({
      ok: true,
      value: { to: { b: "x" } },
    });
    expect(either.deserialize({ to: { __option__: "1", a: "x", b: "x" } }).ok).toBe(false);
  });

  it("runs each rule of z.xor() once, asynchronous ones too", async () => {
    const calls: string[] = [];
    const rule = (name: string, isValid: boolean) => () => {
      calls.push(name);
      return isValid;
    };
    const option = (name: string, isValid: boolean) =>
      z.object({ [name]: z.string().refine(rule(name, isValid)) }).refine(rule(name.toUpperCase(), true));
    const either = schema(
      z.object({ to: z.xor([option("a", true), option("b", true), option("c", false)]) }),
    );
    const one = either.deserialize({ to: { __option__: "0", a: "x" } });
    expect([one.ok, calls.splice(0)]).toEqual([true, ["a", "A", "B", "C"]]);
    const several = either.deserialize({ to: { __option__: "1", a: "x", b: "x", c: "x" } });
    expect(several.ok || several.error.asDict()).toEqual({ to: "Invalid value" });
    expect(calls.splice(0)).toEqual(["b", "B", "a", "A", "c", "C"]);
    const slow = schema(
      z.object({ to: z.xor([option("a", true).refine(async () => true), option("b", true)], "One only") }),
    );
    const result = await slow.deserializeAsync({ to: { __option__: "1", a: "x", b: "x" } });
    expect(result.ok || result.error.asDict()).toEqual({ to: "One only" });
    expect(calls).toEqual(["b", "B", "a", "A"]);
  });

  it("reports the errors of the chosen option of z.xor()", () => {
    const either = schema(z.object({ to: z.xor([z.object({ a: z.string() }), z.object({ a: z.int() })]) }));
    const wrong = either.deserialize({ to: { __option__: "1", a: "x" } });
    expect(wrong.ok || wrong.error.asDict()).toEqual({ "to.a": '"x" is not a number' });
  });

  it("waits for asynchronous checks", async () => {
    const slow = schema(z.object({ to: z.union([Street.refine(async () => false, "No"), Box]) }));
    expect(slow.serialize({ to: { street: "a", city: "b" } })).toEqual({
      to: { __option__: "0", street: "a", city: "b" },
    });
    const result = await slow.deserializeAsync({ to: { __option__: "0", street: "a", city: "b" } });
    expect(result.ok || result.error.asDict()).toEqual({ to: "No" });
  });

  it("reads data that changed between two calls", () => {
    const data = { to: { box: "5", city: "Oslo" } };
    Address.deserialize(data);
    data.to.box = "6";
    expect(Address.deserialize(data)).toEqual({ ok: true, value: { to: { box: 6, city: "Oslo" } } });
  });

  it.each([
    ["union", z.union],
    ["exclusive union", z.xor],
  ])("parses each level of a recursive %s once", (_, either) => {
    const check = vi.fn(() => true);
    const Next: z.ZodType = z.lazy(() => either([Branch, Other, Leaf]).optional());
    const Branch = z.object({ a: z.string().refine(check), next: Next });
    const Other = z.object({ a: z.string().refine(check), other: z.string(), next: Next });
    const Leaf = z.strictObject({ leaf: z.int() });
    const type = schema(z.object({ it: Branch }));
    const levels = 40;
    let it: object = { a: "x" };
    for (let level = 1; level < levels; level++) it = { a: "x", next: { __option__: "0", ...it } };
    expect(type.deserialize({ it })).toMatchObject({ ok: true });
    // Two options have the check.
    expect(check.mock.calls.length).toBeLessThanOrEqual(2 * levels);
  });

  it("refuses a value of several options with asynchronous checks, if it is exclusive", async () => {
    const check = async (): Promise<boolean> => true;
    const Both = z.xor([z.object({ a: z.string().refine(check) }), z.object({ a: z.string().min(1) })]);
    const result = await schema(z.object({ it: Both })).deserializeAsync({ it: { __option__: "0", a: "x" } });
    expect(result.ok).toBe(false);
  });
});
