import { expect, it } from "vitest";
import * as templates from "./handlebars/handlebars.ts";
import * as runtime from "./handlebars/runtime.ts";
import * as exported from "./index.ts";
import * as testing from "./person/testing.ts";

it("exports these names and no others", () => {
  expect(Object.keys(exported).sort()).toMatchInlineSnapshot(`
    [
      "FilledForm",
      "Html",
      "SavedFile",
      "arabic",
      "autocomplete",
      "baseResources",
      "bootstrap",
      "checkbox",
      "checkboxChoice",
      "checkedInput",
      "checkedPassword",
      "clientResources",
      "colorInput",
      "columns",
      "compact",
      "compareFiles",
      "createForm",
      "createFormWith",
      "dateInput",
      "dateParts",
      "dateTimeInput",
      "details",
      "english",
      "entries",
      "escapeHtml",
      "fileInput",
      "french",
      "german",
      "hidden",
      "japanese",
      "mapping",
      "maskedInput",
      "moneyInput",
      "numberInput",
      "password",
      "path",
      "radioChoice",
      "rangeInput",
      "readParts",
      "row",
      "section",
      "select",
      "selectSearch",
      "sequence",
      "spanish",
      "switchInput",
      "tabs",
      "tags",
      "textArea",
      "textAreaCsv",
      "textInput",
      "textInputCsv",
      "timeInput",
      "tupleGroup",
      "union",
    ]
  `);
});

it("exports these names for templates", () => {
  expect(Object.keys(templates)).toEqual(["handlebars"]);
  expect(Object.keys(runtime)).toEqual(["precompiled"]);
});

it("exports these names for tests", () => {
  expect(Object.keys(testing).sort()).toEqual([
    "ExpectationError",
    "Person",
    "Visitor",
    "expectErrors",
    "expectValid",
    "fill",
    "visit",
  ]);
});
