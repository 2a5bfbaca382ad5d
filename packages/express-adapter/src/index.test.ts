import { expect, it } from "vitest";
import * as adapter from "./index.ts";

it("exports the public surface and nothing else", () => {
  expect(Object.keys(adapter).toSorted()).toEqual([
    "FieldErrors",
    "HttpError",
    "LimitError",
    "StoredFile",
    "controls",
    "controlsFromMessage",
    "controlsFromRequest",
    "fileStore",
    "formAssets",
    "formErrors",
    "formRoute",
    "formTurn",
    "formsRoute",
    "memoryStore",
    "memorySubmits",
    "requestLanguage",
    "rotateOwner",
    "sameOrigin",
    "setSecret",
    "takeNotice",
  ]);
});
