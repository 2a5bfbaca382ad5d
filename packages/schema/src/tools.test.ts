import { describe, expect, it } from "vitest";
import * as exported from "./tools.ts";
import { exportsOf } from "./testing/exports-of.ts";

describe("@turnform/schema/tools", () => {
  it("exports these names and no others", () => {
    const { values, types } = exportsOf("tools.ts");
    expect(Object.keys(exported).sort()).toEqual(values);
    expect(values).toMatchInlineSnapshot(`
      [
        "ANY_NAME",
        "ANY_POSITION",
        "BESIDE",
        "INSIDE",
        "PathError",
        "Pattern",
        "addChild",
        "changeAt",
        "changeInside",
        "colanderMessages",
        "findNodes",
        "flatten",
        "formatPath",
        "fromJSONSchema",
        "getValue",
        "hasNode",
        "joinPath",
        "mergeObjects",
        "moveChild",
        "removeChild",
        "reorderChildren",
        "replaceChild",
        "setValue",
        "splitPath",
        "toJSONSchema",
        "unflatten",
        "walk",
      ]
    `);
    expect(types).toMatchInlineSnapshot(`
      [
        "Containment",
        "Edge",
        "Found",
        "Inside",
        "JSONSchemaOptions",
        "MergedObject",
        "Path",
        "Position",
        "Root",
        "State",
        "TypeAt",
        "WithInside",
        "WithTypeAt",
      ]
    `);
  });
});
