import { checkOneOf } from "../field/one-of.ts";
import { english } from "../languages/english.ts";
import { checkLanguage } from "../languages/language.ts";
import type { FormOptions } from "./form-options.ts";
import { DEFAULT_ID } from "./page-settings.ts";

/** Checks options at run time, for callers without types. */
export function checkOptions(options: FormOptions): void {
  const { language = english, maxPageSize, enhance = false, method, layout, formId = DEFAULT_ID } = options;
  checkLanguage(language);
  checkOneOf(`layout of form "${formId}"`, layout, ["stacked", "horizontal", "inline"]);
  checkOneOf(`method of form "${formId}"`, method, ["get", "post"]);
  if (typeof enhance === "string") checkOneOf(`enhance of form "${formId}"`, enhance, ["live"]);
  if (maxPageSize !== undefined && !(maxPageSize > 0))
    throw new TypeError(`maxPageSize is ${maxPageSize}; a positive number of characters is expected`);
  if (enhance && method === "get")
    throw new TypeError("A form sent by GET can't be enhanced: it is posted by fetch");
}
