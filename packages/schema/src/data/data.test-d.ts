import { describe, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";
import { findNodes } from "../paths/find-nodes.ts";
import { flatten } from "./flatten.ts";
import { fromJSONSchema } from "../json-schema/from-json-schema.ts";
import { toJSONSchema } from "../json-schema/to-json-schema.ts";
import { unflatten } from "./unflatten.ts";
import { getValue, setValue } from "./value.ts";
import { walk } from "../paths/walk.ts";

const Person = z.object({ name: z.string() });

describe("tree", () => {
  it("accepts a type, a compiled schema or a node", () => {
    const compiled = schema(Person);
    expectTypeOf(flatten(Person, {})).toEqualTypeOf<Record<string, unknown>>();
    expectTypeOf(unflatten(compiled, {})).toBeUnknown();
    expectTypeOf(getValue(compiled.node, {}, ["cycles", 0])).toBeUnknown();
    expectTypeOf(setValue(compiled, {}, "name", "Ann")).toBeUnknown();
  });

  it("distinguishes nodes and types", () => {
    const { node } = schema(Person);
    expectTypeOf(walk(node)).toExtend<Iterable<{ path: string; node: typeof node }>>();
    // @ts-expect-error -- a type has no nodes
    findNodes(Person, "name");
    // @ts-expect-error -- a pattern is a text
    findNodes(node, ["name"]);
    // @ts-expect-error -- the schema is required
    flatten({ name: "Ann" });
    // @ts-expect-error -- a path holds names and positions
    getValue(Person, {}, [null]);
    // @ts-expect-error -- an argument must be a type
    toJSONSchema(node);
    expectTypeOf(fromJSONSchema(toJSONSchema(Person))).toEqualTypeOf<z.ZodType>();
    // @ts-expect-error -- a JSON Schema is an object or a boolean
    fromJSONSchema("string");
  });
});
