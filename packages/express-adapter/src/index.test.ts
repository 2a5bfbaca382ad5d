import { expect, it } from "vitest";
import * as adapter from "./index.ts";

it("exports the public surface and nothing else", () => {
  expect(Object.keys(adapter).toSorted()).toEqual([
    "FieldErrors",
    "HttpError",
    "LimitError",
    "controls",
    "controlsFromMessage",
    "controlsFromRequest",
    "formAssets",
    "formErrors",
    "formRoute",
    "formTurn",
    "formsRoute",
    "sameOrigin",
  ]);
});
