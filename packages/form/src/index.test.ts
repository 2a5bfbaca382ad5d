import { expect, it } from "vitest";
import * as exported from "./index.ts";

it("exports these names and no others", () => {
  expect(Object.keys(exported).sort()).toMatchInlineSnapshot(`
    [
      "FilledForm",
      "autocomplete",
      "baseResources",
      "checkbox",
      "checkboxChoice",
      "checkedInput",
      "checkedPassword",
      "clientResources",
      "colorInput",
      "createForm",
      "createFormWith",
      "dateInput",
      "dateParts",
      "dateTimeInput",
      "english",
      "entries",
      "fileInput",
      "hidden",
      "mapping",
      "maskedInput",
      "moneyInput",
      "numberInput",
      "password",
      "radioChoice",
      "rangeInput",
      "select",
      "selectSearch",
      "sequence",
      "switchInput",
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
