import { describe, expect, it } from "vitest";
import * as exported from "./index.ts";
import { exportsOf } from "./testing/exports-of.ts";

describe("@turnform/schema", () => {
  it("exports these names and no others", () => {
    const { values, types } = exportsOf("index.ts");
    expect(Object.keys(exported).sort()).toEqual(values);
    expect(values).toMatchInlineSnapshot(`
      [
        "Decimal",
        "Invalid",
        "Parts",
        "Pattern",
        "SchemaNode",
        "UnboundError",
        "UnsupportedTypeError",
        "boolean",
        "changedPaths",
        "choiceSet",
        "date",
        "datetime",
        "decimal",
        "deferred",
        "destructure",
        "englishMessages",
        "enumOf",
        "fillSlots",
        "integer",
        "invalidFrom",
        "isDecimal",
        "leaf",
        "money",
        "schema",
        "splitPath",
        "strip",
        "structure",
        "time",
        "titleFromName",
        "wallTime",
      ]
    `);
    expect(types).toMatchInlineSnapshot(`
      [
        "Bindings",
        "BooleanOptions",
        "Catalogue",
        "Choice",
        "Constraints",
        "Control",
        "DateOptions",
        "DatetimeOptions",
        "DecimalOptions",
        "DeserializeOptions",
        "DeserializeResult",
        "Edit",
        "EnumOptions",
        "FormMetadata",
        "IntegerOptions",
        "Issue",
        "Kind",
        "LeafOptions",
        "MessageId",
        "MessageOptions",
        "Metadata",
        "Pstruct",
        "PstructMapping",
        "Schema",
        "State",
        "StructureError",
        "StructureOptions",
        "StructureResult",
        "Wire",
      ]
    `);
  });

  it("has fewer than 60 names", () => {
    expect(exportsOf("index.ts").values.length + exportsOf("index.ts").types.length).toBeLessThan(60);
  });
});
